#include "ingest/entity/name_spans.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace newsgraph {

namespace {

constexpr std::size_t max_name_tokens = 16;    // no name in news is longer; keeps every scan bounded
constexpr std::size_t max_quoted_tokens = 14;  // titles of works; longer quotations are speech
// Small words within titles.
constexpr std::array<std::string_view, 10> title_connectors = {"of", "and", "the", "in",   "a",
                                                               "to", "for", "on",  "with", "at"};

/// Straight apostrophes, as the gazetteer writes them.
std::string key_of(std::string_view name) {
    std::string key;
    key.reserve(name.size());
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name.substr(i, 3) == "\xE2\x80\x99") {
            key += '\'';
            i += 2;
        } else {
            key += name[i];
        }
    }
    return key;
}

bool is_hyphen(std::string_view form) {
    return form == "-" || form == "\xE2\x80\x90" || form == "\xE2\x80\x91";
}

bool is_possessive(const Token& token, std::string_view form) {
    return token.xpos == Xpos::pos || form == "'s" || form == "\xE2\x80\x99s";
}

bool is_function_word(Upos tag) {
    switch (tag) {
        case Upos::det:
        case Upos::pron:
        case Upos::aux:
        case Upos::adp:
        case Upos::sconj:
        case Upos::cconj:
        case Upos::part:
        case Upos::intj:
        case Upos::punct:
        case Upos::sym:
            return true;
        default:
            return false;
    }
}

class SpanFinder {
  public:
    SpanFinder(const Analysis& analysis, const Gazetteer& gazetteer, const TokenFacts& facts)
        : analysis_(analysis), gazetteer_(gazetteer), facts_(facts) {
        tag_at_.assign(analysis.tokens.size(), nullptr);
        for (const NameTag& tag : analysis.names) {
            for (TokenIndex i = tag.tokens.begin; i < tag.tokens.end; ++i) tag_at_[i] = &tag;
        }
        begins_sentence_.assign(analysis.tokens.size(), false);
        for (const Sentence& sentence : analysis.sentences) mark_beginnings(sentence);
        collect_capitals();
    }

    std::vector<NameSpan> find() {
        for (const Sentence& sentence : analysis_.sentences) {
            if (!is_title_case(sentence)) find_in(sentence, false);
        }
        std::unordered_set<std::string> named;
        for (const NameSpan& span : spans_) named.insert(folded(name_text(analysis_, span.tokens)));
        for (const Sentence& sentence : analysis_.sentences) {
            if (is_title_case(sentence)) find_in_title(sentence, named);
        }
        lengthen(named);
        std::stable_sort(spans_.begin(), spans_.end(), [](const NameSpan& a, const NameSpan& b) {
            return a.tokens.begin < b.tokens.begin;
        });
        return std::move(spans_);
    }

  private:
    void mark_beginnings(const Sentence& sentence) {
        bool beginning = true;
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            if (facts_.shape(i).has_letter || facts_.shape(i).has_digit) {
                begins_sentence_[i] = beginning;
                beginning = false;
            } else {
                const std::string_view form = analysis_.form(i);
                // What follows a quotation mark, a colon or a bullet has a capital for that alone.
                if (form == ":" || form == "\xE2\x80\xA2" || form == "*" ||
                    (opens_quotation(form) && i + 1 < sentence.tokens.end && !facts_.after_space(i + 1)))
                    beginning = true;
            }
        }
    }

    /// In headings such as "What the Competition Will Say" and "META BEATS GOOGLE" capitals tell nothing.
    bool is_title_case(const Sentence& sentence) const {
        std::size_t words = 0;
        std::size_t capital = 0;
        if (sentence.is_heading && shouts(sentence)) return true;
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const Shape& shape = facts_.shape(i);
            if (!shape.has_letter || begins_sentence_[i]) continue;
            // Headings that write nouns large write verbs large too.
            if (analysis_.tokens[i].upos == Upos::verb && !shape.begins_upper) return false;
            if (analysis_.form(i).size() < 4) continue;
            ++words;
            capital += shape.begins_upper;
        }
        const std::size_t enough = sentence.is_heading ? 2 : 3;
        const bool may_be_heading = sentence.is_heading || sentence.tokens.size() <= 14;
        if (words >= enough && may_be_heading && capital * 10 >= words * 8) return ends_as_heading(sentence);
        return words >= 4 && capital * 10 >= words * 9;
    }

    /// "PRICES GO UP": two words or more, all in capitals.
    bool shouts(const Sentence& sentence) const {
        std::size_t words = 0;
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const Shape& shape = facts_.shape(i);
            if (!shape.has_letter) continue;
            if (!shape.all_upper) return false;
            ++words;
        }
        return words > 1;
    }

    bool ends_as_heading(const Sentence& sentence) const {
        if (sentence.is_heading) return true;
        const std::string_view last = analysis_.form(sentence.tokens.end - 1);
        return last != "." && last != "\"" && last != "\xE2\x80\x9D";
    }

    /// Words that the text writes with a capital where no rule of spelling asks for one.
    void collect_capitals() {
        for (const Sentence& sentence : analysis_.sentences) {
            if (is_title_case(sentence)) continue;
            for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                const Shape& shape = facts_.shape(i);
                if (!shape.has_letter) continue;
                // "Ann Moss-Hill": a family name of two, also where it stands alone.
                if (i + 3 < sentence.tokens.end && facts_.form(i).is(first_name) &&
                    facts_.after_space(i + 1) && is_hyphen(analysis_.form(i + 2)) &&
                    !facts_.after_space(i + 3))
                    double_names_.insert(name_text(analysis_, {i + 1, i + 4}));
                if (!shape.begins_upper)
                    small_.insert(analysis_.form(i));
                else if (!begins_sentence_[i] && !is_function_word(analysis_.tokens[i].upos))
                    capitals_.insert(analysis_.form(i));
            }
        }
    }

    /// The longest known name that begins at `i`; empty if none does.
    TokenRange known_name(TokenIndex i, TokenIndex end) const {
        TokenRange found{i, i};
        const std::string_view form = analysis_.form(i);
        const std::string first = key_of(form);
        if (!gazetteer_.types(first).empty()) found.end = i + 1;
        std::string_view stem = first;
        stem = stem.substr(0, stem.find_first_of(" -'?!.,&+/:()"));
        if (!gazetteer_.begins_name(stem)) return found;
        std::string key = first;
        const TokenIndex last =
            static_cast<TokenIndex>(std::min<std::size_t>(end, i + gazetteer_.longest_name()));
        for (TokenIndex j = i + 1; j < last; ++j) {
            if (facts_.after_space(j)) key += ' ';
            key += key_of(analysis_.form(j));
            if (!gazetteer_.types(key).empty()) found.end = j + 1;
        }
        return found;
    }

    bool looks_like_name(TokenIndex i) const {
        const Shape& shape = facts_.shape(i);
        if (!shape.has_letter) return false;
        return shape.begins_upper || shape.inner_upper || (shape.has_digit && shape.all_upper);
    }

    /// Whether a name may begin at `i` by its looks and its place.
    bool may_begin(TokenIndex i, TokenIndex end) const {
        const Token& token = analysis_.tokens[i];
        if (!looks_like_name(i)) return false;
        if (facts_.shape(i).inner_upper || (facts_.shape(i).has_digit && facts_.shape(i).begins_upper))
            return true;
        const WordFacts& facts = facts_.form(i);
        if (is_function_word(token.upos) && (token.upos == Upos::sym || token.upos == Upos::punct ||
                                             begins_sentence_[i] || is_common(folded(analysis_.form(i)))))
            return false;
        if (facts.is(not_a_name)) {
            // "May" is a month, in "May Chen" a person's name.
            if (!(facts.is(first_name) && i + 1 < end && looks_like_name(i + 1) &&
                  facts_.after_space(i + 1) && !facts_.form(i + 1).is(not_a_name)) &&
                !facts.is(title_word))
                return false;
        }
        if (!begins_sentence_[i]) return true;
        if (tag_at_[i] && tag_at_[i]->probability > 0.5F &&
            (tag_at_[i]->tokens.size() > 1 || !is_common(folded(analysis_.form(i)))))
            return true;
        if (facts.is(title_word) && i + 1 < end && looks_like_name(i + 1)) return true;
        const std::string_view form = analysis_.form(i);
        if (capitals_.contains(form)) return true;
        if (facts_.shape(i).all_upper) return true;
        const std::string small = folded(form);
        // A tagger that has not seen the word calls it a name at the beginning of a sentence too readily.
        if (small_.contains(small)) return false;
        if (!is_common(small) && facts_.lemma(i).of(WordClass::noun).empty())
            return token.upos != Upos::adv && token.upos != Upos::num && token.xpos != Xpos::nns &&
                   token.xpos != Xpos::vbz;
        const bool before_name = i + 1 < end && is_name_word(i + 1) && facts_.after_space(i + 1);
        // "Rally driver Ann Lee": a common word before another.
        const bool modifies =
            i + 1 < end && analysis_.tokens[i + 1].upos == Upos::noun && !looks_like_name(i + 1) &&
            facts_.after_space(i + 1) && is_common(small) &&
            (!facts_.lemma(i + 1).of(WordClass::noun).empty() || facts_.lemma(i + 1).is(role_noun));
        if (modifies) return false;
        if (token.upos == Upos::propn) {
            // "Delays cost …": a plural of a common word.
            const bool plural = small.ends_with('s') && small.size() > 3 &&
                                gazetteer_.word(small.substr(0, small.size() - 1)).is(common_word);
            return before_name || (!facts.is(inner_word) && !plural);
        }
        // "Spotlight Trust": a common word as the first of a name; not "Startup Acme" or "Former Google".
        if (token.xpos == Xpos::nn || token.upos == Upos::adj || token.upos == Upos::x)
            return before_name && facts_.lemma(i).of(WordClass::noun).empty() &&
                   !facts_.lemma(i).is(role_noun) && known_name(i + 1, end).empty() &&
                   !facts_.form(i + 1).is(first_name) && !capitals_.contains(analysis_.form(i + 1));
        return false;
    }

    /// Whether the word, in small letters, is one that texts write small, or a plural or verb form of one.
    bool is_common(std::string_view small) const {
        const auto known = [&](std::string_view word) { return gazetteer_.word(word).is(common_word); };
        if (known(small)) return true;
        if (small.size() < 4) return small.size() < 3;
        for (const std::string_view ending : {"s", "es", "ed", "d", "ing", "ly", "er", "r"}) {
            if (small.ends_with(ending) && known(small.substr(0, small.size() - ending.size()))) return true;
        }
        if (small.ends_with("ing") || small.ends_with("ed")) {
            const std::size_t cut = small.ends_with("ing") ? 3 : 2;
            const std::string_view stem = small.substr(0, small.size() - cut);
            if (known(std::string(stem) + 'e')) return true;
            if (stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2] &&
                known(stem.substr(0, stem.size() - 1)))
                return true;
        }
        return small.ends_with("ies") && known(std::string(small.substr(0, small.size() - 3)) + 'y');
    }

    bool is_name_word(TokenIndex i) const {
        const WordFacts& facts = facts_.form(i);
        if (!looks_like_name(i)) return false;
        if (facts.is(date_word)) return false;
        const Upos tag = analysis_.tokens[i].upos;
        if (is_function_word(tag) && tag != Upos::adp && tag != Upos::x) {
            // "IT", "US" and "Who" within a name are seldom tagged as what they are.
            return facts_.shape(i).all_upper;
        }
        return true;
    }

    /// Whether the number at `j` belongs to the name that ends before it: "Heron 3", "Apache 2.0".
    bool is_version(TokenIndex begin, TokenIndex j, TokenIndex end) const {
        const std::string_view form = analysis_.form(j);
        const Shape& shape = facts_.shape(j);
        if (!shape.has_digit) return false;
        if (facts_.form(j - 1).is(not_a_name)) return false;
        if (shape.has_letter) {  // "405B", "8x7B", "2k": sizes and codes
            return !(form.ends_with("th") || form.ends_with("st") || form.ends_with("nd") ||
                     form.ends_with("rd") || form.ends_with("m") || form.ends_with("bn"));
        }
        if (!shape.is_number || form.size() > 5) return false;
        if (j + 1 < end) {
            const std::string_view next = analysis_.form(j + 1);
            if (!facts_.after_space(j + 1) &&
                (is_hyphen(next) || next == "%" || next == "\xE2\x80\x93" || next == "/" || next == ":"))
                return false;
            if (next == "%" || next == "million" || next == "billion" || next == "bn" || next == "m" ||
                next == "percent" || next == "per")
                return false;
        }
        const TokenIndex head = analysis_.tokens[j].head;
        const bool inside = head != no_token && head >= begin && head < j;
        const bool governs = analysis_.tokens[j - 1].head == j;
        const bool is_year = form.size() == 4 && (form.starts_with("19") || form.starts_with("20"));
        if (is_year) return inside && analysis_.tokens[j].deprel != Deprel::nmod_unmarked;
        if (inside || governs) return true;
        if (j + 1 < end && is_name_word(j + 1) && head != no_token && head > j && looks_like_name(head))
            return true;
        // A number that counts the noun after it is not the name's.
        return !(analysis_.tokens[j].deprel == Deprel::nummod && head != no_token && head > j);
    }

    /// Where the name that begins at `begin` ends, going on over the words that names are made of.
    TokenIndex extend(TokenIndex begin, TokenIndex end) const {
        const TokenIndex limit = static_cast<TokenIndex>(std::min<std::size_t>(end, begin + max_name_tokens));
        TokenIndex j = begin + 1;
        bool has_digit = facts_.shape(begin).has_digit;
        while (j < limit) {
            const std::string_view form = analysis_.form(j);
            const bool apart = facts_.after_space(j);
            if (is_hyphen(form) && !apart && j + 1 < limit && !facts_.after_space(j + 1)) {
                const Shape& next = facts_.shape(j + 1);
                if (next.begins_upper || next.has_digit || next.inner_upper) {
                    has_digit = has_digit || next.has_digit;
                    j += 2;
                    continue;
                }
                break;
            }
            if (is_name_word(j) && apart && !starts_other_name(begin, j, limit)) {
                has_digit = has_digit || facts_.shape(j).has_digit;
                ++j;
                continue;
            }
            if (!apart && form == "+") {
                ++j;
                continue;
            }
            if (facts_.shape(j).has_digit && apart && is_version(begin, j, end)) {
                has_digit = true;
                ++j;
                continue;
            }
            if (apart && facts_.form(j).is(version_word) && !looks_like_name(j)) {
                // "GPT-4o mini", "Whisper large-v3"
                const bool numbered = j + 2 < limit && is_hyphen(analysis_.form(j + 1)) &&
                                      !facts_.after_space(j + 1) && facts_.shape(j + 2).has_digit;
                if (numbered) {
                    j += 3;
                    has_digit = true;
                    continue;
                }
                if (has_digit && analysis_.tokens[j].upos != Upos::verb) {
                    ++j;
                    continue;
                }
            }
            if (const TokenIndex after = over_connector(begin, j, limit); after != j) {
                j = after;
                continue;
            }
            break;
        }
        return j;
    }

    /// "OpenAI GPT-4o": a known product after a known maker is a name of its own.
    bool starts_other_name(TokenIndex begin, TokenIndex j, TokenIndex limit) const {
        const TokenRange before{begin, j};
        if (facts_.form(j).is(title_word) && j + 1 < limit && is_name_word(j + 1) &&
            facts_.after_space(j + 1)) {
            // "Google Chief Sundar Pichai", but "Imperial College London" and "Prime Minister Ann Lee".
            return facts_.form(j + 1).is(first_name) && !facts_.form(j - 1).is(title_word);
        }
        const TokenRange known = known_name(j, limit);
        const TypeSet own = gazetteer_.types(key_of(name_text(analysis_, before)));
        if (own.empty()) return false;
        if (known.empty() && own.contains(TypeId::place)) {
            // "at a quarry in Wales Acme found": a verb that would have no subject.
            const bool after_preposition = begin > 0 && analysis_.tokens[begin - 1].upos == Upos::adp;
            const bool before_verb = j + 1 < limit && (analysis_.tokens[j + 1].xpos == Xpos::vbd ||
                                                       analysis_.tokens[j + 1].xpos == Xpos::vbz);
            return (after_preposition && before_verb) || !are_linked(before, j);
        }
        if (known.empty()) return false;
        const TypeSet others = gazetteer_.types(key_of(name_text(analysis_, known)));
        const bool things = others.contains(TypeId::model) || others.contains(TypeId::product);
        if (own.contains(TypeId::organization) && things) return true;
        return own.contains(TypeId::group);
    }

    /// Whether the tree joins the word at `j` to the name before it: in "at a quarry in Wales Acme found"
    /// two names stand side by side.
    bool are_linked(TokenRange before, TokenIndex j) const {
        const TokenIndex head = analysis_.tokens[j].head;
        if (head != no_token && before.contains(head)) return true;
        for (TokenIndex i = before.begin; i < before.end; ++i) {
            const TokenIndex above = analysis_.tokens[i].head;
            if (above == no_token || before.contains(above)) continue;
            if (above == j || (above == head && analysis_.tokens[i].deprel == analysis_.tokens[j].deprel))
                return true;
            if (above > j && looks_like_name(above)) return true;  // both belong to a later word
        }
        return false;
    }

    bool ends_like_body(TokenIndex begin, TokenIndex j) const {
        for (TokenIndex i = begin; i < j; ++i) {
            const WordFacts& facts = facts_.form(i);
            const TypeSet first = facts.of(WordClass::first_word);
            if (!(first & (TypeSet(TypeId::organization) | TypeId::law | TypeId::event)).empty()) return true;
            if (i + 1 == j && facts.of(WordClass::last_word).contains(TypeId::organization)) return true;
        }
        return false;
    }

    /// Past a connecting word within a name, to the token after the word that it connects; `j` if there is
    /// none.
    TokenIndex over_connector(TokenIndex begin, TokenIndex j, TokenIndex limit) const {
        const std::string_view form = analysis_.form(j);
        const auto next_is_name = [&](TokenIndex i) { return i < limit && is_name_word(i); };
        if (const TokenIndex after = over_tagged_connector(begin, j, limit); after != j) return after;
        if (const TokenIndex after = over_connector_of_title(begin, j, limit); after != j) return after;
        if (form == "&" || form == "+") return next_is_name(j + 1) ? j + 2 : j;
        if (form == "of" || form == "for" || form == "on" || form == "to" || form == "in") {
            TokenIndex next = j + 1;
            if (next < limit && (analysis_.form(next) == "the" || analysis_.form(next) == "The") &&
                form != "in")
                ++next;
            if (!next_is_name(next)) return j;
            const WordFacts& last = facts_.form(j - 1);
            const TypeSet first = last.of(WordClass::first_word);
            const bool institution = ends_like_body(begin, j);
            if (form == "of") {
                // "University of Sheffield of the UK": the second place is where the first lies.
                bool has_of = false;
                for (TokenIndex i = begin; i < j; ++i) has_of = has_of || analysis_.form(i) == "of";
                if (has_of && next > j + 1) {
                    const TokenRange known = known_name(next, limit);
                    if (!known.empty() && is_geographic(known)) return j;
                }
                // "the Moss Foundation of New York" lies there; "National Bank of Kenya" is called so.
                if (j - begin > 1 && !facts_.form(begin).is(inner_word) &&
                    facts_.form(begin).of(WordClass::first_word).empty() &&
                    facts_.form(begin).of(WordClass::last_word).empty() &&
                    !is_common(folded(analysis_.form(begin))) &&
                    gazetteer_.types(analysis_.form(begin)).empty()) {
                    const TokenRange known = known_name(next, limit);
                    if (!known.empty() && is_geographic(known)) return j;
                }
                if (!first.empty() || (institution && !known_apart(next, limit) && !lies_elsewhere(begin, j)))
                    return next + 1;
                // "Baroness Lee of Moss"
                if (j - begin == 2 && facts_.form(begin).is(title_word) && facts_.form(next).flags == 0)
                    return next + 1;
                return j;
            }
            // "left the Treasury for the Reserve Bank" are two.
            if (form == "for" && next > j + 1 && !first.contains(TypeId::organization)) return j;
            if (form == "for") {
                // "Council for Trade", but "the Moss Council for Acmezumab" are two.
                const bool plain = j - 1 == begin || facts_.form(next).is(inner_word) ||
                                   (is_common(folded(analysis_.form(next))) && !lies_elsewhere(begin, j));
                return institution && plain && !known_apart(next, limit) ? next + 1 : j;
            }
            if (form == "on")
                return !(first & (TypeSet(TypeId::organization) | TypeId::law)).empty() &&
                               facts_.form(next).is(inner_word)
                           ? next + 1
                           : j;
            return j;
        }
        if (form == "and") {
            // "Competition and Markets Authority": both sides are words that bodies are named for.
            if (next_is_name(j + 1) && facts_.form(j - 1).is(inner_word) &&
                facts_.form(j + 1).is(inner_word) && (j - 1 > begin || body_follows(j + 1, limit)))
                return j + 2;
            return j;
        }
        if (facts_.form(j).is(versus_word) && (form.starts_with('v') || form.starts_with('V'))) {
            const TokenIndex next =
                form.size() == 1 && j + 1 < limit && analysis_.form(j + 1) == "." ? j + 2 : j + 1;
            return next_is_name(next) && facts_.form(j).is(versus_word) ? next + 1 : j;
        }
        if (facts_.form(j).is(particle_word) && !facts_.shape(j).begins_upper) {
            TokenIndex next = j + 1;
            while (next < limit && next < j + 3 && facts_.form(next).is(particle_word) &&
                   !facts_.shape(next).begins_upper)
                ++next;
            return next_is_name(next) && facts_.after_space(next) ? next + 1 : j;
        }
        if (is_possessive(analysis_.tokens[j], form)) {
            const bool within =
                facts_.form(j - 1).is(possessor_word) || is_owner_within_name(begin, j, limit);
            return next_is_name(j + 1) && within ? j + 2 : j;
        }
        if (form == "," && j + 1 < limit) {
            const std::string_view next = analysis_.form(j + 1);
            if (next == "Inc" || next == "Inc." || next == "Ltd" || next == "Ltd." || next == "LLC")
                return j + 2;
        }
        return j;
    }

    /// "her album Salt and Honey": what stands with the noun for a work is one title. The token after the
    /// connecting words and the word behind them, or `j`.
    TokenIndex over_connector_of_title(TokenIndex begin, TokenIndex j, TokenIndex limit) const {
        if (!follows_work(begin)) return j;
        TokenIndex next = j;
        while (next < limit && next < j + 2 &&
               std::ranges::find(title_connectors, analysis_.form(next)) != title_connectors.end())
            ++next;
        if (next == j || next >= limit || !is_name_word(next)) return j;
        return known_name(next, limit).empty() && !facts_.form(next).is(first_name) ? next + 1 : j;
    }

    /// "his second film, The Winter House,": with the capital of its article, and whatever word it is made
    /// of. The token after it, or `i`.
    TokenIndex titled_work(TokenIndex i, TokenIndex end) const {
        if (analysis_.form(i) != "The" || !follows_work(i)) return i;
        const TokenIndex limit = static_cast<TokenIndex>(std::min<std::size_t>(end, i + max_name_tokens));
        const auto connects = [&](TokenIndex j) {
            return std::ranges::find(title_connectors, analysis_.form(j)) != title_connectors.end();
        };
        TokenIndex after = i;
        for (TokenIndex j = i + 1; j < limit; ++j) {
            const bool joined = !facts_.after_space(j);  // "The Winter's Tale"
            if (joined && analysis_.tokens[j].xpos != Xpos::pos && !is_hyphen(analysis_.form(j))) break;
            if (joined || connects(j)) continue;
            if (!facts_.shape(j).begins_upper) break;
            // "his film The Winter House on Monday", "… for Acme"
            const bool behind_connector = j > i + 1 && connects(j - 1);
            if (behind_connector && (facts_.form(j).is(date_word) || facts_.form(j).is(first_name) ||
                                     !known_name(j, limit).empty()))
                break;
            after = j + 1;
        }
        return after;
    }

    /// "her third album, Salt and Honey", "the novel Salt".
    bool follows_work(TokenIndex begin) const {
        TokenIndex at = begin;
        if (at > 0 && analysis_.form(at - 1) == "The") --at;
        if (at < 2 || begins_sentence_[at] || begins_sentence_[at - 1]) return false;
        const bool apart = analysis_.form(at - 1) == ",";
        const TokenIndex noun = apart ? at - 2 : at - 1;
        if (analysis_.tokens[noun].xpos != Xpos::nn ||
            facts_.lemma(noun).of(WordClass::noun) != TypeSet(TypeId::work))
            return false;
        if (!apart) return true;
        for (TokenIndex i = noun; i-- > 0 && i + 4 > noun;) {
            const Xpos tag = analysis_.tokens[i].xpos;
            if (tag == Xpos::prp_poss || tag == Xpos::pos) return true;
            if (analysis_.tokens[i].upos != Upos::adj && analysis_.tokens[i].upos != Upos::noun) break;
        }
        return false;
    }

    /// "Patriots' Front", "St Anne's Hospital": whether the possessor that ends before `j` is part of a
    /// body's name.
    bool is_owner_within_name(TokenIndex begin, TokenIndex j, TokenIndex limit) const {
        const auto is_body = [&](TokenIndex i) {
            return i < limit && is_name_word(i) &&
                   facts_.form(i).of(WordClass::last_word).contains(TypeId::organization);
        };
        if (!is_body(j + 1) && !(j + 2 < limit && is_name_word(j + 1) && is_body(j + 2))) return false;
        const std::string_view first = analysis_.form(begin);
        if (first == "St" || first == "St." || first == "Saint") return true;
        // Of several: "Patriots' Front"; "Giants' Foundation" is a known club's.
        const bool several = analysis_.form(j) == "'" || analysis_.form(j) == "\xE2\x80\x99";
        if (!several || begin + 1 != j) return false;
        static constexpr std::array<std::string_view, 9> unions = {"Union",       "Federation", "League",
                                                                   "Association", "Guild",      "Front",
                                                                   "Party",       "Alliance",   "Congress"};
        return is_common(folded(first)) || std::ranges::find(unions, analysis_.form(j + 1)) != unions.end();
    }

    /// "Acme Dynamics of Rome": after a name of its own that ends in what a firm does, "of" tells where it
    /// is.
    bool lies_elsewhere(TokenIndex begin, TokenIndex j) const {
        return j - begin > 1 && facts_.form(begin).flags == 0 &&
               facts_.form(j - 1).of(WordClass::first_word).empty() &&
               gazetteer_.types(analysis_.form(begin)).empty() && !is_common(folded(analysis_.form(begin)));
    }

    /// "Conference on Computer Vision and Pattern Recognition": the tagger, sure of itself, sees one name on
    /// both sides of the connecting words. The token after it, or `j`, as over_connector.
    TokenIndex over_tagged_connector(TokenIndex begin, TokenIndex j, TokenIndex limit) const {
        static constexpr std::array<std::string_view, 6> connectors = {"of", "for", "on", "and", "in", "the"};
        const auto connects = [&](TokenIndex i) {
            return std::find(connectors.begin(), connectors.end(), analysis_.form(i)) != connectors.end();
        };
        const NameTag* tag = tag_at_[j - 1];
        if (!tag || tag->probability < 0.7F || tag->tokens.begin > begin) return j;
        if (analysis_.form(j) == "of" && ends_like_body(begin, j) && lies_elsewhere(begin, j)) return j;
        TokenIndex next = j;
        while (next < limit && next < j + 2 && connects(next)) ++next;
        if (next == j || next >= limit || !tag->tokens.contains(next) || !is_name_word(next)) return j;
        // Whether a body is called for a place or lies there is for the rules of over_connector.
        const TokenRange known = known_name(next, limit);
        return known.empty() || !is_geographic(known) ? next + 1 : j;
    }

    /// A word with "of"/"for" before it that names something by itself: "University of Tokyo" holds a known
    /// place and stays one name; "chief of Meta" never comes here, for "chief" is no body.
    bool known_apart(TokenIndex next, TokenIndex limit) const {
        const TokenRange known = known_name(next, limit);
        if (known.empty()) return false;
        const TypeSet types = gazetteer_.types(key_of(name_text(analysis_, known)));
        return !types.contains(TypeId::place) && !types.contains(TypeId::group) &&
               !types.contains(TypeId::technology);
    }

    bool body_follows(TokenIndex i, TokenIndex limit) const {
        for (TokenIndex k = i + 1; k < limit && k < i + 4 && is_name_word(k); ++k) {
            if (facts_.form(k).of(WordClass::last_word).contains(TypeId::organization) ||
                facts_.form(k).of(WordClass::last_word).contains(TypeId::law))
                return true;
        }
        return false;
    }

    void find_in(const Sentence& sentence, bool title_case) {
        const TokenIndex end = sentence.tokens.end;
        for (TokenIndex i = sentence.tokens.begin; i < end;) {
            if (const TokenIndex after = quoted_title(i, end, title_case); after != i) {
                i = after;
                continue;
            }
            if (const TokenIndex after = titled_work(i, end); after != i) {
                add({i, after}, title_case, true);
                i = after;
                continue;
            }
            if (const TokenIndex after = dated_vote(i, end); after != i) {
                add({i, after}, title_case, true);
                i = after;
                continue;
            }
            const TokenRange known = known_name(i, end);
            const bool usable = !known.empty() && known_is_usable(known);
            if (usable && !looks_like_name(i)) {  // "artificial intelligence", "sub-Saharan Africa"
                add(known, title_case, true);
                i = known.end;
                continue;
            }
            if (!(usable && known.size() > 1) && !may_begin(i, end) && !(usable && known_begins(i))) {
                if (const TokenIndex after = small_name(i, end); after != i) {
                    add({i, after}, title_case, false);
                    i = after;
                    continue;
                }
                ++i;
                continue;
            }
            TokenIndex stop = extend(i, end);
            // "The National Moss Council" is not The National's.
            if (usable && known.size() > 1 && analysis_.form(i) == "The" && extend(i + 1, end) > known.end) {
                ++i;
                continue;
            }
            if (known.end > stop && usable) stop = known.end;
            // "the NATO summit", "the Baltic pipeline"
            if (stop < end && facts_.form(stop).is(name_noun) && facts_.after_space(stop) &&
                i > sentence.tokens.begin && analysis_.tokens[i - 1].upos == Upos::det) {
                add({i, stop + 1}, title_case, true);
                i = stop + 1;
                continue;
            }
            split_and_add({i, stop}, title_case);
            i = stop;
        }
    }

    /// "2031 Norwegian parliamentary election": the year of a vote, whose vote and which names it, though its
    /// last words are written small. The token after it, or `i`.
    TokenIndex dated_vote(TokenIndex i, TokenIndex end) const {
        static constexpr std::array<std::string_view, 14> kinds = {
            "general",  "presidential", "federal",       "parliamentary", "legislative", "local", "municipal",
            "regional", "provincial",   "gubernatorial", "mayoral",       "leadership",  "state", "snap"};
        static constexpr std::array<std::string_view, 4> votes = {"election", "elections", "referendum",
                                                                  "primaries"};
        const auto is_among = [](const auto& words, std::string_view word) {
            return std::find(words.begin(), words.end(), word) != words.end();
        };
        const std::string_view year = analysis_.form(i);
        if (year.size() != 4 || !facts_.shape(i).is_number || (year[0] != '1' && year[0] != '2')) return i;
        const TokenIndex limit = static_cast<TokenIndex>(std::min<std::size_t>(end, i + max_name_tokens / 2));
        TokenIndex j = i + 1;
        while (j < limit && is_name_word(j) && facts_.after_space(j)) ++j;
        const bool is_named = j > i + 1;
        while (j < limit && is_among(kinds, analysis_.form(j))) ++j;
        if (j == i + 1 || j >= limit) return i;
        if (is_among(votes, analysis_.form(j))) return j + 1;
        return is_named && is_among(votes, folded(analysis_.form(j - 1))) ? j : i;
    }

    /// "its Heron 3 phone": a number before one thing belongs to the name before it.
    bool counts_nothing(TokenIndex number) const {
        static constexpr std::array<std::string_view, 21> units = {
            "percent",  "per",      "cent",   "pc",   "point", "million", "billion",
            "trillion", "thousand", "m",      "bn",   "year",  "month",   "week",
            "day",      "hour",     "minute", "mile", "km",    "nil",     "goal"};
        const TokenIndex noun = number + 1;
        if (noun >= analysis_.tokens.size() || begins_sentence_[noun] || !facts_.after_space(number) ||
            !facts_.after_space(noun) || analysis_.form(number) == "1")
            return false;
        const Token& token = analysis_.tokens[noun];
        return token.upos == Upos::noun && token.xpos == Xpos::nn &&
               std::ranges::find(units, token.lemma) == units.end();
    }

    /// "Heron 3 edges past", where a wrong tree leaves the number to the next word: the text names "Heron 3"
    /// elsewhere.
    void lengthen(const std::unordered_set<std::string>& named) {
        for (NameSpan& span : spans_) {
            const TokenIndex next = span.tokens.end;
            if (span.quoted || next >= analysis_.tokens.size() || !facts_.shape(next).is_number) continue;
            if (named.contains(folded(name_text(analysis_, {span.tokens.begin, next + 1}))) ||
                counts_nothing(next))
                ++span.tokens.end;
        }
    }

    /// Where every word has a capital, only what the text names elsewhere, and what is known and no common
    /// word.
    void find_in_title(const Sentence& sentence, const std::unordered_set<std::string>& named) {
        const TokenIndex end = sentence.tokens.end;
        for (TokenIndex i = sentence.tokens.begin; i < end;) {
            TokenIndex stop = i;
            if (facts_.shape(i).has_letter) {
                for (TokenIndex j = i + 1; j <= end && j <= i + 8; ++j) {
                    if (named.contains(folded(name_text(analysis_, {i, j})))) stop = j;
                }
                const TokenRange known = known_name(i, end);
                if (known.end > stop && looks_like_name(i) &&
                    (known.size() > 1 || !is_common(folded(analysis_.form(i)))))
                    stop = known.end;
            }
            if (stop == i) {
                ++i;
                continue;
            }
            add({i, stop}, true, true);
            i = stop;
        }
    }

    /// A single known word at the beginning of a sentence may be a common one: "Nature is cruel."
    bool known_begins(TokenIndex i) const {
        const Upos tag = analysis_.tokens[i].upos;
        return !begins_sentence_[i] || tag == Upos::propn || !is_common(folded(analysis_.form(i))) ||
               (tag == Upos::adj && gazetteer_.types(analysis_.form(i)).contains(TypeId::group));
    }

    bool known_is_usable(TokenRange known) const {
        if (known.size() > 1) {
            // "for the information" does not name The Information.
            return true;
        }
        const TokenIndex i = known.begin;
        const Upos tag = analysis_.tokens[i].upos;
        if (!looks_like_name(i)) {
            const std::string_view form = analysis_.form(i);
            return tag == Upos::noun || tag == Upos::propn || (form.size() > 3 && !is_common(form));
        }
        return !is_function_word(tag) || facts_.shape(i).all_upper;
    }

    /// Medicines are written small: "ardelimab". So are some bodies; those the tagger must know.
    TokenIndex small_name(TokenIndex i, TokenIndex end) const {
        const Token& token = analysis_.tokens[i];
        if (token.upos != Upos::noun && token.upos != Upos::propn && token.upos != Upos::x) return i;
        const std::string_view form = analysis_.form(i);
        if (facts_.shape(i).begins_upper || !facts_.shape(i).has_letter) return i;
        if (token.upos == Upos::propn && tag_at_[i] && tag_at_[i]->tokens.begin == i &&
            tag_at_[i]->probability > 0.8F && !is_common(form)) {
            TokenIndex last = std::min(end, tag_at_[i]->tokens.end);
            while (last > i + 1 && analysis_.tokens[last - 1].upos != Upos::propn) --last;
            return last;
        }
        if (form.size() >= 7) {
            for (std::size_t size = 3; size <= 7 && size + 3 < form.size(); ++size) {
                if (gazetteer_.word(form.substr(form.size() - size)).is(drug_ending)) return i + 1;
            }
        }
        return i;
    }

    /// The title of a work in quotation marks that begins at `i`; the token after it, or `i`.
    TokenIndex quoted_title(TokenIndex i, TokenIndex end, bool title_case) {
        if (title_case || !opens_quotation(analysis_.form(i))) return i;
        const bool single = analysis_.form(i) == "'" || analysis_.form(i) == "\xE2\x80\x98";
        const TokenIndex limit =
            static_cast<TokenIndex>(std::min<std::size_t>(end, i + 2 + max_quoted_tokens));
        TokenIndex close = i + 1;
        while (close < limit &&
               !(closes_quotation(analysis_.form(close)) &&
                 (single == (analysis_.form(close) == "'" || analysis_.form(close) == "\xE2\x80\x99"))))
            ++close;
        if (close >= limit || close == i + 1) return i;
        TokenIndex last = close;
        if (analysis_.form(last - 1) == ",") --last;
        std::size_t content = 0;
        std::size_t small = 0;
        for (TokenIndex k = i + 1; k < last; ++k) {
            const Shape& shape = facts_.shape(k);
            if (!shape.has_letter) continue;
            const Upos tag = analysis_.tokens[k].upos;
            // Titles write their verbs with a capital: "We did not buy it" is speech.
            if (!shape.begins_upper && (tag == Upos::aux || tag == Upos::verb)) return i;
            if (k > i + 1 && (is_function_word(tag) || analysis_.form(k).size() <= 3) && !shape.begins_upper)
                continue;
            ++content;
            if (!shape.begins_upper) ++small;
        }
        if (content == 0 || small > 0 || !facts_.shape(i + 1).begins_upper) return i;
        const std::string_view final = analysis_.form(last - 1);
        if (final == "." || (final == "!" && content < 2)) return i;
        if (content == 1 && last - i - 1 == 1) {
            // One word in quotation marks may be a word spoken of: a work only where one is named before.
            if (!work_is_near(i, last, end)) return i;
        } else if (content == 1 && !work_is_near(i, last, end)) {
            return i;
        }
        NameSpan span;
        span.tokens = {i + 1, last};
        span.quoted = true;
        span.sure = true;
        span.tag = tag_at_[i + 1];
        spans_.push_back(span);
        return close + 1;
    }

    bool work_is_near(TokenIndex open, TokenIndex last, TokenIndex end) const {
        for (TokenIndex k = open; k-- > 0 && k + 6 > open;) {
            if (facts_.lemma(k).of(WordClass::noun).contains(TypeId::work)) return true;
            const std::string& lemma = analysis_.tokens[k].lemma;
            if (lemma == "call" || lemma == "title" || lemma == "entitle") return lemma != "call";
            if (lemma == "write" || lemma == "author") return true;
        }
        for (TokenIndex k = last; k < end && k < last + 6; ++k) {
            if (facts_.lemma(k).of(WordClass::noun).contains(TypeId::work)) return true;
        }
        return false;
    }

    /// "the Finance Bill", where "Finance" could be a part of a title and "Bill" a man.
    bool names_law(TokenRange run) const {
        return run.size() > 1 && run.begin > 0 && analysis_.tokens[run.begin - 1].upos == Upos::det &&
               facts_.form(run.end - 1).of(WordClass::last_word).contains(TypeId::law);
    }

    /// Takes titles and nationalities off the front of a run of capitals, and splits what names two things.
    void split_and_add(TokenRange run, bool title_case) {
        TokenIndex begin = run.begin;
        while (begin < run.end) {
            const TokenRange known = known_name(begin, run.end);
            if (!known.empty() && known.end == run.end) {
                add({begin, run.end}, title_case, true);
                return;
            }
            const WordFacts& facts = facts_.form(begin);
            if (facts.is(not_a_name) && !facts.is(first_name) && !facts.is(title_word)) {
                ++begin;
                continue;
            }
            // "Chinese President Xi Jinping", "Dutch Moss & Fern": the nationality is a name of its own, but
            // "Norwegian Refugee Council" is one name.
            if (!known.empty() && known.end < run.end &&
                gazetteer_.types(key_of(name_text(analysis_, known))) == TypeSet(TypeId::group)) {
                const TokenIndex next = known.end;
                const bool hyphen = is_hyphen(analysis_.form(next));
                const bool title = facts_.form(next).is(title_word) || facts_.form(next).is(not_a_name);
                const TokenRange rest = known_name(next, run.end);
                const bool person = facts_.form(next).is(first_name) && run.end - next >= 2;
                if (title || person ||
                    (!rest.empty() && rest.end == run.end && !names_body({next, run.end}))) {
                    add(known, title_case, true);
                    begin = next;
                    continue;
                }
                if (hyphen && is_geographic({next + 1, run.end})) {  // "Chinese-American": two
                    add(known, title_case, true);
                    begin = next + 1;
                    continue;
                }
            }
            if (is_title_by_kind(begin, run.end)) {
                add({begin + 1, run.end}, title_case, true, begin);
                return;
            }
            if (names_law({begin, run.end})) break;
            if (facts.is(title_word) || facts.is(not_a_name)) {
                TokenIndex after = begin;
                while (after < run.end &&
                       (facts_.form(after).is(title_word) || facts_.form(after).is(not_a_name)))
                    ++after;
                if (after == run.end) {
                    if (after - begin == 1 || !names_body({begin, run.end})) return;  // "the President"
                    break;
                }
                if (names_body({begin, run.end}) && !facts_.form(after).is(first_name)) break;
                if (keeps_title(begin, after, run.end)) break;
                add({after, run.end}, title_case, true, after - 1);
                return;
            }
            break;
        }
        if (begin >= run.end) return;
        // "US-China", "Anglo American-De Beers": known names on both sides of a hyphen are two.
        const TokenRange known = known_name(begin, run.end);
        if (!known.empty() && known.end + 1 < run.end && is_hyphen(analysis_.form(known.end))) {
            const TokenRange rest = known_name(known.end + 1, run.end);
            if (!rest.empty() && rest.end == run.end && is_geographic(known) && is_geographic(rest) &&
                !double_names_.contains(name_text(analysis_, {begin, run.end}))) {
                add(known, title_case, true);
                add(rest, title_case, true);
                return;
            }
        }
        split_before_title({begin, run.end}, title_case);
    }

    /// "Surgeon Ann Lee", "Assistant Ann Lee": a sentence that begins with what a person is.
    bool is_title_by_kind(TokenIndex begin, TokenIndex end) const {
        if (!begins_sentence_[begin] || end - begin < 3 || facts_.form(begin).is(first_name)) return false;
        const std::string small = folded(analysis_.form(begin));
        const WordFacts& word = gazetteer_.word(small);
        const bool kind = word.of(WordClass::noun) == TypeSet(TypeId::person) || word.is(role_noun) ||
                          (is_common(small) && facts_.form(begin + 1).is(first_name));
        return kind && !names_body({begin, end}) && gazetteer_.types(analysis_.form(begin)).empty();
    }

    bool is_geographic(TokenRange tokens) const {
        const TypeSet types = gazetteer_.types(key_of(name_text(analysis_, tokens)));
        return types.contains(TypeId::place) || types.contains(TypeId::group);
    }

    /// "Google CEO Sundar Pichai": a body, a title, a person.
    void split_before_title(TokenRange run, bool title_case) {
        for (TokenIndex i = run.begin + 1; i + 1 < run.end; ++i) {
            const WordFacts& facts = facts_.form(i);
            const bool title =
                facts.is(title_word) && (facts.is(not_a_name) || facts_.form(i + 1).is(first_name));
            if (!title) continue;
            add({run.begin, i}, title_case, false);
            add({i + 1, run.end}, title_case, true, i);
            return;
        }
        add(run, title_case, begins_sure(run.begin));
    }

    bool begins_sure(TokenIndex i) const {
        return !begins_sentence_[i] || capitals_.contains(analysis_.form(i)) ||
               (analysis_.tokens[i].upos == Upos::propn && !is_common(folded(analysis_.form(i))));
    }

    bool names_body(TokenRange tokens) const {
        const WordFacts& last = facts_.form(tokens.end - 1);
        const TypeSet bodies = TypeSet(TypeId::organization) | TypeId::law | TypeId::event;
        if (!(last.of(WordClass::last_word) & bodies).empty()) return true;
        for (TokenIndex i = tokens.begin; i + 1 < tokens.end; ++i) {
            if (!(facts_.form(i).of(WordClass::first_word) & bodies).empty() && analysis_.form(i + 1) == "of")
                return true;
        }
        return false;
    }

    /// "Baroness Lee", "Pope Francis", "King Charles": rank is part of the name.
    bool keeps_title(TokenIndex begin, TokenIndex after, TokenIndex end) const {
        static constexpr std::string_view ranks[] = {"Lord",    "Lady",  "Baroness", "Baron",    "King",
                                                     "Queen",   "Pope",  "Prince",   "Princess", "Duke",
                                                     "Duchess", "Saint", "St.",      "Earl",     "Sultan"};
        if (after - begin != 1) return false;
        if (std::find(std::begin(ranks), std::end(ranks), analysis_.form(begin)) == std::end(ranks))
            return false;
        return end - after == 1 || analysis_.form(after + 1) == "of" ||
               facts_.form(begin).is(not_a_name) == false;
    }

    void add(TokenRange tokens, bool title_case, bool sure, TokenIndex title = no_token) {
        while (!tokens.empty() && !facts_.shape(tokens.end - 1).has_letter &&
               !facts_.shape(tokens.end - 1).has_digit && analysis_.form(tokens.end - 1) != "+" &&
               analysis_.form(tokens.end - 1) != "?" && analysis_.form(tokens.end - 1) != "!")
            --tokens.end;
        while (!tokens.empty() && is_hyphen(analysis_.form(tokens.begin))) ++tokens.begin;
        // "Labour MPs": what the name's bearers are called is no part of it.
        const bool full_name = tokens.size() == 2 && facts_.form(tokens.begin).is(first_name) &&
                               analysis_.tokens[tokens.begin + 1].upos == Upos::propn;  // "Mark Read"
        while (tokens.size() > 1 && !full_name && facts_.form(tokens.end - 1).is(not_a_name) &&
               !ends_in_season(tokens) && !is_hyphen(analysis_.form(tokens.end - 2)) &&
               gazetteer_.types(key_of(name_text(analysis_, tokens))).empty())
            --tokens.end;
        if (tokens.empty()) return;
        if (tokens.size() == 1 && facts_.form(tokens.begin).is(not_a_name) && title == no_token) return;
        if (!begins_sentence_[tokens.begin] && counts_parts(tokens)) return;
        NameSpan span;
        span.tokens = tokens;
        span.title = title;
        span.sure = sure;
        span.in_title_case = title_case;
        for (TokenIndex i = tokens.begin; i < tokens.end && !span.tag; ++i) span.tag = tag_at_[i];
        spans_.push_back(span);
    }

    /// "Game 3 of the finals", "a Phase 2 trial": which of several, not what it is called.
    bool counts_parts(TokenRange tokens) const {
        static constexpr std::array<std::string_view, 14> parts = {"Game",  "Stage", "Group", "Day", "Phase",
                                                                   "Round", "Match", "Heat",  "Lap", "Week",
                                                                   "Level", "Grade", "Tier",  "Leg"};
        return tokens.size() == 2 && facts_.shape(tokens.end - 1).is_number &&
               gazetteer_.types(key_of(name_text(analysis_, tokens))).empty() &&
               std::ranges::find(parts, analysis_.form(tokens.begin)) != parts.end();
    }

    /// "The Long Winter", where the tagger sees one name.
    bool ends_in_season(TokenRange tokens) const {
        static constexpr std::array<std::string_view, 4> seasons = {"Spring", "Summer", "Autumn", "Winter"};
        const TokenIndex last = tokens.end - 1;
        return std::ranges::find(seasons, analysis_.form(last)) != seasons.end() && tag_at_[last] &&
               tag_at_[last]->tokens.contains(tokens.begin) && tokens.begin > 0 &&
               (analysis_.form(tokens.begin - 1) == "The" || analysis_.form(tokens.begin) == "The");
    }

    const Analysis& analysis_;
    const Gazetteer& gazetteer_;
    const TokenFacts& facts_;
    std::vector<const NameTag*> tag_at_;
    std::vector<bool> begins_sentence_;
    std::unordered_set<std::string_view> capitals_;  // only asked, never walked: their order does not matter
    std::unordered_set<std::string_view> small_;
    std::unordered_set<std::string> double_names_;  // "Moss-Hill"
    std::vector<NameSpan> spans_;
};

}  // namespace

std::vector<NameSpan> find_name_spans(const Analysis& analysis, const Gazetteer& gazetteer,
                                      const TokenFacts& facts) {
    return SpanFinder(analysis, gazetteer, facts).find();
}

std::string name_text(const Analysis& analysis, TokenRange tokens) {
    std::string text;
    bool space = false;
    for (const char c : analysis.quote(tokens)) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            space = true;
            continue;
        }
        if (space && !text.empty()) text += ' ';
        space = false;
        text += c;
    }
    return text;
}

}  // namespace newsgraph
