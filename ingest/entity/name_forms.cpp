#include "ingest/entity/name_forms.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace newsgraph {
namespace {

/// "… bought Acme Corp.": the full stop is the sentence's, where the name is not written so elsewhere.
bool has_full_stop_of_sentence(const Analysis& analysis, TokenRange tokens, std::string_view text) {
    const std::string_view last = analysis.form(tokens.end - 1);
    const bool abbreviates = tokens.size() > 1 && last.size() > 3 && last.find('.') == last.size() - 1;
    return abbreviates && text.ends_with('.') &&
           analysis.sentences[analysis.sentence_of(tokens.begin)].tokens.end == tokens.end;
}

/// "Acme Inc" is Acme.
std::string_view without_legal_form(std::string_view name) {
    static constexpr std::string_view legal_forms[] = {
        "Inc",  "Inc.",    "Corp", "Corp.", "Corporation", "Co",  "Co.", "Ltd",
        "Ltd.", "Limited", "LLC",  "PLC",   "Plc",         "plc", "AG",  "SE",
        "SA",   "S.A.",    "NV",   "N.V.",  "GmbH",        "AB",  "ASA", "SpA"};
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos) return {};
    const std::string_view last = name.substr(space + 1);
    if (std::find(std::begin(legal_forms), std::end(legal_forms), last) == std::end(legal_forms)) return {};
    name = name.substr(0, space);
    if (name.ends_with(',')) name.remove_suffix(1);
    return name;
}

std::string in_title_case(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, space - at);
        if (at > 0) out += ' ';
        std::size_t first = 1;
        while (first < word.size() && (static_cast<unsigned char>(word[first]) & 0xC0U) == 0x80U) ++first;
        out += word.substr(0, first);
        if (first < word.size()) out += folded(word.substr(first));
        at = space + 1;
    }
    return out;
}

}  // namespace

NameForms group_names(const Analysis& analysis, const Gazetteer& gazetteer, const TokenFacts& facts,
                      std::span<const NameSpan> spans) {
    NameForms found_forms;
    std::vector<NameForm>& forms = found_forms.forms;
    std::unordered_map<std::string, std::uint32_t> place;
    std::unordered_set<std::string> abbreviated;  // written with a full stop within a sentence
    for (const NameSpan& span : spans) {
        std::string text = name_text(analysis, span.tokens);
        if (text.ends_with('.') && !has_full_stop_of_sentence(analysis, span.tokens, text))
            abbreviated.insert(std::move(text));
    }
    for (std::uint32_t s = 0; s < spans.size(); ++s) {
        std::string text = name_text(analysis, spans[s].tokens);
        if (has_full_stop_of_sentence(analysis, spans[s].tokens, text) && !abbreviated.contains(text))
            text.pop_back();
        std::string key = text;
        for (std::size_t at; (at = key.find("\xE2\x80\x99")) != std::string::npos;)
            key.replace(at, 3, 1, '\'');
        // A plural of a code is the code: "H100s".
        if (key.size() > 3 && key.ends_with('s') && facts.shape(spans[s].tokens.end - 1).has_digit &&
            key[key.size() - 2] >= '0' && key[key.size() - 2] <= '9') {
            key.pop_back();
            text.pop_back();
        }
        const bool quoted = spans[s].quoted;
        const auto [found, is_new] =
            place.try_emplace(quoted ? '"' + key : key, static_cast<std::uint32_t>(forms.size()));
        if (is_new) {
            NameForm form;
            form.text = text;
            form.key = key;
            form.tokens = static_cast<std::uint32_t>(spans[s].tokens.size());
            if (!quoted) form.known = gazetteer.entries(key);
            if (!quoted && form.known.empty()) form.known = gazetteer.entries(without_legal_form(key));
            forms.push_back(std::move(form));
        }
        NameForm& form = forms[found->second];
        form.spans.push_back(s);
        form.sure = form.sure || spans[s].sure;
        found_forms.form_of.push_back(found->second);
    }
    // Datelines and shouting headlines: "OSLO" is Oslo where that is known or named.
    for (NameForm& form : forms) {
        if (!form.known.empty() || form.key.size() < 4) continue;
        const TokenRange tokens = spans[form.spans.front()].tokens;
        bool all_upper = true;
        for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
            all_upper = all_upper && (facts.shape(i).all_upper || !facts.shape(i).has_letter);
        }
        if (!all_upper) continue;
        form.known = gazetteer.entries(in_title_case(form.key));
        if (!form.known.empty()) form.text = in_title_case(form.text);
    }
    return found_forms;
}

}  // namespace newsgraph
