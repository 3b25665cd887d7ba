#include "ingest/entity/name_types.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "ingest/entity/context_evidence.hpp"
#include "ingest/entity/named_document.hpp"
#include "ingest/entity/own_evidence.hpp"

namespace newsgraph {

namespace {

// On the scale of type_evidence.hpp.
constexpr float neighbour_weight = 1.5F;
constexpr float compared_weight = 3.0F;
constexpr float short_weight = 12.0F;
constexpr float family_weight = 4.0F;
constexpr float country_weight = 4.0F;
constexpr float unseen_least = 1.2F;  // evidence that a name unseen by the tagger needs

class Typer : private NamedDocumentReader {
  public:
    explicit Typer(NamedDocument& document) : NamedDocumentReader(document), document_(document) {}

    std::vector<NameForm> type() {
        for (NameForm& form : forms_) {
            add_own_evidence(document_, form);
            for (const std::uint32_t s : form.spans) add_context_evidence(document_, form, spans_[s]);
            form.type = decide(form);
        }
        for (NameForm& form : forms_) {
            for (const std::uint32_t s : form.spans) neighbours(form, spans_[s]);
        }
        countries();
        for (NameForm& form : forms_) form.type = decide(form);
        families();
        short_names();
        for (const NameForm& form : forms_) {
            if (form.tokens < 2) continue;
            parts_.insert(form.key.substr(0, form.key.find(' ')));
            parts_.insert(form.key.substr(form.key.rfind(' ') + 1));
        }
        std::erase_if(forms_, [&](const NameForm& form) { return !accepted(form); });
        return std::move(forms_);
    }

  private:
    /// What has an adjective ("Borealian") or a bank and a republic of its own is a place.
    void countries() {
        std::unordered_map<std::string_view, std::uint32_t> place;
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            if (forms_[f].tokens == 1 && forms_[f].known.empty()) place.try_emplace(forms_[f].key, f);
        }
        if (place.empty()) return;
        std::vector<bool> seen(forms_.size(), false);
        const auto learn = [&](std::string_view name) {
            const auto found = place.find(name);
            if (found == place.end() || seen[found->second]) return;
            seen[found->second] = true;
            forms_[found->second].evidence.add(EvidenceKind::neighbour, TypeId::place, country_weight);
        };
        for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i) {
            if (!facts_.shape(i).begins_upper) continue;
            const std::string_view word = analysis_.form(i);
            for (const std::string_view ending : {"n", "ian", "ese", "ish", "an", "ns", "ians", "ans"}) {
                if (word.size() < ending.size() + 4 || !word.ends_with(ending)) continue;
                const std::string stem(word.substr(0, word.size() - ending.size()));
                learn(stem);
                learn(stem + 'a');
            }
            if (word == "of" || i < 1 || i + 1 >= analysis_.tokens.size() || analysis_.form(i + 1) != "of")
                continue;
            const std::string_view body = word;
            if ((body == "Bank" || body == "Republic" || body == "Kingdom" || body == "Government" ||
                 body == "Parliament") &&
                i + 2 < analysis_.tokens.size())
                learn(analysis_.form(i + 2));
        }
    }

    /// "Heron", "Heron 2" and "Heron 2 Mini" are of one kind.
    void families() {
        std::unordered_map<std::string_view, std::uint32_t> place;
        for (std::uint32_t f = 0; f < forms_.size(); ++f) place.try_emplace(forms_[f].key, f);
        std::vector<std::pair<std::uint32_t, TypeId>> learned;
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            const std::string_view key = forms_[f].key;
            if (!made_things.contains(forms_[f].type) &&
                key.find_first_of("0123456789") == std::string_view::npos)
                continue;
            for (std::size_t cut = key.find_last_of(" -"); cut != std::string_view::npos && cut > 0;
                 cut = key.find_last_of(" -", cut - 1)) {
                const std::string_view rest = key.substr(cut + 1);
                const bool version = rest.find_first_of("0123456789") != std::string_view::npos ||
                                     gazetteer_.word(rest).is(version_word);
                if (!version) break;
                const auto found = place.find(key.substr(0, cut));
                if (found == place.end()) continue;
                const NameForm& base = forms_[found->second];
                if (!base.known.empty() && !made_things.contains(base.type)) break;
                if (made_things.contains(forms_[f].type)) learned.emplace_back(found->second, forms_[f].type);
                if (made_things.contains(base.type)) learned.emplace_back(f, base.type);
            }
        }
        for (const auto& [form, type] : learned)
            forms_[form].evidence.add(EvidenceKind::neighbour, type, family_weight);
        for (const auto& [form, type] : learned) forms_[form].type = decide(forms_[form]);
    }

    /// "Harlow Foods … Harlow competes with it": what a body does is done by the body named before, though a
    /// place is called so as well. Where the text is anywhere *in* it, it stays the place. So does what a
    /// person is called by.
    void short_names() {
        std::unordered_map<std::string_view, std::uint32_t> bodies;  // by first word
        std::unordered_set<std::string_view> families;               // last words of persons
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            NameForm& form = forms_[f];
            if (form.type == TypeId::person && form.tokens > 1)
                families.insert(std::string_view(form.key).substr(form.key.rfind(' ') + 1));
            if (form.type == TypeId::place && form.tokens == 1 && families.contains(form.key))
                prefer_family(form);
            if (form.type == TypeId::organization && form.tokens > 1 && form.known.empty()) {
                const std::string_view key = form.key;
                bodies.try_emplace(key.substr(0, key.find(' ')), f);
            }
            if (form.tokens != 1 || !bodies.contains(form.key)) continue;
            // "Tulsa coach Ann Lee": the town's side was named in full.
            if (form.type == TypeId::organization) forget_place(form);
            if (form.type != TypeId::place) continue;
            const auto acts = form.evidence.score(EvidenceKind::verb, TypeId::organization) +
                              form.evidence.score(EvidenceKind::possession, TypeId::organization) +
                              form.evidence.score(EvidenceKind::following, TypeId::organization);
            if (acts <= 0 || form.evidence.score(EvidenceKind::preposition, TypeId::place) > 0) continue;
            form.evidence.add(EvidenceKind::neighbour, TypeId::organization, short_weight);
            form.type = decide(form);
            if (form.type == TypeId::organization) forget_place(form);
        }
    }

    /// "Jack London … London said": his family name, where nothing is in the town.
    void prefer_family(NameForm& form) {
        if (form.evidence.score(EvidenceKind::preposition, TypeId::place) > 0) return;
        forget_place(form);
        form.evidence.add(EvidenceKind::neighbour, TypeId::person, short_weight);
        form.type = decide(form);
    }

    void forget_place(NameForm& form) const {
        std::erase_if(form.known, [&](EntryId entry) { return gazetteer_.type(entry) == TypeId::place; });
    }

    /// Things listed together are of one kind.
    void neighbours(NameForm& form, const NameSpan& span) {
        const TokenIndex head = head_of(span);
        const auto learn_from = [&](TokenIndex other, float weight = neighbour_weight) {
            const std::uint32_t s = span_at_[other];
            if (s == no_span || form_of_[s] == form_of_[span_at_[span.tokens.begin]]) return;
            const NameForm& neighbour = forms_[form_of_[s]];
            if (neighbour.evidence.score(neighbour.type) < 2.5F) return;
            form.evidence.add(EvidenceKind::neighbour, neighbour.type, weight);
        };
        const Token& token = analysis_.tokens[head];
        if (token.deprel == Deprel::conj && token.head != no_token) learn_from(token.head);
        for (const TokenIndex dependent : dependents(head)) {
            if (analysis_.tokens[dependent].deprel == Deprel::conj) learn_from(dependent);
        }
        if (token.head == no_token || !compares(token.head)) return;
        const bool is_subject = token.deprel == Deprel::nsubj;
        if (!is_subject && token.deprel != Deprel::obj) return;
        for (const TokenIndex other : dependents(is_subject ? token.head : verb_with_subject(token.head))) {
            if (analysis_.tokens[other].deprel == (is_subject ? Deprel::obj : Deprel::nsubj))
                learn_from(other, compared_weight);
        }
    }

    /// "came from behind to beat X": the verb above whose subject is the one at hand's.
    TokenIndex verb_with_subject(TokenIndex verb) const {
        TokenIndex at = verb;
        for (int step = 0; step < 3; ++step) {
            for (const TokenIndex dependent : dependents(at)) {
                if (analysis_.tokens[dependent].deprel == Deprel::nsubj) return at;
            }
            const Token& here = analysis_.tokens[at];
            const bool goes_up =
                here.deprel == Deprel::xcomp || here.deprel == Deprel::advcl || here.deprel == Deprel::conj;
            if (!goes_up || here.head == no_token) break;
            at = here.head;
        }
        return verb;
    }

    /// "Lux outperforms Nova": verbs whose subject and object are of one kind.
    bool compares(TokenIndex verb) const {
        static constexpr std::array<std::string_view, 12> verbs = {
            "beat",   "outdo",  "outperform", "outscore", "surpass", "trail",
            "thrash", "defeat", "trounce",    "edge",     "hammer",  "rout"};
        return std::ranges::find(verbs, analysis_.tokens[verb].lemma) != verbs.end();
    }

    TypeId decide(const NameForm& form) const { return best_type(form.evidence); }

    bool accepted(const NameForm& form) const {
        const bool unseen = !analysis_.names.empty() &&
                            std::none_of(form.spans.begin(), form.spans.end(),
                                         [&](std::uint32_t s) { return spans_[s].tag != nullptr; });
        // What the tagger would make of it, were it a name, does not tell that it is one.
        const float told =
            form.evidence.total() - (unseen ? form.evidence.total(EvidenceKind::tagged) : 0.0F);
        // "Finnish-language texts", "AI company": words that only modify name nothing here.
        if (form.type == TypeId::group || form.type == TypeId::technology) {
            const bool alone = std::any_of(form.spans.begin(), form.spans.end(), [&](std::uint32_t s) {
                const TokenRange tokens = spans_[s].tokens;
                const bool hyphen = tokens.end < analysis_.tokens.size() &&
                                    analysis_.form(tokens.end) == "-" && !facts_.after_space(tokens.end);
                const Deprel relation = analysis_.tokens[head_of(spans_[s])].deprel;
                return !hyphen && (form.type == TypeId::group || relation != Deprel::compound);
            });
            if (!alone) return false;
            // A language is spoken of, not a people: "in English", "speaks Swahili".
            const bool language = std::all_of(form.spans.begin(), form.spans.end(), [&](std::uint32_t s) {
                const TokenIndex token = spans_[s].tokens.begin;
                if (token == 0 || analysis_.tokens[token].deprel == Deprel::amod) return false;
                const std::string& before = analysis_.tokens[token - 1].lemma;
                return before == "in" || before == "into" || before == "speak" || before == "understand" ||
                       before == "learn" || before == "teach";
            });
            if (language && form.type == TypeId::group) return false;
        }
        if (!form.known.empty()) {
            // A language is spoken of, not a people: "in English".
            return form.sure || told > 2 * known_alone || form.tokens > 1 || form.type == TypeId::group ||
                   std::any_of(form.spans.begin(), form.spans.end(), [&](auto s) {
                       return analysis_.tokens[spans_[s].tokens.begin].upos == Upos::propn;
                   });
        }
        const bool first_word =
            form.tokens == 1 && form.spans.size() == 1 &&
            analysis_.sentences[analysis_.sentence_of(spans_[form.spans.front()].tokens.begin)]
                    .tokens.begin == spans_[form.spans.front()].tokens.begin &&
            analysis_.sentences[analysis_.sentence_of(spans_[form.spans.front()].tokens.begin)].is_heading;
        if (first_word && told < 6.0F) return false;
        // "Day", "Night": a common word with a capital, of which nothing tells what it names.
        if (form.tokens == 1 && gazetteer_.word(folded(form.key)).is(common_word) &&
            !parts_.contains(form.key) && told < 2.5F)
            return false;
        if (form.evidence.score(EvidenceKind::tagged, form.type) > 1.5F) return true;
        // The tagger sees no name here, and nothing else tells what it names: "Nonanol", "Phosphoric".
        if (unseen && told < unseen_least) return false;
        if (form.sure) {
            // One capitalised word that is an adjective, adverb or verb to the tagger and of which nothing
            // else is known.
            const NameSpan& span = spans_[form.spans.front()];
            const Upos tag = analysis_.tokens[span.tokens.begin].upos;
            const bool odd = form.tokens == 1 && !parts_.contains(form.key) &&
                             (tag == Upos::adv || tag == Upos::verb || tag == Upos::num);
            return !odd || told >= 2;
        }
        if (form.tokens > 1) return true;
        // What a text names only above itself begins a headline with a capital, no more.
        const bool only_in_headings = std::all_of(form.spans.begin(), form.spans.end(), [&](std::uint32_t s) {
            return analysis_.sentences[analysis_.sentence_of(spans_[s].tokens.begin)].is_heading;
        });
        if (only_in_headings && told < 6.0F) return false;
        return form.spans.size() > 1 || told >= 2.0F;
    }

    NamedDocument& document_;
    std::unordered_set<std::string> parts_;  // first and last words of longer names; only asked
};

}  // namespace

std::vector<NameForm> type_names(const Analysis& analysis, const Gazetteer& gazetteer,
                                 const TokenFacts& facts, const Dependents& dependents,
                                 std::span<const NameSpan> spans) {
    NamedDocument document(analysis, gazetteer, facts, dependents, spans);
    return Typer(document).type();
}

}  // namespace newsgraph
