#include "ingest/relation/open_facts.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "ingest/language/english.hpp"
#include "ingest/relation/clause.hpp"
#include "ingest/relation/fact_parts.hpp"
#include "ingest/relation/fact_words.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_further = 4;   // arguments after the second
constexpr std::size_t max_facts = 16;    // of a clause
constexpr std::size_t max_steps_up = 8;  // from a predicate towards the root
constexpr const char* implied_copula = "be";
constexpr const char* implied_possession = "has";

bool is_one_of(Deprel relation, std::initializer_list<Deprel> relations) {
    return std::ranges::find(relations, relation) != relations.end();
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

/// Adverbs that say how much, and so go with an adjective rather than with its copula.
bool is_degree(std::string_view adverb) {
    return is_one_of(adverb, {"very",      "more",       "most",   "less",         "least",      "so",
                              "too",       "quite",      "rather", "as",           "almost",     "highly",
                              "extremely", "much",       "far",    "particularly", "nearly",     "about",
                              "around",    "relatively", "fairly", "entirely",     "completely", "how"});
}

/// Adverbs before the verb that tell a time or place.
bool is_time_or_place(std::string_view adverb) {
    return is_one_of(adverb, {"later", "today", "yesterday", "tomorrow", "now", "then", "recently",
                              "currently", "earlier", "here", "there", "once", "tonight"});
}

/// Turns clauses into facts.
class FactFinder {
  public:
    FactFinder(const Analysis& analysis, const ModalityLexicon& lexicon, std::string_view as_read)
        : analysis_(analysis),
          lexicon_(lexicon),
          dependents_(analysis),
          clauses_(find_clauses(analysis, dependents_)),
          words_(analysis, dependents_, as_read),
          parts_(analysis, dependents_, clauses_) {}

    std::vector<StatedFact> find() {
        std::size_t next = 0;
        for (sentence_ = 0; sentence_ < analysis_.sentences.size(); ++sentence_) {
            for (; next < clauses_.size() && clauses_[next].sentence == sentence_; ++next)
                state(clauses_[next]);
            const TokenRange tokens = analysis_.sentences[sentence_].tokens;
            for (TokenIndex i = tokens.begin; i < tokens.end; ++i) state_noun(i);
        }
        return std::move(facts_);
    }

  private:
    const Token& token(TokenIndex index) const { return analysis_.tokens[index]; }

    void state(const Clause& clause) {
        if (clause.gapped) return;  // stated with the clause whose verb it has
        if (clause.grammatical_subject == no_token || parts_.goes_on(clause.predicate)) return;
        if (parts_.is_relative(clause.grammatical_subject)) return;  // "who", of nobody that is named
        count_ = 0;
        switch (clause.kind) {
            case ClauseKind::verb:
                state_verb(clause);
                break;
            case ClauseKind::adjective:
                state_adjective(clause);
                break;
            case ClauseKind::copula:
                state_copula(clause);
                break;
            case ClauseKind::noun:
                break;
        }
    }

    // --- verbs

    void state_verb(const Clause& clause) {
        const TokenIndex verb = clause.predicate;
        if (token(verb).deprel == Deprel::amod) return;  // "a combined company"
        std::vector<Part> parts = parts_.parts(clause);
        const TokenIndex first = parts_.first_of_chain(verb);
        TokenIndex reporting = no_token;
        if (is_reporting_aside(first, parts)) {
            parts.push_back({Part::Kind::clause, token(first).head, {}});
            reporting = first;
        }
        features_ = features_of(clause, FactFeature::verb);
        emit(clause, parts_.relation(verb), parts, reporting);
        for (const TokenIndex child : dependents_.of(verb)) state_gapped(clause, child);
    }

    /// "Acme grew, he said": what is said stands around the verb.
    bool is_reporting_aside(TokenIndex verb, const std::vector<Part>& parts) const {
        if (token(verb).deprel != Deprel::parataxis || token(verb).head == no_token) return false;
        if (std::ranges::any_of(parts, is_core)) return false;
        switch (lexicon_.verb(lower_lemma(analysis_, verb))) {
            case Hold::says:
            case Hold::announces:
            case Hold::claims:
            case Hold::suggests:
            case Hold::denies:
                return true;
            default:
                return false;
        }
    }

    /// "Acme beat Bolt on speed and Crane on price", "Acme bought Bolt, and Crane Dent": a clause whose verb
    /// is that of the one before. As Universal Dependencies have it, what is left of it hangs on the first of
    /// it.
    void state_gapped(const Clause& clause, TokenIndex first) {
        if (token(first).deprel != Deprel::conj) return;
        std::vector<Part> rest;
        for (const TokenIndex child : dependents_.of(first)) {
            if (token(child).deprel != Deprel::orphan) continue;
            TokenList marker = parts_.marker_of(child);
            rest.push_back(
                {marker.empty() ? Part::Kind::object : Part::Kind::phrase, child, std::move(marker)});
        }
        if (rest.empty()) return;
        const std::vector<Part> parts = parts_.parts(clause);
        const bool has_object =
            std::ranges::any_of(parts, [](const Part& part) { return part.kind == Part::Kind::object; });
        TokenIndex subject = first;
        if (rest.front().kind == Part::Kind::phrase && has_object) {
            subject = clause.grammatical_subject;
            rest.insert(rest.begin(), {Part::Kind::object, first, {}});
        }
        features_ = features_of(clause, FactFeature::gapped);
        Clause gapped = clause;
        gapped.grammatical_subject = subject;
        emit(gapped, parts_.relation(clause.predicate), rest, no_token);
    }

    // --- adjectives and nouns with a copula

    void state_adjective(const Clause& clause) {
        const TokenIndex adjective = clause.predicate;
        const Token& here = token(adjective);
        std::vector<Part> parts = parts_.parts(clause);
        std::erase_if(parts, [&](const Part& part) {
            const bool within = clause.grammatical_subject < part.head && part.head < adjective;
            return (part.kind == Part::Kind::adverb && part.head < adjective) ||
                   (part.kind == Part::Kind::time && within);
        });
        const bool has_tail = std::ranges::any_of(parts, [&](const Part& part) {
            return part.kind == Part::Kind::clause ||
                   (part.kind == Part::Kind::phrase && part.head > adjective);
        });
        TokenList relation = parts_.relation(adjective);
        const bool is_described =
            is_one_of(here.deprel, {Deprel::amod, Deprel::acl, Deprel::advcl}) && relation.size() == 1;
        if (relation.size() == 1 && !(is_described && has_tail && here.upos == Upos::adj)) return;
        features_ = features_of(clause, FactFeature::adjective);
        if (has_tail) return emit(clause, relation, parts, no_token, is_described);
        std::erase_if(relation, [&](TokenIndex word) {
            return word == adjective ||
                   (token(word).deprel == Deprel::advmod && token(word).head == adjective &&
                    is_degree(lower_form(analysis_, word)));
        });
        emit_complement(clause, relation, parts);
    }

    void state_copula(const Clause& clause) {
        const TokenIndex noun = clause.predicate;
        TokenList relation = parts_.copula(noun);
        if (relation.empty()) return;
        std::vector<Part> parts = parts_.parts(clause);
        std::erase_if(parts, [&](const Part& part) {
            return part.kind == Part::Kind::adverb || part.kind == Part::Kind::object || part.head == noun;
        });
        for (const TokenIndex word : parts_.marker_of(noun)) append(relation, word);  // "is in Rome"
        features_ = features_of(clause, FactFeature::copula);
        emit_complement(clause, relation, parts);
    }

    // --- what nouns say without a verb

    void state_noun(TokenIndex index) {
        const Token& here = token(index);
        if (here.head == no_token) return;
        count_ = 0;
        if (here.deprel == Deprel::appos) state_apposition(index);
        if (here.deprel == Deprel::nmod_poss) state_possessor(index);
        if (here.deprel == Deprel::nmod) state_listed(index);
        if (is_title(index)) state_title(index);
    }

    /// "Ana Roe, the head of Acme": whichever way round, the name is what it is said of.
    void state_apposition(TokenIndex index) {
        TokenIndex name = token(index).head;
        TokenIndex description = index;
        if (token(index).upos == Upos::propn && token(name).upos == Upos::noun) std::swap(name, description);
        features_ = features_of_noun(description, name, FactFeature::apposition);
        add(implied_copula, words_.member(name), words_.member(description));
    }

    void state_possessor(TokenIndex index) {
        if (token(index).upos == Upos::pron) return;
        const TokenIndex thing = token(index).head;
        TokenList owner = words_.clause(index);
        TokenList owned = words_.member(thing, index);
        std::erase_if(owner, [&](TokenIndex word) { return token(word).xpos == Xpos::pos; });
        features_ = features_of_noun(thing, index, FactFeature::possessor);
        add(implied_possession, owner, owned);
    }

    /// "rivals such as Acme and Bolt"
    void state_listed(TokenIndex index) {
        const std::string preposition = preposition_of(analysis_, dependents_, index);
        if (!is_one_of(preposition, {"such as", "including"})) return;
        const TokenIndex kind = token(index).head;
        TokenList description = words_.member(kind, index);
        for (const TokenIndex member : coordinated(analysis_, dependents_, index)) {
            features_ = features_of_noun(kind, member, FactFeature::listed);
            add(implied_copula, words_.member(member), description);
        }
    }

    /// "Acme chief executive Ana Roe": a common noun before a name.
    bool is_title(TokenIndex index) const {
        const Token& here = token(index);
        if (here.head <= index || token(here.head).upos != Upos::propn) return false;
        if (here.deprel == Deprel::nmod_desc)
            return !newsgraph::is_title(lower_form(analysis_, index)) && analysis_.form(index).back() != '.';
        return here.upos == Upos::noun &&
               is_one_of(here.deprel, {Deprel::compound, Deprel::nmod_unmarked, Deprel::amod});
    }

    void state_title(TokenIndex index) {
        const TokenIndex name = token(index).head;
        TokenList all = words_.member(name);
        const auto split = std::ranges::upper_bound(all, index);
        features_ = features_of_noun(index, name, FactFeature::title);
        add(implied_copula, {split, all.end()}, {all.begin(), split});
    }

    // --- from parts to facts

    /// A time or place, rather than what the verb asks for.
    bool is_circumstance(const Part& part) const {
        if (part.marker.empty() || token(part.head).upos == Upos::num) return true;
        return is_one_of(lower_form(analysis_, part.marker.back()),
                         {"in", "at", "on", "during", "after", "before", "since", "until", "within",
                          "between", "throughout", "near"});
    }

    /// The part that stands as second argument: what the verb asks for, else the phrase after it that tells
    /// most.
    const Part* second_of(const std::vector<Part>& parts, TokenIndex verb) const {
        for (const Part& part : parts) {
            if (is_core(part)) return &part;
        }
        const Part* second = nullptr;
        for (const Part& part : parts) {
            if (part.kind != Part::Kind::phrase || part.head < verb) continue;
            if (token(part.head).deprel == Deprel::obl_agent) return &part;
            if (second == nullptr || (is_circumstance(*second) && !is_circumstance(part))) second = &part;
        }
        return second;
    }

    /// Where nothing stands after the verb: "In May Acme grew", "Acme grew today".
    const Part* loose_second(const std::vector<Part>& parts, const TokenList& relation,
                             TokenIndex verb) const {
        for (const Part& part : parts) {
            if (part.kind != Part::Kind::adverb) return &part;
        }
        for (const Part& part : parts) {
            if (is_told(part, relation, verb)) return &part;
        }
        return nullptr;
    }

    bool is_told(const Part& part, const TokenList& relation, TokenIndex verb) const {
        if (part.kind != Part::Kind::adverb) return true;
        if (std::ranges::find(relation, part.head) != relation.end()) return false;
        return part.head > verb || is_time_or_place(lower_form(analysis_, part.head));
    }

    TokenList words_of(const Part& part, TokenIndex except = no_token) const {
        TokenList words;
        if (part.kind == Part::Kind::clause) {
            words = words_.clause(part.head, except);
        } else if (part.kind == Part::Kind::adverb) {
            words = words_.member(part.head);
        } else {
            words = words_.noun_phrase(part.head);
        }
        return words;
    }

    TokenList with_marker(TokenList words, const TokenList& marker) const {
        if (words.empty()) return words;
        for (const TokenIndex word : marker) append(words, word);
        std::ranges::sort(words);
        return words;
    }

    void emit(const Clause& clause, TokenList relation, const std::vector<Part>& parts, TokenIndex reporting,
              bool implied = false) {
        const TokenIndex verb = clause.predicate;
        const Part* second = second_of(parts, verb);
        const bool is_loose = second == nullptr;
        if (is_loose) second = loose_second(parts, relation, verb);
        if (second == nullptr) return;
        if (!is_loose) {
            // "relies heavily on"
            for (const Part& part : parts) {
                const bool between =
                    !second->marker.empty() && part.head + 1 == second->marker.front() && part.head > verb;
                if (part.kind == Part::Kind::adverb && between && dependents_.of(part.head).empty())
                    append(relation, part.head);
            }
            std::ranges::sort(relation);
            for (const TokenIndex word : second->marker) append(relation, word);
        }
        std::string text = words_.text(relation);
        if (implied) text.insert(0, std::string(implied_copula).append(1, ' '));
        mark_second(*second, is_loose);
        const std::vector<std::string> further = further_arguments(parts, second, relation, verb);
        const std::vector<TokenIndex> seconds = is_loose ? std::vector{second->head} : members_of(*second);
        const TokenIndex described = describing(verb);
        for (const TokenList& first : firsts(clause, seconds.size())) {
            for (const TokenIndex member : seconds) {
                TokenList words = seconds.size() > 1
                                      ? words_.member(member, described)
                                      : words_of(*second, reporting != no_token ? reporting : described);
                if (is_loose) words = with_marker(std::move(words), second->marker);
                set(FactFeature::later_member, member != seconds.front());
                set(FactFeature::second_pronoun, token(member).upos == Upos::pron);
                add(text, first, words, further);
            }
        }
    }

    void emit_complement(const Clause& clause, const TokenList& relation, const std::vector<Part>& parts) {
        const TokenIndex predicate = clause.predicate;
        const TokenList words = words_.complement(predicate, relation);
        set(FactFeature::second_complement, true);
        const std::vector<std::string> further = further_arguments(parts, nullptr, relation, predicate);
        const bool is_noun = clause.kind == ClauseKind::copula;
        for (const TokenList& first : firsts(clause, 1, !is_noun))
            add(words_.text(relation), first, words, further);
    }

    /// The words of those that it is said of: each member of a coordination, where it can be said of each.
    std::vector<TokenList> firsts(const Clause& clause, std::size_t seconds, bool can_split = true) const {
        const TokenIndex subject = clause.grammatical_subject;
        const TokenIndex described = describing(clause.predicate);
        const std::vector<TokenIndex> members = coordinated(analysis_, dependents_, subject);
        const bool splits = can_split && members.size() > 1 && members.size() * seconds <= max_facts &&
                            described == no_token && !is_one_name(members);
        if (!splits) return {words_.noun_phrase(subject, described)};
        std::vector<TokenList> firsts;
        for (const TokenIndex member : members) firsts.push_back(words_.member(member));
        return firsts;
    }

    /// "the Science and Technology Academy"
    bool is_one_name(const std::vector<TokenIndex>& members) const {
        const auto after = std::ranges::upper_bound(analysis_.names, members.front(), {},
                                                    [](const NameTag& name) { return name.tokens.begin; });
        return after != analysis_.names.begin() && std::prev(after)->tokens.contains(members[1]);
    }

    std::vector<TokenIndex> members_of(const Part& part) const {
        if (part.kind == Part::Kind::clause) return {part.head};
        std::vector<TokenIndex> members = coordinated(analysis_, dependents_, part.head);
        if (members.size() > 1 || token(part.head).upos != Upos::adj) return members;
        for (const TokenIndex child :
             near_dependents(dependents_, part.head)) {  // "became more inward and spiritual"
            if (token(child).deprel == Deprel::conj && token(child).upos == Upos::adj)
                members.push_back(child);
        }
        if (members.size() > max_members) members.resize(max_members);
        return members;
    }

    /// The clause around `predicate` that describes a noun, which a fact of it names without the clause.
    TokenIndex describing(TokenIndex predicate) const {
        TokenIndex at = predicate;
        for (std::size_t step = 0; step < max_steps_up && at != no_token; ++step) {
            const Deprel relation = token(at).deprel;
            if (is_one_of(relation, {Deprel::acl, Deprel::acl_relcl, Deprel::amod})) return at;
            if (!is_one_of(relation, {Deprel::conj, Deprel::xcomp})) break;
            at = token(at).head;
        }
        return no_token;
    }

    /// Those after the second: objects first, then what stands after the verb, then what stands before it.
    std::vector<std::string> further_arguments(const std::vector<Part>& parts, const Part* second,
                                               const TokenList& relation, TokenIndex verb) const {
        std::vector<std::string> further;
        const auto take = [&](auto fits) {
            for (const Part& part : parts) {
                if (&part == second || !fits(part) || further.size() == max_further) continue;
                if (!is_told(part, relation, verb)) continue;
                const std::string text = words_.text(with_marker(words_of(part), part.marker));
                if (!text.empty()) further.push_back(text);
            }
        };
        take([](const Part& part) { return is_core(part); });
        take([&](const Part& part) { return !is_core(part) && part.head > verb; });
        take([&](const Part& part) { return !is_core(part) && part.head < verb; });
        return further;
    }

    // --- confidence

    void set(FactFeature feature, bool value) { features_.set(static_cast<std::size_t>(feature), value); }

    FactFeatures features_of(const Clause& clause, FactFeature construction) {
        const TokenIndex predicate = clause.predicate;
        features_.reset();
        set(construction, true);
        mark_place(predicate);
        mark_subject(clause.grammatical_subject, predicate);
        for (const Argument& argument : clause.arguments) {
            if (argument.head != clause.grammatical_subject) continue;
            set(FactFeature::subject_shared, argument.origin == Origin::shared);
            set(FactFeature::subject_controlled, argument.origin == Origin::controlled);
            set(FactFeature::subject_described, argument.origin == Origin::described);
            break;
        }
        set(FactFeature::passive, clause.passive);
        set(FactFeature::past_tense, token(predicate).xpos == Xpos::vbd);
        set(FactFeature::participle, token(predicate).xpos == Xpos::vbg);
        for (const TokenIndex child : near_dependents(dependents_, predicate)) {
            const Token& here = token(child);
            const bool is_to = here.xpos == Xpos::to;
            if (here.deprel == Deprel::mark)
                set(is_to ? FactFeature::infinitive : FactFeature::subordinated, true);
            if (here.deprel == Deprel::advmod &&
                lexicon_.adverb(lower_form(analysis_, child)) == Hold::negates)
                set(FactFeature::negated, true);
        }
        return features_;
    }

    FactFeatures features_of_noun(TokenIndex predicate, TokenIndex subject, FactFeature construction) {
        features_.reset();
        set(construction, true);
        mark_place(predicate);
        mark_subject(subject, predicate);
        return features_;
    }

    void mark_place(TokenIndex predicate) {
        TokenIndex at = predicate;
        for (std::size_t step = 0; step < max_steps_up; ++step) {
            const Deprel relation = token(at).deprel;
            if (relation == Deprel::conj) {
                set(FactFeature::coordinated, true);
            } else if (relation == Deprel::xcomp && at == predicate) {
                set(FactFeature::chained, true);
            } else {
                break;
            }
            if (token(at).head == no_token) break;
            at = token(at).head;
        }
        switch (token(at).deprel) {
            case Deprel::root:
                set(FactFeature::main_clause, true);
                break;
            case Deprel::ccomp:
            case Deprel::csubj:
                set(FactFeature::complement_clause, true);
                break;
            case Deprel::acl_relcl:
                set(FactFeature::relative_clause, true);
                break;
            case Deprel::acl:
            case Deprel::amod:
                set(FactFeature::reduced_clause, true);
                break;
            case Deprel::advcl:
                set(FactFeature::adverbial_clause, true);
                break;
            case Deprel::parataxis:
                set(FactFeature::aside, true);
                break;
            default:
                set(FactFeature::within_phrase, true);
        }
        std::size_t depth = 0;
        for (std::size_t step = 0; step < max_steps_up && at != no_token; ++step, at = token(at).head) {
            if (is_one_of(token(at).deprel, {Deprel::ccomp, Deprel::advcl, Deprel::acl, Deprel::acl_relcl,
                                             Deprel::parataxis, Deprel::csubj}))
                ++depth;
        }
        set(FactFeature::nested, depth == 1);
        set(FactFeature::deeply_nested, depth > 1);
    }

    void mark_subject(TokenIndex subject, TokenIndex predicate) {
        constexpr TokenIndex far = 9;  // tokens
        switch (token(subject).upos) {
            case Upos::propn:
                set(FactFeature::subject_name, true);
                break;
            case Upos::noun:
                set(FactFeature::subject_noun, true);
                break;
            case Upos::pron:
                set(FactFeature::subject_pronoun, true);
                break;
            default:
                set(FactFeature::subject_other, true);
        }
        set(FactFeature::subject_after, subject > predicate);
        set(FactFeature::subject_far, subject + far < predicate);
    }

    void mark_second(const Part& second, bool is_loose) {
        set(FactFeature::second_loose, is_loose);
        if (is_loose) return;
        set(FactFeature::second_object, second.kind == Part::Kind::object);
        set(FactFeature::second_complement, second.kind == Part::Kind::complement);
        set(FactFeature::second_clause, second.kind == Part::Kind::clause);
        set(FactFeature::second_phrase, second.kind == Part::Kind::phrase);
    }

    void mark_lengths(const std::string& relation, std::size_t first, std::size_t second) {
        const auto relation_words = static_cast<std::size_t>(std::ranges::count(relation, ' ')) + 1;
        const std::size_t sentence = analysis_.sentences[sentence_].tokens.size();
        set(FactFeature::short_first, first == 1);
        set(FactFeature::long_first, first > 7);
        set(FactFeature::short_second, second == 1);
        set(FactFeature::long_second, second > 12);
        set(FactFeature::short_relation, relation_words == 1);
        set(FactFeature::long_relation, relation_words > 4);
        set(FactFeature::short_sentence, sentence < 12);
        set(FactFeature::long_sentence, sentence >= 25 && sentence < 40);
        set(FactFeature::very_long_sentence, sentence >= 40);
    }

    void add(const std::string& relation, const TokenList& first, const TokenList& second,
             const std::vector<std::string>& further = {}) {
        // A predicate whose words all went into its arguments (where the tree is wrong) relates nothing.
        if (relation.empty() || first.empty() || second.empty() || ++count_ > max_facts) return;
        if (first.size() > max_fact_phrase || second.size() > max_fact_phrase) return;
        mark_lengths(relation, first.size(), second.size());
        set(FactFeature::further_argument, further.size() == 1);
        set(FactFeature::several_further_arguments, further.size() > 1);
        Fact fact{relation, {words_.text(first), words_.text(second)}, confidence_of(features_)};
        fact.arguments.insert(fact.arguments.end(), further.begin(), further.end());
        facts_.push_back({sentence_, std::move(fact), features_});
    }

    const Analysis& analysis_;
    const ModalityLexicon& lexicon_;
    const Dependents dependents_;
    const std::vector<Clause> clauses_;
    const FactWords words_;
    const FactParts parts_;
    std::vector<StatedFact> facts_;
    FactFeatures features_;  // of the facts that are being made
    std::size_t sentence_ = 0;
    std::size_t count_ = 0;  // facts of one clause
};

}  // namespace

std::vector<StatedFact> find_facts(const Analysis& analysis, const ModalityLexicon& lexicon,
                                   std::string_view as_read) {
    return FactFinder(analysis, lexicon, as_read).find();
}

}  // namespace newsgraph
