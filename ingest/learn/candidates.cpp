#include "ingest/learn/candidates.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "ingest/entity/token_facts.hpp"
#include "ingest/relation/clause.hpp"

namespace newsgraph {
namespace {

constexpr TokenIndex max_known_tokens = 12;
constexpr TokenIndex max_name_tokens = 14;
constexpr TokenIndex max_phrase_tokens = 4;
constexpr TokenIndex max_date_tokens = 5;
constexpr TokenIndex max_quotation_tokens = 14;

/// Small words and marks within a title or a name: "The Lord of the Rings: Part One".
constexpr std::array<std::string_view, 27> inner_words = {
    "of", "the", "and", "de", "la",   "le",   "du", "van", "von", "der", "for", "in", "to", "a",
    "an", "on",  "at",  "by", "with", "from", "&",  "-",   "'s",  "’s",  ":",   "–",  "'"};
/// Those that join what is one name to a reader too: "St.-Mary's", "AT & T".
constexpr std::array<std::string_view, 7> tight_words = {"&", "-", "'s", "’s", "–", ".", "/"};

class CandidateFinder {
  public:
    CandidateFinder(const TextReading& reading, const KnownKeys* known) : reading_(reading), known_(known) {
        for (TokenIndex token = 0; token < reading.size(); ++token)
            shapes_.push_back(shape_of(reading.analysis.form(token)));
    }

    std::vector<Candidate> find() && {
        add_dates();
        add_numbers();
        add_mentions();
        for (const Sentence& sentence : reading_.analysis.sentences) {
            add_runs(sentence.tokens);
            add_subjects(sentence.tokens);
            add_phrases(sentence.tokens);
            add_quotations(sentence.tokens);
            if (known_ != nullptr) add_known(sentence.tokens);
        }
        std::vector<Candidate> result;
        for (auto& [place, candidate] : found_) result.push_back(std::move(candidate));
        std::ranges::stable_sort(result, [](const Candidate& a, const Candidate& b) {
            return std::make_tuple(a.tokens.begin, b.tokens.end) <
                   std::make_tuple(b.tokens.begin, a.tokens.end);
        });
        return result;
    }

  private:
    std::string_view form(TokenIndex token) const { return reading_.analysis.form(token); }
    const Token& token(TokenIndex index) const { return reading_.analysis.tokens[index]; }

    bool is_capitalised(TokenIndex index) const {
        const Upos upos = token(index).upos;
        if (!shapes_[index].begins_upper && !shapes_[index].inner_upper) return false;
        return upos != Upos::pron && upos != Upos::det && upos != Upos::adp && upos != Upos::sconj &&
               upos != Upos::cconj;
    }
    /// Begins or ends a name: a capital, or a figure with letters: "14L".
    bool is_name_word(TokenIndex index) const { return is_capitalised(index) || shapes_[index].has_digit; }

    Candidate* add(TokenRange range, CandidateKind kind, bool is_whole) {
        while (!range.empty() && is_edge_mark(range.begin)) ++range.begin;
        while (!range.empty() && is_edge_mark(range.end - 1)) --range.end;
        if (range.empty()) return nullptr;
        const bool is_words = kind == CandidateKind::name || kind == CandidateKind::phrase;
        const auto place = std::make_tuple(range.begin, range.end, is_words ? CandidateKind::name : kind);
        Candidate& candidate = found_[place];
        if (candidate.text.empty()) {
            candidate.tokens = range;
            candidate.head = reading_.head_of(range);
            candidate.kind = kind;
            candidate.text = reading_.words(range);
            candidate.key = comparison_key(candidate.text);
        }
        if (kind == CandidateKind::name) candidate.kind = kind;
        candidate.is_whole |= is_whole;
        return &candidate;
    }

    bool is_edge_mark(TokenIndex index) const {
        return reading_.keys[index].empty() || form(index) == "'s" || form(index) == "’s";
    }

    void add_dates() {
        for (TokenIndex begin = 0; begin < reading_.size(); ++begin) {
            const bool may_begin = shapes_[begin].has_digit || shapes_[begin].begins_upper;
            if (!may_begin) continue;
            for (TokenIndex size = max_date_tokens; size > 0; --size) {
                if (begin + size > reading_.size()) continue;
                const TokenRange range{begin, begin + size};
                if (is_edge_mark(begin) || is_edge_mark(begin + size - 1)) continue;
                const auto date = calendar_date(reading_.words(range));
                if (!date) continue;
                if (Candidate* candidate = add(range, CandidateKind::date, true)) candidate->date = *date;
                if (size > 1 && date->day > 0) begin += size - 1;
                break;
            }
        }
    }

    void add_numbers() {
        for (TokenIndex index = 0; index < reading_.size(); ++index) {
            const char first = form(index).front();
            if (first < '0' || first > '9') continue;
            TokenIndex begin = index;
            if (index > 0 && token(index).span.begin == token(index - 1).span.end() &&
                (form(index - 1) == "-" || form(index - 1) == "\u2212"))
                begin = index - 1;
            Candidate* candidate = add({index, index + 1}, CandidateKind::number, true);
            if (candidate != nullptr && begin != index) {
                candidate->tokens.begin = begin;
                candidate->text = reading_.words(candidate->tokens);
            }
        }
    }

    void add_mentions() {
        for (const Mention& mention : reading_.entities.mentions) {
            if (mention.kind != MentionKind::name || mention.tokens.empty()) continue;
            if (Candidate* candidate = add(mention.tokens, CandidateKind::name, true))
                candidate->type = reading_.entities.entities[index_of(mention.entity)].type;
        }
        for (const NameTag& tag : reading_.analysis.names) {
            if (tag.tokens.empty()) continue;
            Candidate* candidate = add(tag.tokens, CandidateKind::name, true);
            if (candidate != nullptr && candidate->type.empty()) candidate->type = tag.type;
        }
    }

    template <std::size_t size>
    bool is_one_of(const std::array<std::string_view, size>& words, TokenIndex index) const {
        return std::ranges::find(words, form(index)) != words.end();
    }

    /// Runs of capitalised words: those that hang together tightly, and those with small words within.
    void add_runs(TokenRange sentence) {
        for (const bool is_loose : {false, true}) {
            for (TokenIndex begin = sentence.begin; begin < sentence.end; ++begin) {
                if (!is_name_word(begin)) continue;
                TokenIndex end = begin + 1;
                for (TokenIndex at = end; at < sentence.end && at < begin + max_name_tokens; ++at) {
                    if (is_name_word(at)) {
                        end = at + 1;
                    } else if (is_loose ? !is_one_of(inner_words, at) && form(at) != "." && form(at) != "!"
                                        : !is_one_of(tight_words, at)) {
                        break;
                    }
                }
                const bool has_capital = std::any_of(shapes_.begin() + begin, shapes_.begin() + end,
                                                     [](const Shape& shape) { return shape.has_letter; });
                if (has_capital) {
                    add({begin, end}, CandidateKind::name, true);
                    add_with_article(begin, end, sentence);
                    add_beginnings(begin, end);
                }
                begin = end - 1;
            }
        }
    }

    void add_with_article(TokenIndex begin, TokenIndex end, TokenRange sentence) {
        if (begin > sentence.begin && form(begin - 1) == "The")
            add({begin - 1, end}, CandidateKind::name, false);
    }

    /// Without what a colon or an opening bracket leads in, and without a first or last figure: "1634: The
    /// Ram Rebellion", "Gladiator 2".
    void add_beginnings(TokenIndex begin, TokenIndex end) {
        for (TokenIndex at = begin + 1; at + 1 < end; ++at) {
            if (form(at) == ":") add({begin, at}, CandidateKind::name, false);
            if (form(at) == ":") add({at + 1, end}, CandidateKind::name, false);
        }
        if (end - begin > 1 && shapes_[begin].is_number) add({begin + 1, end}, CandidateKind::name, false);
    }

    /// What the sentence is about: its subject's phrase up to a bracket or a comma, with and without article.
    void add_subjects(TokenRange sentence) {
        for (TokenIndex index = sentence.begin; index < sentence.end; ++index) {
            const Deprel deprel = token(index).deprel;
            if (deprel != Deprel::nsubj && deprel != Deprel::nsubj_pass) continue;
            if (token(index).upos == Upos::pron || token(index).upos == Upos::det) continue;
            TokenRange phrase = phrase_of(reading_.analysis, reading_.dependents, index);
            for (TokenIndex at = phrase.begin; at < phrase.end; ++at) {
                if (form(at) == "(" || (form(at) == "," && at > index)) phrase.end = at;
            }
            if (phrase.size() > max_name_tokens) continue;
            add(phrase, kind_of(phrase), true);
            if (phrase.size() > 1 && token(phrase.begin).upos == Upos::det)
                add({phrase.begin + 1, phrase.end}, kind_of(phrase), true);
        }
        TokenIndex end = sentence.begin;
        while (end < sentence.end && end < sentence.begin + max_name_tokens && form(end) != "(" &&
               form(end) != "," && token(end).upos != Upos::aux && token(end).upos != Upos::verb)
            ++end;
        if (end > sentence.begin && end < sentence.end) {
            TokenRange phrase{sentence.begin, end};
            add(phrase, kind_of(phrase), true);
            if (phrase.size() > 1 && token(phrase.begin).upos == Upos::det)
                add({phrase.begin + 1, phrase.end}, kind_of(phrase), true);
        }
    }

    CandidateKind kind_of(TokenRange range) const {
        for (TokenIndex index = range.begin; index < range.end; ++index) {
            if (is_capitalised(index) && (index > range.begin || token(index).upos == Upos::propn))
                return CandidateKind::name;
        }
        return CandidateKind::phrase;
    }

    bool is_phrase_word(TokenIndex index) const {
        switch (token(index).upos) {
            case Upos::noun:
            case Upos::propn:
            case Upos::adj:
            case Upos::num:
            case Upos::x:
                return true;
            case Upos::verb:
                return token(index).deprel == Deprel::amod || token(index).deprel == Deprel::compound;
            default:
                return form(index) == "-" || form(index) == "'s";
        }
    }

    /// Each noun with up to three of the words before it; adjectives alone where they have a capital.
    void add_phrases(TokenRange sentence) {
        for (TokenIndex last = sentence.begin; last < sentence.end; ++last) {
            const Upos upos = token(last).upos;
            if (upos == Upos::adj) {
                add({last, last + 1}, CandidateKind::phrase, false);
                continue;
            }
            if (upos != Upos::noun && upos != Upos::propn) continue;
            TokenIndex begin = last;
            while (true) {
                const bool goes_on = begin > sentence.begin && is_phrase_word(begin - 1);
                if (is_phrase_word(begin) && !is_edge_mark(begin))
                    add({begin, last + 1}, kind_of({begin, last + 1}), !goes_on);
                if (!goes_on || last + 1 - (begin - 1) > max_phrase_tokens + 1) break;
                --begin;
            }
        }
    }

    void add_quotations(TokenRange sentence) {
        TokenIndex open = no_token;
        for (TokenIndex index = sentence.begin; index < sentence.end; ++index) {
            const std::string_view mark = form(index);
            if (mark != "\"" && mark != "“" && mark != "”" && mark != "''" && mark != "``") continue;
            if (open != no_token && index > open + 1 && index - open <= max_quotation_tokens) {
                add({open + 1, index}, CandidateKind::name, true);
                add({open + 1, index}, CandidateKind::quotation, true);
                open = no_token;
            } else {
                open = index;
            }
        }
    }

    void add_known(TokenRange sentence) {
        for (TokenIndex begin = sentence.begin; begin < sentence.end; ++begin) {
            if (is_edge_mark(begin)) continue;
            std::string key;
            for (TokenIndex end = begin + 1; end <= sentence.end && end - begin <= max_known_tokens; ++end) {
                if (reading_.keys[end - 1].empty()) continue;
                key += reading_.keys[end - 1];
                if (!known_->has(key)) continue;
                if (Candidate* candidate = add({begin, end}, kind_of({begin, end}), false)) {
                    candidate->key = key;
                }
            }
        }
    }

    const TextReading& reading_;
    const KnownKeys* known_;
    std::vector<Shape> shapes_;
    std::map<std::tuple<TokenIndex, TokenIndex, CandidateKind>, Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const TextReading& reading, const KnownKeys* known) {
    return CandidateFinder(reading, known).find();
}

}  // namespace newsgraph
