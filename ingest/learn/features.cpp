#include "ingest/learn/features.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/entity/token_facts.hpp"
#include "ingest/relation/clause.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_climb = 12;  // steps up a tree; stops at what no sentence needs

/// FNV-1a.
void hash_in(Feature& hash, std::string_view text) noexcept {
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    hash ^= 0xff;
    hash *= 0x100000001b3ULL;
}

std::string_view name_of(CandidateKind kind) {
    switch (kind) {
        case CandidateKind::name:
            return "name";
        case CandidateKind::phrase:
            return "phrase";
        case CandidateKind::date:
            return "date";
        case CandidateKind::number:
            return "number";
        case CandidateKind::quotation:
            return "quotation";
    }
    return "";
}

std::string_view bucket(std::size_t number) {
    return number == 0   ? "0"
           : number == 1 ? "1"
           : number == 2 ? "2"
           : number <= 4 ? "4"
           : number <= 8 ? "8"
                         : "more";
}

class Seen {
  public:
    explicit Seen(const TextReading& reading) : reading_(reading) {}

    const Token& token(TokenIndex index) const { return reading_.analysis.tokens[index]; }
    const std::string& lemma(TokenIndex index) const { return reading_.lemmas[index]; }
    std::string_view relation(TokenIndex index) const { return to_string(token(index).deprel); }

    /// The word at `index`, or marks for what lies outside the sentence.
    std::string_view word(std::int64_t index, TokenRange sentence) const {
        if (index < static_cast<std::int64_t>(sentence.begin)) return "^";
        if (index >= static_cast<std::int64_t>(sentence.end)) return "$";
        const auto place = static_cast<TokenIndex>(index);
        const Token& word = token(place);
        if (word.upos == Upos::propn) return "NAME";
        if (word.upos == Upos::num) return "NUMBER";
        return reading_.lemmas[place];
    }

    TokenRange sentence_of(TokenIndex index) const {
        return reading_.analysis.sentences[reading_.analysis.sentence_of(index)].tokens;
    }

    /// Of a coordination's member its first; else the token itself.
    TokenIndex first_conjunct(TokenIndex index) const {
        for (std::size_t i = 0; i < max_climb && token(index).deprel == Deprel::conj; ++i) {
            if (token(index).head == no_token) break;
            index = token(index).head;
        }
        return index;
    }

    /// Where the phrase hangs that `index` heads: past coordination, apposition and names within names.
    TokenIndex phrase_top(TokenIndex index) const {
        for (std::size_t i = 0; i < max_climb; ++i) {
            const Deprel deprel = token(index).deprel;
            const bool goes_on = deprel == Deprel::conj || deprel == Deprel::flat || deprel == Deprel::appos;
            if (!goes_on || token(index).head == no_token) break;
            index = token(index).head;
        }
        return index;
    }

    TokenIndex root_of(TokenIndex index) const {
        for (std::size_t i = 0; i < 100 && token(index).head != no_token; ++i) index = token(index).head;
        return index;
    }

    std::string preposition(TokenIndex index) const {
        return preposition_of(reading_.analysis, reading_.dependents, index);
    }

    /// The subject of the clause that `index` stands in; `no_token` if it has none.
    TokenIndex clause_subject(TokenIndex index) const {
        for (std::size_t i = 0; i < max_climb && index != no_token; ++i, index = token(index).head) {
            for (const TokenIndex dependent : near_dependents(index)) {
                if (token(dependent).deprel == Deprel::nsubj || token(dependent).deprel == Deprel::nsubj_pass)
                    return dependent;
            }
        }
        return no_token;
    }

    std::span<const TokenIndex> near_dependents(TokenIndex index) const {
        const auto all = reading_.dependents.of(index);
        return all.first(std::min<std::size_t>(all.size(), 32));
    }

    /// The way up from `from` to the lowest token above both, and down to `to`: "nsubj^ buy obj".
    std::string way(TokenIndex from, TokenIndex to, bool with_lemmas) const {
        std::array<TokenIndex, max_climb> above{};
        std::size_t count = 0;
        for (TokenIndex at = to; at != no_token && count < max_climb; at = token(at).head)
            above[count++] = at;
        std::string way;
        TokenIndex at = from;
        for (std::size_t i = 0; i < max_climb && at != no_token; ++i, at = token(at).head) {
            const auto end = above.begin() + static_cast<std::ptrdiff_t>(count);
            const auto found = std::find(above.begin(), end, at);
            if (found != end) {
                if (with_lemmas && at != from && at != to) way += lemma(at);
                for (auto down = found; down != above.begin(); --down) {
                    const TokenIndex below = *(down - 1);
                    way += ' ';
                    way += relation(below);
                    if (with_lemmas && below != to) way += lemma(below);
                    if (below == to) way += preposition(below);
                }
                return way;
            }
            way += relation(at);
            if (with_lemmas && at != from) way += lemma(at);
            way += '^';
        }
        return "none";
    }

  private:
    const TextReading& reading_;
};

std::string_view type_of(const Candidate& candidate) {
    return candidate.type.empty() ? name_of(candidate.kind) : std::string_view(candidate.type);
}

/// Figures as 0, capitals as X, small letters as x, each run once: "14L" -> "0X", "EGBF" -> "X".
std::string outline(std::string_view text) {
    std::string shape;
    for (const char c : text) {
        const char kind = c >= '0' && c <= '9'                                              ? '0'
                          : c >= 'A' && c <= 'Z'                                            ? 'X'
                          : static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ? 'x'
                                                                                            : c;
        if (shape.empty() || shape.back() != kind) shape += kind;
        if (shape.size() > 8) break;
    }
    return shape;
}

}  // namespace

Feature feature(std::string_view name, std::string_view value, std::string_view more) noexcept {
    Feature hash = 0xcbf29ce484222325ULL;
    hash_in(hash, name);
    hash_in(hash, value);
    if (!more.empty()) hash_in(hash, more);
    return hash;
}

Feature combined(Feature a, Feature b) noexcept {
    Feature hash = a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6U) + (a >> 2U));
    hash *= 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 33U);
}

std::vector<Feature> object_features(const TextReading& reading, const Candidate& object) {
    const Seen seen(reading);
    const TokenRange sentence = seen.sentence_of(object.tokens.begin);
    const TokenIndex head = object.head;
    const std::string_view kind = name_of(object.kind);
    const std::string_view type = type_of(object);
    std::vector<Feature> list;
    list.reserve(56);
    const auto add = [&list](std::string_view name, std::string_view value = {}, std::string_view more = {}) {
        list.push_back(feature(name, value, more));
    };

    add("bias");
    add("kind", kind);
    add("type", type);
    add("head", seen.lemma(head), kind);
    add("outline", outline(object.text), kind);
    add("size", bucket(object.tokens.size()), kind);
    add("whole", object.is_whole ? "1" : "0", kind);
    add("upos", to_string(seen.token(head).upos), kind);
    add("last lemma", seen.lemma(object.tokens.end - 1));
    if (object.kind != CandidateKind::date && object.kind != CandidateKind::number)
        add("key", object.key);
    else if (object.kind == CandidateKind::date)
        add("date", object.date.day > 0 ? "day" : object.date.month > 0 ? "month" : "year");

    // The words around: of a list's later member those around the first, too.
    const auto before = [&](TokenIndex begin, std::string_view name) {
        const auto at = static_cast<std::int64_t>(begin);
        const std::string one(seen.word(at - 1, sentence));
        const std::string two = std::string(seen.word(at - 2, sentence)) + " " + one;
        const std::string three = std::string(seen.word(at - 3, sentence)) + " " + two;
        add(name, one);
        add(name, one, kind);
        add(name, two);
        add(name, three);
        for (std::int64_t i = 1; i <= 6; ++i) {
            const std::string_view word = seen.word(at - i, sentence);
            if (word == "^") break;
            add("near before", word, kind);
        }
    };
    before(object.tokens.begin, "before");
    const auto end = static_cast<std::int64_t>(object.tokens.end);
    const std::string next(seen.word(end, sentence));
    add("after", next);
    add("after", next, kind);
    add("after two", next + " " + std::string(seen.word(end + 1, sentence)));
    for (std::int64_t i = 0; i < 4; ++i) {
        const std::string_view word = seen.word(end + i, sentence);
        if (word == "$") break;
        add("near after", word, kind);
    }
    if (object.tokens.begin > sentence.begin) {
        const Token& left = seen.token(object.tokens.begin - 1);
        add("cut left", left.head == head ? to_string(left.deprel) : "none", to_string(left.upos));
    }
    if (object.tokens.end < sentence.end) {
        const Token& right = seen.token(object.tokens.end);
        add("cut right", to_string(right.upos),
            seen.token(head).head == object.tokens.end ? seen.relation(head) : "none");
    }

    const TokenIndex first = seen.first_conjunct(head);
    if (first != head) {
        TokenIndex begin = first;
        for (const TokenIndex dependent : seen.near_dependents(first)) {
            const Deprel deprel = seen.token(dependent).deprel;
            if (dependent < begin && deprel != Deprel::case_ && deprel != Deprel::cc) begin = dependent;
        }
        before(begin, "before list");
        add("in list");
    }

    const TokenIndex top = seen.phrase_top(head);
    const TokenIndex governor = seen.token(top).head;
    const std::string preposition = seen.preposition(top);
    const std::string relation(seen.relation(top));
    add("relation", relation, preposition);
    add("own relation", seen.relation(head));
    if (governor != no_token) {
        const std::string& lemma = seen.lemma(governor);
        add("governor", lemma);
        add("governor", lemma, kind);
        add("governor and relation", lemma + " " + relation + " " + preposition);
        add("governor and relation", lemma + " " + relation + " " + preposition, type);
        const TokenIndex above = seen.token(governor).head;
        if (above != no_token)
            add("above", seen.lemma(above), lemma + " " + preposition);
        else
            add("above", "root");
        for (const TokenIndex dependent : seen.near_dependents(governor)) {
            const Deprel deprel = seen.token(dependent).deprel;
            if (deprel == Deprel::obj || deprel == Deprel::nsubj || deprel == Deprel::nsubj_pass ||
                deprel == Deprel::compound || deprel == Deprel::amod)
                add("beside", seen.lemma(dependent), relation);
        }
    }
    for (const TokenIndex dependent : seen.near_dependents(head)) {
        if (object.tokens.contains(dependent)) continue;
        const Deprel deprel = seen.token(dependent).deprel;
        if (deprel == Deprel::appos || deprel == Deprel::compound || deprel == Deprel::amod ||
            deprel == Deprel::nmod || deprel == Deprel::acl)
            add("own", seen.lemma(dependent), seen.relation(dependent));
    }
    const TokenIndex root = seen.root_of(head);
    add("root", seen.lemma(root), kind);
    add("root and relation", seen.lemma(root), relation);
    add("place", object.tokens.begin == sentence.begin ? "first" : "later", kind);
    if (const TokenIndex subject = seen.clause_subject(root); subject != no_token)
        add("subject", seen.token(subject).upos == Upos::propn ? "NAME" : seen.lemma(subject), kind);
    return list;
}

std::vector<Feature> pair_features(const TextReading& reading, const Candidate& subject,
                                   const Candidate& object) {
    const Seen seen(reading);
    const TokenRange sentence = seen.sentence_of(subject.tokens.begin);
    const TokenRange other = seen.sentence_of(object.tokens.begin);
    const std::string_view kind = name_of(subject.kind);
    const std::string_view type = type_of(subject);
    std::vector<Feature> list;
    list.reserve(36);
    const auto add = [&list](std::string_view name, std::string_view value = {}, std::string_view more = {}) {
        list.push_back(feature(name, value, more));
    };

    const bool is_before = subject.tokens.end <= object.tokens.begin;
    const bool same_sentence = sentence == other;
    const std::string order = std::string(is_before ? "before" : "after") + (same_sentence ? "" : " else");
    add("kind", kind);
    add("type", type, order);
    add("types", type, type_of(object));
    add("order", order);
    add("whole", subject.is_whole ? "1" : "0");
    add("size", bucket(subject.tokens.size()), kind);
    add("head", seen.lemma(subject.head));
    const bool is_first = subject.tokens.begin <= sentence.begin + 1 && sentence.begin == 0;
    add("first", is_first ? "1" : "0", order);
    add("first of sentence", subject.tokens.begin <= sentence.begin + 1 ? "1" : "0", kind);

    const auto begin = static_cast<std::int64_t>(subject.tokens.begin);
    const auto end = static_cast<std::int64_t>(subject.tokens.end);
    add("before", seen.word(begin - 1, sentence));
    add("after", seen.word(end, sentence));
    add("before and after", seen.word(begin - 1, sentence), seen.word(end, sentence));
    const bool begins_with_article = seen.token(subject.tokens.begin).upos == Upos::det;
    add("article", begins_with_article ? "1" : "0");
    if (subject.tokens.begin > sentence.begin) {
        const Token& left = seen.token(subject.tokens.begin - 1);
        add("cut left", left.head == subject.head ? to_string(left.deprel) : "none", to_string(left.upos));
    }
    if (subject.tokens.end < sentence.end) {
        add("cut right", to_string(seen.token(subject.tokens.end).upos),
            subject.tokens.contains(seen.token(subject.tokens.end).head) ? "own" : "other");
        const TokenIndex outside = seen.token(subject.head).head;
        if (outside == subject.tokens.end) add("cut head", seen.relation(subject.head));
    }

    const TokenIndex top = seen.phrase_top(subject.head);
    const std::string role = std::string(seen.relation(top)) + seen.preposition(top);
    add("role", role);
    add("role", role, order);
    if (seen.token(top).head != no_token) add("governor", seen.lemma(seen.token(top).head), role);
    const bool is_root_subject =
        seen.token(top).head != no_token && seen.token(seen.token(top).head).head == no_token &&
        (seen.token(top).deprel == Deprel::nsubj || seen.token(top).deprel == Deprel::nsubj_pass);
    add("root subject", is_root_subject ? "1" : "0", order);

    if (!same_sentence) {
        const TokenIndex nearest = seen.clause_subject(object.head);
        const bool is_pronoun = nearest != no_token && seen.token(nearest).upos == Upos::pron;
        add("other sentence", is_first ? "first" : "later", is_pronoun ? "pronoun" : "name");
        return list;
    }
    const std::size_t gap = is_before ? object.tokens.begin - subject.tokens.end
                            : object.tokens.end <= subject.tokens.begin
                                ? subject.tokens.begin - object.tokens.end
                                : 0;
    add("gap", bucket(gap), order);
    const TokenIndex from = is_before ? subject.tokens.end : object.tokens.end;
    const TokenIndex to = is_before ? object.tokens.begin : subject.tokens.begin;
    if (from <= to && to - from <= 5) {
        std::string between = order;
        for (TokenIndex index = from; index < to; ++index) {
            between += ' ';
            between += seen.word(index, sentence);
        }
        add("between", between);
    }
    std::size_t names = 0;
    for (TokenIndex index = from; index < to; ++index) {
        const bool begins = seen.token(index).upos == Upos::propn &&
                            (index == from || seen.token(index - 1).upos != Upos::propn);
        names += begins ? 1 : 0;
    }
    add("names between", bucket(names), order);
    add("way", seen.way(subject.head, object.head, false));
    add("way with words", seen.way(subject.head, object.head, true));
    const TokenIndex nearest = seen.clause_subject(object.head);
    if (nearest != no_token) {
        if (subject.tokens.contains(nearest))
            add("subject of its clause", "1");
        else
            add("subject of its clause", seen.token(nearest).upos == Upos::pron ? "pronoun" : "0",
                is_first ? "first" : "later");
    } else {
        add("subject of its clause", "none");
    }
    return list;
}

std::vector<Feature> absent_subject_features(const TextReading& reading, const Candidate& object) {
    const Seen seen(reading);
    const TokenRange sentence = seen.sentence_of(object.tokens.begin);
    std::vector<Feature> list;
    list.push_back(feature("absent"));
    const TokenIndex subject = seen.clause_subject(seen.root_of(object.head));
    const auto describe = [&](TokenIndex token) -> std::string {
        if (token == no_token) return "none";
        const Upos upos = seen.token(token).upos;
        return upos == Upos::propn ? "NAME" : seen.lemma(token);
    };
    list.push_back(feature("absent: subject", describe(subject)));
    if (subject != no_token) list.push_back(feature("absent: tag", to_string(seen.token(subject).upos)));
    const TokenIndex nearest = seen.clause_subject(object.head);
    list.push_back(feature("absent: near subject", describe(nearest)));
    list.push_back(feature("absent: first word", seen.word(sentence.begin, sentence)));
    list.push_back(feature("absent: first two", seen.word(sentence.begin, sentence),
                           seen.word(static_cast<std::int64_t>(sentence.begin) + 1, sentence)));
    return list;
}

}  // namespace newsgraph
