#include "ingest/language/lemmas.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "ingest/language/characters.hpp"
#include "ingest/language/lemma_rules.hpp"
#include "ingest/language/model_file.hpp"

namespace newsgraph {

struct Lemmatiser::Model {
    explicit Model(const std::filesystem::path& path)
        : file(path, lemma_definition), slots(file.array<LemmaSlot>("slots")) {
        for (const std::string& line : file.lines("rules")) {
            if (line.empty()) continue;
            LemmaRule rule;
            rule.lower_case = line[0] == 'l';
            const auto [rest, problem] =
                std::from_chars(line.data() + 1, line.data() + line.size(), rule.strip);
            if (problem != std::errc() || rest == line.data() + line.size() || *rest != '\t')
                file.refuse("\"rules\" holds a line that is no rule");
            rule.append = std::string(rest + 1, line.data() + line.size());
            rules.push_back(std::move(rule));
        }
        if (slots.empty() || (slots.size() & (slots.size() - 1)) != 0)
            file.refuse("\"slots\" has another size than expected");
    }

    const LemmaRule* find(std::uint64_t hash) const {
        const std::size_t mask = slots.size() - 1;
        for (std::size_t at = hash & mask, tries = 0; tries < slots.size(); at = (at + 1) & mask, ++tries) {
            const LemmaSlot& slot = slots[at];
            if (slot.rule == 0 || slot.rule > rules.size()) return nullptr;
            if (slot.check == hash >> 32) return &rules[slot.rule - 1];
        }
        return nullptr;
    }

    /// The rule of the longest known ending; nothing where none is known.
    const LemmaRule* find(const EndingHashes& hashes) const {
        if (const LemmaRule* rule = find(hashes.whole())) return rule;
        for (std::size_t size = hashes.longest_ending() + 1; size-- > 0;) {
            if (const LemmaRule* rule = find(hashes.ending(size))) return rule;
        }
        return nullptr;
    }

    ModelFile file;
    std::span<const LemmaSlot> slots;
    std::vector<LemmaRule> rules;
};

Lemmatiser::Lemmatiser(const std::filesystem::path& model_file)
    : model_(std::make_unique<Model>(model_file)) {}
Lemmatiser::~Lemmatiser() = default;
Lemmatiser::Lemmatiser(Lemmatiser&&) noexcept = default;
Lemmatiser& Lemmatiser::operator=(Lemmatiser&&) noexcept = default;

std::string Lemmatiser::lemma(std::string_view form, Xpos tag) const {
    if (form.size() == 1 && tag == Xpos::nn) return std::string(form);  // "plan B"
    std::string lowered = lower_case(form);
    const LemmaRule* rule = model_->find(EndingHashes(lowered, tag));
    if (rule == nullptr) return std::string(form);
    std::string lemma = rule->lower_case ? std::move(lowered) : std::string(form);
    if (rule->strip > lemma.size()) return lemma;
    lemma.resize(lemma.size() - rule->strip);
    lemma += rule->append;
    return lemma.empty() ? std::string(form) : lemma;
}

namespace {

/// Whether "'s" is "has": "it 's gone", "it 's built two mills"; in "it 's going" and "it 's called Zed" it
/// is "is".
bool is_has(const Analysis& analysis, const Token& token) {
    if (token.xpos != Xpos::vbz || token.head == no_token) return false;
    if (analysis.tokens[token.head].xpos != Xpos::vbn) return false;
    if (token.deprel == Deprel::aux) return true;
    constexpr std::size_t near = 8;  // tokens
    const std::size_t end = std::min(analysis.tokens.size(), token.head + near);
    for (std::size_t i = token.head + std::size_t{1}; token.deprel == Deprel::aux_pass && i < end; ++i) {
        if (analysis.tokens[i].head == token.head && analysis.tokens[i].deprel == Deprel::obj) return true;
    }
    return false;
}

}  // namespace

void Lemmatiser::annotate(Analysis& analysis) const {
    for (TokenIndex i = 0; i < analysis.tokens.size(); ++i) {
        Token& token = analysis.tokens[i];
        const std::string_view form = analysis.form(i);
        token.lemma = lemma(form, token.xpos);
        if (token.continues_word && token.xpos == Xpos::vbz && token.lemma == "be" &&
            is_has(analysis, token)) {
            token.lemma = "have";
        }
    }
}

}  // namespace newsgraph
