#include "ingest/relation/modality.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {

namespace {

constexpr int max_climb = 24;            // governors from a predicate up; deeper ones say nothing of it
constexpr std::size_t max_negators = 9;  // counted; nobody follows more

bool is_nominal(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron;
}

bool is_marker(Deprel relation) {
    return relation == Deprel::mark || relation == Deprel::case_ || relation == Deprel::cc;
}

/// The class of a verb; one with a particle or a preposition of the lexicon goes before the bare verb.
Hold hold_of_verb(const Analysis& analysis, const Dependents& dependents, const ModalityLexicon& lexicon,
                  TokenIndex verb) {
    const std::string lemma = lower_lemma(analysis, verb);
    std::string with_particle = lemma;
    for (const TokenIndex dependent : near_dependents(dependents, verb)) {
        const Token& token = analysis.tokens[dependent];
        if (token.deprel == Deprel::compound_prt) {
            with_particle = lemma + " " + lower_form(analysis, dependent);
        } else if (token.deprel == Deprel::advmod && dependent == verb + 1) {
            const std::string adverb = lemma + " " + lower_form(analysis, dependent);
            if (lexicon.verb(adverb) != Hold::none) with_particle = adverb;
        }
    }
    for (const TokenIndex dependent : near_dependents(dependents, verb)) {
        const Deprel relation = analysis.tokens[dependent].deprel;
        if (relation != Deprel::obl && relation != Deprel::advcl && relation != Deprel::xcomp) continue;
        for (const TokenIndex marker : near_dependents(dependents, dependent)) {
            if (!is_marker(analysis.tokens[marker].deprel)) continue;
            const std::string phrase = with_particle + " " + lower_form(analysis, marker);
            if (const Hold hold = lexicon.verb(phrase + " " + lower_form(analysis, dependent));
                hold != Hold::none) {
                return hold;  // "come to nothing"
            }
            if (const Hold hold = lexicon.verb(phrase); hold != Hold::none) return hold;
        }
    }
    return lexicon.verb(with_particle);
}

bool is_passive(const Analysis& analysis, const Dependents& dependents, TokenIndex verb) {
    return has_dependent(analysis, dependents, verb,
                         {Deprel::aux_pass, Deprel::nsubj_pass, Deprel::csubj_pass});
}

bool has_own_subject(const Analysis& analysis, const Dependents& dependents, TokenIndex verb) {
    return has_dependent(
        analysis, dependents, verb,
        {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj, Deprel::csubj_pass, Deprel::expl});
}

bool is_reporting(Hold hold) {
    return hold == Hold::says || hold == Hold::announces || hold == Hold::claims || hold == Hold::suggests;
}

/// Gathers what speaks against a predicate being stated as a fact.
class Reader {
  public:
    Reader(const Analysis& analysis, const Dependents& dependents, const ModalityLexicon& lexicon)
        : analysis_(analysis), dependents_(dependents), lexicon_(lexicon) {}

    ModalityReading read(TokenIndex predicate) {
        if (only_describes(predicate)) {
            description(predicate);
        } else {
            own_words(predicate, true);
            own_class(predicate);
        }
        climb(predicate);
        return reading();
    }

    ModalityReading read_argument(TokenIndex argument, TokenIndex predicate) {
        TokenIndex index = argument;
        for (int step = 0; step < max_climb && index != predicate; ++step) {
            // Only what stands below the predicate is its own argument; a shared one is another's.
            if (token(index).head == no_token || token(index).upos == Upos::verb) return {};
            markers(index);
            for (const TokenIndex dependent : near_dependents(dependents_, index)) {
                const Deprel relation = token(dependent).deprel;
                if (relation == Deprel::advmod && dependent < index && negates_by_itself(dependent)) {
                    negate(dependent);
                } else if (relation == Deprel::cc_preconj) {
                    either(dependent);
                }
            }
            if (token(index).deprel == Deprel::conj) {
                // "either A or B" leaves both open; "not on A but on B" says nothing against B.
                index = token(index).head;
                for (const TokenIndex dependent : near_dependents(dependents_, index)) {
                    if (token(dependent).deprel == Deprel::cc_preconj) either(dependent);
                }
                if (index == predicate || token(index).head == no_token) break;
            }
            index = token(index).head;
        }
        return index == predicate ? reading() : ModalityReading{};
    }

  private:
    const Token& token(TokenIndex index) const { return analysis_.tokens[index]; }

    ModalityReading reading() const {
        if (negators_.size() % 2 == 1) return {Modality::negated, negators_.front()};
        if (hedged_by_ != no_token) return {Modality::possible, hedged_by_};
        if (hearsay_by_ != no_token) return {Modality::reported, hearsay_by_};
        return {};
    }

    /// One word negates once, though it be met from its noun and from the verb: "has no plans".
    void negate(TokenIndex by) {
        if (std::ranges::find(negators_, by) != negators_.end()) return;
        if (negators_.size() < max_negators) negators_.push_back(by);
    }
    void hedge(TokenIndex by) {
        if (hedged_by_ == no_token) hedged_by_ = by;
    }
    void hear(TokenIndex by) {
        if (hearsay_by_ == no_token) hearsay_by_ = by;
    }

    void either(TokenIndex preconjunction) {
        if (lower_form(analysis_, preconjunction) == "either") hedge(preconjunction);
    }

    Hold hold_at(TokenIndex index) const { return hold_of(analysis_, dependents_, lexicon_, index); }

    /// "not", "never", but not "not only", "not just".
    bool negates_by_itself(TokenIndex adverb) const {
        if (lexicon_.adverb(marker_form(analysis_, dependents_, adverb)) != Hold::negates) {
            // "no longer" is an adverb with its own modifier.
            const std::string form = lower_form(analysis_, adverb);
            if (form != "longer" || adverb == 0 || lower_form(analysis_, adverb - 1) != "no") return false;
        }
        if (adverb + 1 < analysis_.tokens.size()) {
            const std::string next = lower_form(analysis_, adverb + 1);
            if (next == "only" || next == "just" || next == "merely" || next == "simply" || next == "least" ||
                next == "surprisingly") {
                return false;
            }
        }
        return true;
    }

    /// The word that makes a nominal negative: itself ("nobody"), or "no" and "neither" before it.
    TokenIndex negator_of(TokenIndex nominal) const {
        const std::string form = lower_form(analysis_, nominal);
        if (form == "none" || form == "nobody" || form == "nothing" || form == "neither" ||
            form == "no-one") {
            return nominal;
        }
        for (const TokenIndex dependent : near_dependents(dependents_, nominal)) {
            const Deprel relation = token(dependent).deprel;
            if (relation != Deprel::det && relation != Deprel::cc_preconj && relation != Deprel::det_predet)
                continue;
            const std::string determiner = lower_form(analysis_, dependent);
            if (determiner == "no" || determiner == "neither") return dependent;
        }
        return no_token;
    }

    void negate_by_nominal(TokenIndex nominal) {
        if (const TokenIndex negator = negator_of(nominal); negator != no_token) negate(negator);
    }

    /// What marks the phrase or clause of `index`: "without", "rather than", "if".
    void markers(TokenIndex index) {
        for (const TokenIndex dependent : near_dependents(dependents_, index)) {
            if (dependent > index) break;  // a marker goes before what it marks
            if (!is_marker(token(dependent).deprel) && token(dependent).deprel != Deprel::advmod) continue;
            const std::string form = marker_form(analysis_, dependents_, dependent);
            const Hold hold = lexicon_.marker(form);
            if (hold == Hold::negates) negate(dependent);
            // A condition, "whether to buy", "due to buy"; but not "asked if it had bought".
            const bool open = token(index).deprel == Deprel::advcl || token(index).xpos == Xpos::vb;
            if (hold == Hold::hopes && open) hedge(dependent);
            if (token(dependent).deprel == Deprel::cc && (form == "nor" || form == "neither"))
                negate(dependent);
        }
    }

    /// A condition of which the clause of `index` depends: "if approved, …", "pending approval".
    void conditions(TokenIndex index) {
        if (token(index).xpos == Xpos::vbd && !has_dependent(analysis_, dependents_, index, {Deprel::aux}))
            return;
        for (const TokenIndex dependent : near_dependents(dependents_, index)) {
            const Deprel relation = token(dependent).deprel;
            if (relation != Deprel::advcl && relation != Deprel::obl) continue;
            for (const TokenIndex marker : near_dependents(dependents_, dependent)) {
                if (!is_marker(token(marker).deprel)) continue;
                if (lexicon_.marker(marker_form(analysis_, dependents_, marker)) != Hold::hopes) continue;
                const bool even = marker > 0 && lower_form(analysis_, marker - 1) == "even";
                if (!even) hedge(marker);
            }
        }
    }

    /// "agreed to buy Bolt, only to walk away": what came of it.
    void outcome(TokenIndex index) {
        for (const TokenIndex dependent : near_dependents(dependents_, index)) {
            const Deprel relation = token(dependent).deprel;
            if (dependent < index || (relation != Deprel::advcl && relation != Deprel::xcomp)) continue;
            const bool only = std::ranges::any_of(
                near_dependents(dependents_, dependent),
                [&](TokenIndex word) { return word < dependent && lower_form(analysis_, word) == "only"; });
            if (only && hold_at(dependent) == Hold::negates) negate(dependent);
        }
    }

    /// The words that stand with `index`: negation, modals, adverbs, determiners. `all`: also those that are
    /// not shared with a coordinated clause that has its own subject.
    void own_words(TokenIndex index, bool all) {
        if (all) markers(index);
        conditions(index);
        outcome(index);
        if (!all) return;
        for (const TokenIndex dependent : near_dependents(dependents_, index)) {
            const Token& word = token(dependent);
            switch (word.deprel) {
                case Deprel::advmod:
                case Deprel::cc_preconj:
                    adverb(dependent);
                    break;
                case Deprel::aux:
                case Deprel::aux_pass:
                    if (is_inverted_condition(dependent, index)) hedge(dependent);
                    if (word.deprel == Deprel::aux) auxiliary(dependent);
                    break;
                case Deprel::nsubj:
                case Deprel::nsubj_pass:
                case Deprel::csubj:
                    negate_by_nominal(dependent);
                    break;
                case Deprel::obj:
                    negate_by_nominal(dependent);
                    break;
                case Deprel::det:
                    if (const std::string form = lower_form(analysis_, dependent);
                        form == "no" || form == "neither") {
                        negate(dependent);
                    }
                    break;
                case Deprel::amod:
                    adjective(dependent);
                    break;
                default:
                    break;
            }
        }
        // "has yet to buy", "is yet to buy": hangs above, see climb().
    }

    /// A noun that is no doing and said of nothing, as "rival" in "its rival Bolt": what stands around its
    /// phrase speaks of the phrase's part in the sentence.
    bool only_describes(TokenIndex predicate) const {
        return is_nominal(token(predicate)) && !is_event(predicate) &&
               !has_dependent(analysis_, dependents_, predicate,
                              {Deprel::cop, Deprel::nsubj, Deprel::nsubj_pass});
    }

    void description(TokenIndex noun) {
        if (token(noun).upos != Upos::noun) return;
        for (const TokenIndex dependent : near_dependents(dependents_, noun)) {
            if (token(dependent).deprel == Deprel::amod) adjective(dependent);
            if (token(dependent).deprel == Deprel::det) negate_by_nominal(noun);
            if (token(dependent).deprel == Deprel::advmod && dependent < noun &&
                negates_by_itself(dependent)) {
                negate(dependent);
            }
        }
    }

    void adverb(TokenIndex adverb) {
        // "is no better than Bolt"
        if (negates_by_itself(adverb) || lower_form(analysis_, adverb) == "no") {
            negate(adverb);
            return;
        }
        switch (lexicon_.adverb(lower_form(analysis_, adverb))) {
            case Hold::hopes:
                hedge(adverb);
                break;
            case Hold::hearsay:
                hear(adverb);
                break;
            default:
                break;
        }
    }

    /// "Had Acme bought Bolt, …", "were it to buy Bolt": a condition without "if".
    bool is_inverted_condition(TokenIndex auxiliary, TokenIndex verb) const {
        const std::string form = lower_form(analysis_, auxiliary);
        if (form != "had" && form != "were" && form != "should") return false;
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(auxiliary)];
        const bool opens = auxiliary == sentence.tokens.begin || analysis_.form(auxiliary - 1) == ",";
        if (!opens || analysis_.form(sentence.tokens.end - 1) == "?") return false;
        return std::ranges::any_of(near_dependents(dependents_, verb), [&](TokenIndex dependent) {
            const Deprel relation = token(dependent).deprel;
            const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
            return subject && dependent > auxiliary && dependent < verb;
        });
    }

    void auxiliary(TokenIndex auxiliary) {
        const std::string form = lower_form(analysis_, auxiliary);
        const std::string lemma = lower_lemma(analysis_, auxiliary);
        if (lexicon_.auxiliary(form) != Hold::hopes && lexicon_.auxiliary(lemma) != Hold::hopes) return;
        if (form == "can" || form == "ca") return;  // whose lemma may be any
        // "She said that it would buy X": a future seen from the past, no hedge.
        if (lemma == "would" || form == "would" || lemma == "will") {
            if (form != "will" && would_ == no_token) would_ = auxiliary;
            return;
        }
        hedge(auxiliary);
    }

    void adjective(TokenIndex adjective) {
        const std::string form = lower_form(analysis_, adjective);
        Hold hold = lexicon_.adjective(form);
        if (hold == Hold::none && token(adjective).upos == Upos::verb) hold = hold_at(adjective);
        switch (hold) {
            case Hold::hopes:
                hedge(adjective);
                break;
            case Hold::negates:
                negate(adjective);
                break;
            case Hold::hearsay:
                hear(adjective);
                break;
            default:
                break;
        }
    }

    /// What the predicate's own class says: "a bid for X", "is wooing X", "due in May".
    void own_class(TokenIndex predicate) {
        const Token& self = token(predicate);
        if (self.upos == Upos::verb && lexicon_.is_seeking(lower_lemma(analysis_, predicate))) {
            hedge(predicate);
        } else if (self.upos == Upos::verb && is_passive(analysis_, dependents_, predicate) &&
                   !has_dependent(analysis_, dependents_, predicate, {Deprel::xcomp, Deprel::ccomp}) &&
                   hold_at(predicate) == Hold::hopes) {
            hedge(predicate);  // "is expected at the summit", "a second plant is planned"
        } else if (self.upos == Upos::noun && is_event(predicate) && hold_at(predicate) == Hold::hopes) {
            hedge(predicate);
        } else if (self.upos == Upos::adj && hold_at(predicate) == Hold::hopes) {
            hedge(predicate);
        }
    }

    bool is_event(TokenIndex noun) const {
        return token(noun).upos == Upos::noun && lexicon_.is_event(lower_lemma(analysis_, noun));
    }

    /// Does the noun pass on what is said of it: a doing, or a word such as "plan", "report"?
    bool passes_on(TokenIndex noun) const {
        return is_event(noun) || (token(noun).upos == Upos::noun && hold_at(noun) != Hold::none);
    }

    void climb(TokenIndex from) {
        TokenIndex index = from;
        bool of_report = false;  // below a reporting verb
        for (int step = 0; step < max_climb; ++step) {
            const TokenIndex governor = token(index).head;
            if (governor == no_token) {
                question(index);
                break;
            }
            Deprel relation = token(index).deprel;
            if (is_relative_clause(analysis_, dependents_, index)) {
                if (!is_content_of_noun(index, governor)) break;
                relation = Deprel::acl;
            }
            const bool verbal =
                !is_nominal(token(index)) || has_dependent(analysis_, dependents_, index, {Deprel::cop});
            bool go_on = false;
            switch (relation) {
                case Deprel::advmod:
                case Deprel::case_:
                    // "is ahead of Bolt", "is behind Bolt": the adverb's or preposition's clause.
                    own_words(governor, true);
                    go_on = true;
                    break;
                case Deprel::conj:
                    go_on = from_conjunct(index, governor);
                    break;
                case Deprel::xcomp:
                case Deprel::ccomp:
                case Deprel::csubj:
                case Deprel::csubj_pass:
                    go_on = from_complement(governor, relation, of_report);
                    break;
                case Deprel::acl:
                    go_on = from_acl(index, governor);
                    break;
                case Deprel::advcl:
                    go_on = from_adverbial(index, governor, of_report);
                    break;
                case Deprel::obj:
                case Deprel::nsubj:
                case Deprel::nsubj_pass:
                case Deprel::obl:
                    go_on = !verbal && passes_on(index) && from_argument(governor, relation);
                    break;
                case Deprel::nmod:
                case Deprel::compound:
                case Deprel::nmod_poss:
                    go_on = !verbal && is_event(index) && from_modifier(governor);
                    break;
                default:
                    break;
            }
            if (!go_on) break;
            index = governor;
        }
        if (would_ != no_token && !of_report) hedge(would_);
    }

    /// Trees take "a report that it had bought X" for a relative clause at times.
    bool is_content_of_noun(TokenIndex index, TokenIndex noun) const {
        if (token(index).deprel != Deprel::acl_relcl || noun + 1 >= analysis_.tokens.size()) return false;
        const Hold hold = lexicon_.noun(lower_lemma(analysis_, noun));
        return (hold == Hold::says || hold == Hold::hearsay || hold == Hold::denies) &&
               lower_form(analysis_, noun + 1) == "that" && token(noun + 1).deprel != Deprel::nsubj;
    }

    /// "Will Meta buy X?" leaves it open.
    void question(TokenIndex root) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(root)];
        const TokenIndex last = sentence.tokens.end - 1;
        if (analysis_.form(last) == "?") hedge(last);
    }

    /// From the second of "may buy X and sell Y" to the first.
    bool from_conjunct(TokenIndex index, TokenIndex first) {
        const bool own_clause = has_own_subject(analysis_, dependents_, index);
        conditions(first);
        if (own_clause) return true;
        const bool own_auxiliary = has_dependent(analysis_, dependents_, index, {Deprel::aux, Deprel::cop});
        const bool same_form = token(index).xpos == token(first).xpos;
        bool contrast = false;
        for (const TokenIndex dependent : near_dependents(dependents_, index)) {
            if (token(dependent).deprel != Deprel::cc) continue;
            const std::string form = lower_form(analysis_, dependent);
            contrast = contrast || form == "but" || form == "yet" || form == "nor";
        }
        for (const TokenIndex dependent : near_dependents(dependents_, first)) {
            const Token& word = token(dependent);
            const bool before = dependent < first;
            switch (word.deprel) {
                case Deprel::aux:
                    if (!own_auxiliary && same_form) auxiliary(dependent);
                    break;
                case Deprel::advmod:
                    if (!before || own_auxiliary || !same_form) break;
                    if (negates_by_itself(dependent)) {
                        if (!contrast) negate(dependent);
                    } else {
                        adverb(dependent);
                    }
                    break;
                case Deprel::nsubj:
                case Deprel::nsubj_pass:
                    negate_by_nominal(dependent);
                    break;
                default:
                    break;
            }
        }
        return true;
    }

    bool from_complement(TokenIndex governor, Deprel relation, bool& of_report) {
        const Hold hold = hold_at(governor);
        const bool finite = relation != Deprel::xcomp;
        if (hold == Hold::hearsay) {
            hear(governor);
            return true;
        }
        if (is_reporting(hold)) {
            if (relation == Deprel::xcomp && token(governor).upos == Upos::verb && (hold == Hold::suggests)) {
                // "found the two level", "is shown to": the finding's own negation counts.
                if (is_passive(analysis_, dependents_, governor)) hear(governor);
                own_words(governor, true);
                return false;
            }
            if (is_passive(analysis_, dependents_, governor) &&
                !has_dependent(analysis_, dependents_, governor, {Deprel::obl_agent})) {
                hear(governor);  // "is said to be buying X", "it was reported that"
            }
            of_report = true;
            return false;
        }
        switch (hold) {
            case Hold::hopes:
                hedge(governor);
                break;
            case Hold::negates:
            case Hold::denies:
            case Hold::collapses:
                negate(governor);
                break;
            default:
                break;
        }
        if (hold == Hold::denies) {
            of_report = true;
            return false;
        }
        // A finite clause is not denied by a verb that is: "did not know that X had bought Y".
        if (finite && hold == Hold::none && token(governor).upos == Upos::verb) return false;
        if (yet_to(governor)) {
            negate(governor);
            return true;
        }
        own_words(governor, true);
        return true;
    }

    /// "has yet to", "is yet to".
    bool yet_to(TokenIndex governor) const {
        const std::string lemma = lower_lemma(analysis_, governor);
        if (lemma != "have" && lemma != "be") return lemma == "yet";
        return std::ranges::any_of(near_dependents(dependents_, governor), [&](TokenIndex dependent) {
            return token(dependent).deprel == Deprel::advmod && lower_form(analysis_, dependent) == "yet";
        });
    }

    /// "plans to buy X", "a report that it had bought X", "talks about buying X", "a body to be based in X".
    bool from_acl(TokenIndex index, TokenIndex noun) {
        const Hold hold = hold_at(noun);
        const bool participle = token(index).xpos == Xpos::vbn || token(index).xpos == Xpos::vbg;
        const bool marked = has_dependent(analysis_, dependents_, index, {Deprel::mark, Deprel::case_}) ||
                            has_own_subject(analysis_, dependents_, index);
        if (participle && !marked) return false;  // "software bought from X"
        switch (hold) {
            case Hold::hopes:
                hedge(noun);
                break;
            case Hold::negates:
            case Hold::denies:
                negate(noun);
                break;
            case Hold::hearsay:
            case Hold::says:
                hear(noun);
                break;
            case Hold::asserts:
                break;
            default:
                // "an office to be opened in X" is still to come.
                if (participle && marked && has_dependent(analysis_, dependents_, index, {Deprel::aux_pass}))
                    hedge(index);
                return false;
        }
        own_words(noun, true);
        return true;
    }

    bool from_adverbial(TokenIndex index, TokenIndex governor, bool& of_report) {
        const Hold hold = hold_at(governor);
        // "is due to speak", where the tree takes the infinitive for an adverbial.
        const bool after = index > governor;
        if (after && token(governor).upos == Upos::adj && (hold == Hold::hopes || hold == Hold::negates)) {
            return from_complement(governor, Deprel::xcomp, of_report);
        }
        for (const TokenIndex marker : near_dependents(dependents_, index)) {
            // "decided against joining", "gave up on buying": a preposition before a gerund.
            if (is_marker(token(marker).deprel) && hold == Hold::negates && token(index).xpos == Xpos::vbg) {
                negate(governor);
                return true;
            }
            if (is_marker(token(marker).deprel) && hold == Hold::hopes && token(index).xpos == Xpos::vbg) {
                hedge(governor);
                return true;
            }
            if (is_marker(token(marker).deprel)) return false;
        }
        // "may be added, replacing Y": the modal holds for what follows from it.
        if (token(index).xpos != Xpos::vbg || index < governor ||
            has_own_subject(analysis_, dependents_, index))
            return false;
        for (const TokenIndex dependent : near_dependents(dependents_, governor)) {
            if (token(dependent).deprel == Deprel::aux) auxiliary(dependent);
        }
        return false;
    }

    /// From an event or report noun to the verb that it is an argument of.
    bool from_argument(TokenIndex verb, Deprel relation) {
        if (is_nominal(token(verb)) && !has_dependent(analysis_, dependents_, verb, {Deprel::cop}))
            return false;
        const Hold hold = hold_at(verb);
        const bool subject = relation == Deprel::nsubj;
        const bool content = has_dependent(analysis_, dependents_, verb, {Deprel::xcomp, Deprel::ccomp});
        switch (hold) {
            case Hold::collapses:
                if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass) {
                    negate(verb);
                    own_words(verb, true);
                }
                return false;
            case Hold::negates:
                // "The takeover failed" as well as "abandoned the takeover".
                if (subject && (has_dependent(analysis_, dependents_, verb, {Deprel::obj}) || content))
                    return false;
                if (relation == Deprel::obl) return false;
                negate(verb);
                own_words(verb, true);
                return true;
            case Hold::denies:
                if (subject || relation == Deprel::obl) return false;
                negate(verb);
                return false;
            case Hold::hopes:
                if (subject || (content && relation != Deprel::obl)) return false;
                hedge(verb);
                own_words(verb, true);
                return true;
            default:
                break;
        }
        if (relation != Deprel::obj && relation != Deprel::nsubj_pass && relation != Deprel::obl)
            return false;
        if (is_reporting(hold) && hold != Hold::announces) return false;
        if (lexicon_.is_light(lower_lemma(analysis_, verb)) && relation != Deprel::obl) {
            own_words(verb, true);
            return true;
        }
        return false;
    }

    /// "talks on a merger", "merger talks".
    bool from_modifier(TokenIndex noun) {
        if (token(noun).upos != Upos::noun) return false;
        switch (hold_at(noun)) {
            case Hold::hopes:
                hedge(noun);
                break;
            case Hold::negates:
            case Hold::denies:
                negate(noun);
                break;
            case Hold::hearsay:
                hear(noun);
                break;
            default:
                return is_event(noun);
        }
        own_words(noun, true);
        return true;
    }

    const Analysis& analysis_;
    const Dependents& dependents_;
    const ModalityLexicon& lexicon_;
    std::vector<TokenIndex> negators_;
    TokenIndex hedged_by_ = no_token;
    TokenIndex hearsay_by_ = no_token;
    TokenIndex would_ = no_token;
};

}  // namespace

Hold hold_of(const Analysis& analysis, const Dependents& dependents, const ModalityLexicon& lexicon,
             TokenIndex word) {
    switch (analysis.tokens[word].upos) {
        case Upos::verb:
        case Upos::aux:
            return hold_of_verb(analysis, dependents, lexicon, word);
        case Upos::noun:
        case Upos::propn: {
            const Hold hold = lexicon.noun(lower_lemma(analysis, word));
            return hold == Hold::none ? lexicon.noun(lower_form(analysis, word)) : hold;
        }
        case Upos::adj: {
            const Hold hold = lexicon.adjective(lower_form(analysis, word));
            return hold == Hold::none ? lexicon.adjective(lower_lemma(analysis, word)) : hold;
        }
        case Upos::adv:
            return lexicon.adverb(lower_form(analysis, word));
        default:
            return Hold::none;
    }
}

ModalityReading modality_of(const Analysis& analysis, const Dependents& dependents,
                            const ModalityLexicon& lexicon, TokenIndex predicate) {
    return Reader(analysis, dependents, lexicon).read(predicate);
}

ModalityReading modality_of_argument(const Analysis& analysis, const Dependents& dependents,
                                     const ModalityLexicon& lexicon, TokenIndex argument,
                                     TokenIndex predicate) {
    return Reader(analysis, dependents, lexicon).read_argument(argument, predicate);
}

}  // namespace newsgraph
