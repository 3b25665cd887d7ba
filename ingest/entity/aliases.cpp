#include "ingest/entity/aliases.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "ingest/entity/token_facts.hpp"

namespace newsgraph {

namespace {

constexpr float clear_lead = 2.5F;          // of one type's score over another's: no mere hint
constexpr std::size_t max_candidates = 64;  // forms that share a word: more are a list, not aliases

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" -", at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Joiner {
  public:
    Joiner(std::vector<NameForm>& forms, const Gazetteer& gazetteer) : forms_(forms), gazetteer_(gazetteer) {
        parent_.resize(forms.size());
        std::iota(parent_.begin(), parent_.end(), 0U);
        words_.reserve(forms.size());
        for (std::uint32_t f = 0; f < forms.size(); ++f) {
            words_.push_back(words_of(forms[f].key));
            if (is_quoted(f)) continue;
            if (words_[f].empty()) continue;
            by_first_[std::string(words_[f].front())].push_back(f);
            if (words_[f].size() == 1) one_word_.emplace(words_[f].front(), f);
            if (words_[f].size() > 1) by_last_[std::string(words_[f].back())].push_back(f);
            if (words_[f].size() > 2) by_second_[std::string(words_[f][1])].push_back(f);
        }
    }

    std::vector<NamedThing> join() {
        same_letters();
        settle_by_full_form();
        same_entry();
        acronyms();
        for (std::uint32_t f = 0; f < forms_.size(); ++f) short_form(f);
        return things();
    }

  private:
    bool is_quoted(std::uint32_t f) const {
        return forms_[f].evidence.score(EvidenceKind::quoted, TypeId::work) > 0;
    }

    std::uint32_t root(std::uint32_t f) {
        while (parent_[f] != f) f = parent_[f] = parent_[parent_[f]];
        return f;
    }

    void unite(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a != b) parent_[std::max(a, b)] = std::min(a, b);
    }

    /// "OSLO" and "Oslo".
    void same_letters() {
        std::unordered_map<std::string, std::uint32_t> seen;
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            const auto [found, is_new] =
                seen.try_emplace((is_quoted(f) ? "\"" : "") + folded(forms_[f].key), f);
            if (is_new) continue;
            unite(f, found->second);
            forms_[f].type = forms_[found->second].type;
        }
    }

    /// "Leverkusen" is a town and a club; where "Bayer Leverkusen" is named it is the club.
    void settle_by_full_form() {
        std::unordered_map<std::uint32_t, std::uint32_t> longest;  // words of the longest form of an entry
        for (const NameForm& form : forms_) {
            for (const EntryId entry : form.known) {
                std::uint32_t& words = longest[static_cast<std::uint32_t>(entry)];
                words = std::max(words, form.tokens);
            }
        }
        for (NameForm& form : forms_) {
            if (form.known.size() < 2) continue;
            for (const EntryId entry : form.known) {
                if (longest[static_cast<std::uint32_t>(entry)] <= form.tokens) continue;
                form.evidence.add(EvidenceKind::known, gazetteer_.type(entry), 8.0F);
                form.type = best_type(form.evidence);
            }
        }
    }

    void same_entry() {
        std::unordered_map<std::uint32_t, std::uint32_t> seen;
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            for (const EntryId entry : forms_[f].known) {
                if (gazetteer_.type(entry) != forms_[f].type) continue;
                const auto [found, is_new] = seen.try_emplace(static_cast<std::uint32_t>(entry), f);
                if (!is_new) unite(f, found->second);
                break;
            }
        }
    }

    void acronyms() {
        std::unordered_map<std::string, std::uint32_t> initials;  // of the first form that has them
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            if (words_[f].size() < 2 || is_quoted(f)) continue;
            std::string capitals;
            std::string all;
            for (const std::string_view word : words_[f]) {
                const Shape shape = shape_of(word);
                if (shape.begins_upper) capitals += word[0];
                if (shape.has_letter)
                    all += static_cast<char>(word[0] >= 'a' && word[0] <= 'z' ? word[0] - 32 : word[0]);
            }
            if (capitals.size() >= 2) initials.try_emplace(capitals, f);
            if (all.size() >= 3) initials.try_emplace(all, f);
        }
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            if (words_[f].size() != 1) continue;
            std::string letters;
            for (const char c : forms_[f].key) {
                if (c != '.') letters += c;
            }
            if (letters.size() < 2 || letters.size() > 7) continue;
            const auto found = initials.find(letters);
            if (found == initials.end()) continue;
            const NameForm& full = forms_[found->second];
            if (full.type == TypeId::person || full.type == TypeId::place) continue;
            // A known acronym of something else: "AP" is not "Acme Partners".
            if (!forms_[f].known.empty() && !shares_entry(forms_[f], full)) continue;
            unite(f, found->second);
        }
    }

    static bool shares_entry(const NameForm& a, const NameForm& b) {
        return std::any_of(a.known.begin(), a.known.end(), [&](EntryId entry) {
            return std::find(b.known.begin(), b.known.end(), entry) != b.known.end();
        });
    }

    /// Joins a short form to the first full form that it may stand for.
    void short_form(std::uint32_t f) {
        if (is_quoted(f) || words_[f].empty() || words_[f].size() > 3) return;
        if (const auto person = person_of(f)) {
            unite(f, *person);
            return;
        }
        if (words_[f].size() > 2 || has_digit(forms_[f].key)) return;
        if (const auto full = full_form_of(f)) unite(f, *full);
    }

    bool is_titled(std::uint32_t f) const {
        return forms_[f].evidence.score(EvidenceKind::title, TypeId::person) > 0;
    }

    std::optional<std::uint32_t> person_of(std::uint32_t f) {
        const NameForm& form = forms_[f];
        const bool known_other = !form.known.empty() && form.type != TypeId::person && !is_titled(f);
        if (known_other) return std::nullopt;
        std::optional<std::uint32_t> best;
        int best_score = 0;
        const auto consider = [&](const std::vector<std::uint32_t>& candidates, bool surname) {
            if (candidates.size() > max_candidates) return;
            for (const std::uint32_t c : candidates) {
                if (c == f || words_[c].size() <= words_[f].size() || forms_[c].type != TypeId::person)
                    continue;
                if (!(surname ? ends_with(c, f) : begins_with(c, f))) continue;
                // Titles tell women from men; a first name alone may be of any gender.
                const std::uint8_t genders = is_titled(f) ? form.genders : std::uint8_t{0};
                int score = surname ? 4 : 2;
                if (genders != 0 && forms_[c].genders != 0) {
                    if ((genders & forms_[c].genders) == 0) continue;
                    score += 2;
                }
                if (score > best_score) {  // the first named wins among equals
                    best_score = score;
                    best = c;
                }
            }
        };
        if (const auto found = by_last_.find(std::string(words_[f].back())); found != by_last_.end())
            consider(found->second, true);
        if (words_[f].size() == 1 || !is_titled(f)) {
            if (const auto found = by_first_.find(std::string(words_[f].front())); found != by_first_.end())
                consider(found->second, false);
        }
        if (!best) return best;
        // A name that is clearly something else is not the person: "Dell", the company of Michael Dell. What
        // the tagger makes of a lone surname says little of that.
        const float other =
            form.evidence.score(form.type) - form.evidence.score(EvidenceKind::tagged, form.type);
        if (form.type != TypeId::person && other - form.evidence.score(TypeId::person) > 2 * clear_lead + 1)
            return std::nullopt;
        return best;
    }

    bool begins_with(std::uint32_t full, std::uint32_t part) const {
        return words_[full].size() > words_[part].size() &&
               std::equal(words_[part].begin(), words_[part].end(), words_[full].begin());
    }
    bool ends_with(std::uint32_t full, std::uint32_t part) const {
        return words_[full].size() > words_[part].size() &&
               std::equal(words_[part].rbegin(), words_[part].rend(), words_[full].rbegin());
    }

    /// Whether the short form's evidence allows the full form's type.
    bool compatible(std::uint32_t part, std::uint32_t full) const {
        const NameForm& a = forms_[part];
        const NameForm& b = forms_[full];
        if (a.type == b.type) return true;
        // The tagger alone has seen the full form: the short one, named more often, knows better.
        const bool guessed =
            b.evidence.score(b.type) - b.evidence.score(EvidenceKind::tagged, b.type) < 1.0F &&
            b.known.empty() && !has_digit(b.key) && a.spans.size() > b.spans.size();
        if (guessed) return true;
        if (b.type == TypeId::person) return false;
        return a.evidence.score(a.type) - a.evidence.score(b.type) < clear_lead;
    }

    bool is_generic(std::string_view word) const {
        const WordFacts& facts = gazetteer_.word(word);
        return !facts.of(WordClass::last_word).empty() || facts.is(inner_word);
    }

    std::optional<std::uint32_t> full_form_of(std::uint32_t f) {
        const NameForm& form = forms_[f];
        const bool surely_person = form.evidence.score(EvidenceKind::title, TypeId::person) > 0 ||
                                   form.evidence.score(EvidenceKind::person_name, TypeId::person) > 0;
        if ((form.type == TypeId::person && surely_person) || form.type == TypeId::group) return std::nullopt;
        std::optional<std::uint32_t> best;
        int best_score = 0;
        int versions = 0;
        bool sized = false;
        if (const auto found = by_first_.find(std::string(words_[f].front()));
            found != by_first_.end() && found->second.size() <= max_candidates && form.known.empty()) {
            for (const std::uint32_t c : found->second) {
                if (c == f || !begins_with(c, f)) continue;
                if (!compatible(f, c) && !is_body_word(f, c)) continue;
                // "Moss-70B" tells a size, "Heron 2" a version: only of versions is the bare name the
                // family's.
                if (forms_[c].key.ends_with('B'))
                    sized = true;
                else if (has_digit(forms_[c].key))
                    ++versions;
                int score = 1;
                bool generic = true;
                bool holds_other = false;
                for (std::size_t w = words_[f].size(); w < words_[c].size(); ++w) {
                    generic = generic && is_generic(words_[c][w]);
                    const auto other = one_word_.find(std::string(words_[c][w]));
                    holds_other = holds_other || (other != one_word_.end() && other->second != f);
                }
                if (holds_other && !generic) continue;  // "Acme Borealis" is neither Acme nor Borealis
                if (!forms_[c].known.empty() && forms_[c].type == TypeId::place) continue;
                if (generic) score += 2;
                if (words_[c].size() == words_[f].size() + 1) score += 1;
                if (score > best_score) {
                    best_score = score;
                    best = c;
                }
            }
        }
        if (versions > 1 || (versions == 1 && sized)) return std::nullopt;  // a family: "Heron 2", "Heron 3"
        if (best) return best;
        if (const auto plural = plural_of(f)) return plural;
        if (const auto namesake = named_after(f)) return namesake;
        return full_form_with_last(f);
    }

    /// "the House" for the House of Commons.
    bool is_body_word(std::uint32_t f, std::uint32_t c) const {
        return words_[f].size() == 1 && words_[c].size() > 1 && words_[c][1] == "of" &&
               gazetteer_.word(words_[f].front()).of(WordClass::first_word).contains(forms_[c].type);
    }

    /// "Webb" for the James Webb Space Telescope.
    std::optional<std::uint32_t> named_after(std::uint32_t f) {
        if (words_[f].size() != 1 || !forms_[f].known.empty() || forms_[f].type == TypeId::person)
            return std::nullopt;
        const auto found = by_second_.find(std::string(words_[f].front()));
        if (found == by_second_.end() || found->second.size() != 1) return std::nullopt;
        const std::uint32_t full = found->second.front();
        return full != f && words_[full].size() > 2 && forms_[full].type == forms_[f].type
                   ? std::optional(full)
                   : std::nullopt;
    }

    /// "the Browns" for the Brown Alliance.
    std::optional<std::uint32_t> plural_of(std::uint32_t f) {
        if (words_[f].size() != 1 || !words_[f].front().ends_with('s')) return std::nullopt;
        const auto found =
            by_first_.find(std::string(words_[f].front().substr(0, words_[f].front().size() - 1)));
        if (found == by_first_.end()) return std::nullopt;
        for (const std::uint32_t c : found->second) {
            if (words_[c].size() > 1 && forms_[c].type == TypeId::organization &&
                forms_[f].type == TypeId::organization)
                return c;
        }
        return std::nullopt;
    }

    /// "the Front" for "National Front", "Notes" for "Acme Notes", "Mossdale" for its university.
    std::optional<std::uint32_t> full_form_with_last(std::uint32_t f) {
        const NameForm& form = forms_[f];
        if (!form.known.empty()) return std::nullopt;
        const auto found = by_last_.find(std::string(words_[f].back()));
        if (found == by_last_.end() || found->second.size() > max_candidates) return std::nullopt;
        std::optional<std::uint32_t> best;
        for (const std::uint32_t c : found->second) {
            if (c == f || !ends_with(c, f) || !compatible(f, c) || forms_[c].type == TypeId::person) continue;
            // What is named before it is no short form of it: "Borealis", later "Acme Borealis".
            if (forms_[f].spans.front() < forms_[c].spans.front()) continue;
            if (best) return std::nullopt;
            const std::string_view before = words_[c][words_[c].size() - words_[f].size() - 1];
            const bool of = before == "of" || before == "for" || before == "in";
            if (of && !(words_[c].front() == "University" || words_[c].front() == "College")) continue;
            if (of && form.type == TypeId::place && form.evidence.score(TypeId::place) > 3) continue;
            best = c;
        }
        return best;
    }

    std::vector<NamedThing> things() {
        std::vector<NamedThing> things;
        std::unordered_map<std::uint32_t, std::uint32_t> place;
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            const auto [found, is_new] =
                place.try_emplace(root(f), static_cast<std::uint32_t>(things.size()));
            if (is_new) things.emplace_back();
            NamedThing& thing = things[found->second];
            thing.forms.push_back(f);
            thing.evidence.merge(forms_[f].evidence);
            thing.genders |= forms_[f].genders;
        }
        for (NamedThing& thing : things) {
            thing.type = best_type(thing.evidence);
            const NameForm* fullest = nullptr;
            bool fullest_shouts = false;
            for (const std::uint32_t f : thing.forms) {
                const bool shouts = words_[f].size() == 1 && shape_of(forms_[f].text).all_upper;
                if (!fullest || (fullest_shouts && !shouts) ||
                    (fullest_shouts == shouts && forms_[f].text.size() > fullest->text.size())) {
                    fullest = &forms_[f];
                    fullest_shouts = shouts;
                }
                // Joined persons are persons, whatever a surname alone looked like.
                if (forms_[f].type == TypeId::person && words_[f].size() > 1) thing.type = TypeId::person;
            }
            thing.name = fullest->text;
        }
        return things;
    }

    std::vector<NameForm>& forms_;
    const Gazetteer& gazetteer_;
    std::vector<std::uint32_t> parent_;
    std::vector<std::vector<std::string_view>> words_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_;
    std::unordered_map<std::string, std::uint32_t> one_word_;  // of names that are one word: the first such
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_second_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_last_;
};

}  // namespace

std::vector<NamedThing> join_names(std::vector<NameForm>& forms, const Gazetteer& gazetteer) {
    return Joiner(forms, gazetteer).join();
}

}  // namespace newsgraph
