#include "ingest/relation/attribution.hpp"

#include <algorithm>
#include <string>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/modality.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {

namespace {

constexpr int max_climb = 24;   // governors from a predicate up
constexpr int max_carried = 3;  // sentences that go on from a reported one

bool reports(Hold hold) {
    return hold == Hold::says || hold == Hold::announces || hold == Hold::claims || hold == Hold::suggests ||
           hold == Hold::denies;
}

bool is_nominal(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron;
}

}  // namespace

/// Looks for the words that report, from a predicate up.
class AttributionFinder {
  public:
    AttributionFinder(const Analysis& analysis, const Dependents& dependents, const Entities& entities,
                      const ModalityLexicon& lexicon)
        : analysis_(analysis), dependents_(dependents), entities_(entities), lexicon_(lexicon) {}

    /// What the trees say; `at_top` tells whether the predicate belongs to the sentence's main statement.
    Attribution find(TokenIndex predicate, bool& at_top) const {
        at_top = false;
        Attribution report_noun;  // "a report that …": who denies it goes before who made it
        TokenIndex index = predicate;
        TokenIndex from = predicate;  // the dependent that the climb came from: it doesn't report itself
        for (int step = 0; step < max_climb; ++step) {
            if (Attribution found = beside(index, from); found.hold != Hold::none) return found;
            from = index;
            const TokenIndex governor = token(index).head;
            if (governor == no_token) {
                at_top = true;
                break;
            }
            const Deprel relation = token(index).deprel;
            if (relation != Deprel::acl_relcl && is_relative_clause(analysis_, dependents_, index))
                return report_noun;
            const bool copular = has_copula(index);
            switch (relation) {
                case Deprel::ccomp:
                case Deprel::xcomp:
                case Deprel::csubj:
                case Deprel::csubj_pass:
                case Deprel::parataxis:
                    if (Attribution found = above(governor); found.hold != Hold::none) return found;
                    if (relation == Deprel::parataxis) at_top = true;
                    break;
                case Deprel::conj:
                case Deprel::advcl:
                case Deprel::advmod:
                case Deprel::case_:
                    break;
                case Deprel::acl_relcl:
                case Deprel::acl: {
                    const Hold hold = lexicon_.noun(lower_lemma(analysis_, governor));
                    const bool that = governor + 1 < analysis_.tokens.size() &&
                                      lower_form(analysis_, governor + 1) == "that" &&
                                      token(governor + 1).deprel != Deprel::nsubj && hold != Hold::none;
                    const bool content = relation == Deprel::acl ? has_content_mark(index) : that;
                    if (!content) return report_noun;
                    if (hold == Hold::says || hold == Hold::hearsay || hold == Hold::suggests) {
                        report_noun = evidence(governor, hold, governor);
                    }
                    break;
                }
                case Deprel::obj:
                case Deprel::nsubj:
                case Deprel::nsubj_pass:
                case Deprel::obl:
                    if (copular) return report_noun;
                    // "the study found no difference between"
                    if (index == predicate && relation == Deprel::obj &&
                        hold_at(governor) == Hold::suggests && token(governor).upos == Upos::verb) {
                        return said(governor, Hold::suggests);
                    }
                    if (!is_event(index) && report_noun.hold == Hold::none) return report_noun;
                    if (token(governor).upos == Upos::verb && relation != Deprel::nsubj) {
                        const Hold hold = hold_at(governor);
                        if (hold == Hold::denies || hold == Hold::announces || hold == Hold::claims) {
                            return said(governor, hold);
                        }
                    }
                    break;
                case Deprel::nmod:
                case Deprel::compound:
                case Deprel::nmod_poss:
                    if (!is_event(index)) return report_noun;
                    break;
                default:
                    return report_noun;
            }
            index = governor;
        }
        return report_noun;
    }

    /// "Testers place it first": the predicate's own subject is nobody's name but a source's.
    Attribution own_source(TokenIndex predicate, std::span<const TokenIndex> arguments) const {
        Attribution found;
        if (token(predicate).upos != Upos::verb) return found;
        for (const TokenIndex dependent : near_dependents(dependents_, predicate)) {
            if (token(dependent).deprel != Deprel::nsubj) continue;
            if (!lexicon_.is_source(lower_lemma(analysis_, dependent))) continue;
            // "Researchers at Acme built Lux"
            if (std::ranges::any_of(arguments, [&](TokenIndex argument) {
                    return argument == dependent || token(argument).head == dependent;
                }))
                continue;
            found.hold = Hold::hearsay;
            found.source = dependent;
            found.verb = predicate;
            found.speakers = entities_.referents(dependent);
        }
        return found;
    }

    /// "According to Ng, …", wherever the tree hangs it: the whole sentence is hers.
    Attribution opening_of(const Sentence& sentence) const {
        const TokenIndex begin = sentence.tokens.begin;
        if (sentence.tokens.size() < 4 || lower_form(analysis_, begin) != "according" ||
            lower_form(analysis_, begin + 1) != "to") {
            return {};
        }
        const TokenIndex source = token(begin).head;
        if (source == no_token || !sentence.tokens.contains(source) || source < begin) return {};
        const bool thing = token(source).upos == Upos::noun && entities_.referents(source).empty();
        return thing ? evidence(source, Hold::says, source) : with_source(source, source, Hold::says);
    }

    /// The attribution of a sentence's main statement, for what the next sentence goes on from.
    Attribution main_of(const Sentence& sentence) const {
        if (Attribution opening = opening_of(sentence); opening.hold != Hold::none) return opening;
        for (TokenIndex index = sentence.tokens.begin; index < sentence.tokens.end; ++index) {
            if (token(index).head != no_token) continue;
            if (Attribution found = beside(index, index); found.hold != Hold::none) return found;
            if (token(index).upos != Upos::verb) return {};
            for (const TokenIndex dependent : near_dependents(dependents_, index)) {
                const Deprel relation = token(dependent).deprel;
                if (relation != Deprel::ccomp && relation != Deprel::xcomp && relation != Deprel::parataxis)
                    continue;
                if (Attribution found = above(index); found.hold != Hold::none) return found;
            }
            return {};
        }
        return {};
    }

  private:
    const Token& token(TokenIndex index) const { return analysis_.tokens[index]; }
    Hold hold_at(TokenIndex index) const { return hold_of(analysis_, dependents_, lexicon_, index); }
    bool is_event(TokenIndex index) const {
        return token(index).upos == Upos::noun && lexicon_.is_event(lower_lemma(analysis_, index));
    }

    bool has(TokenIndex index, std::initializer_list<Deprel> relations) const {
        return has_dependent(analysis_, dependents_, index, relations);
    }

    bool has_copula(TokenIndex index) const { return has(index, {Deprel::cop}); }

    /// Is the clause that hangs on a noun its content: "a report that X bought Y", "plans to buy Y"?
    bool has_content_mark(TokenIndex index) const {
        return has(index, {Deprel::mark}) || has(index, {Deprel::nsubj, Deprel::nsubj_pass});
    }

    Attribution with_source(TokenIndex source, TokenIndex verb, Hold hold) const {
        Attribution found;
        found.hold = hold;
        found.verb = verb;
        found.source = source;
        if (source != no_token) {
            // "Acme and Bolt said": both.
            for (const TokenIndex member : coordinated(analysis_, dependents_, source)) {
                for (const EntityId speaker : entities_.referents(member)) {
                    if (std::ranges::find(found.speakers, speaker) == found.speakers.end()) {
                        found.speakers.push_back(speaker);
                    }
                }
            }
            found.by_maker = found.speakers.empty() && lexicon_.is_maker(lower_lemma(analysis_, source));
            // "The makers announced" of a deal are all its parties; "its makers say" are one.
            const bool own_maker = found.by_maker && has(source, {Deprel::nmod_poss});
            found.by_all_parties = !own_maker && lexicon_.is_party(lower_form(analysis_, source));
        }
        return found;
    }

    /// Whose a piece of evidence is: "Ng" in "Ng's tests", "tests by Ng", "a report in the Gazette".
    TokenIndex owner_of(TokenIndex noun) const {
        for (const TokenIndex dependent : near_dependents(dependents_, noun)) {
            if (token(dependent).deprel == Deprel::nmod_poss) return dependent;
        }
        for (const TokenIndex dependent : near_dependents(dependents_, noun)) {
            if (token(dependent).deprel != Deprel::nmod) continue;
            const std::string preposition = preposition_of(analysis_, dependents_, dependent);
            if (preposition == "by" || preposition == "from" || preposition == "in" || preposition == "of" ||
                preposition == "at") {
                if (!entities_.referents(dependent).empty()) return dependent;
            }
        }
        for (const TokenIndex dependent : near_dependents(dependents_, noun)) {
            const Deprel relation = token(dependent).deprel;
            if (relation != Deprel::acl && relation != Deprel::acl_relcl) continue;
            if (token(dependent).xpos != Xpos::vbn && token(dependent).xpos != Xpos::vbd) continue;
            // "a study published by Ng", "a letter read by the Post"
            for (const TokenIndex below : near_dependents(dependents_, dependent)) {
                const Deprel role = token(below).deprel;
                if (role == Deprel::obl_agent) return below;
                if (role == Deprel::obl && preposition_of(analysis_, dependents_, below) == "by")
                    return below;
            }
        }
        for (const TokenIndex dependent : near_dependents(dependents_, noun)) {
            if (token(dependent).deprel == Deprel::compound && !entities_.referents(dependent).empty())
                return dependent;
        }
        return no_token;
    }

    /// The attribution to evidence: to its owner where that is named, else to the evidence.
    Attribution evidence(TokenIndex noun, Hold hold, TokenIndex verb) const {
        const TokenIndex owner = owner_of(noun);
        Attribution found = with_source(owner == no_token ? noun : owner, verb, hold);
        return found;
    }

    /// To the doer of a reporting verb.
    Attribution said(TokenIndex verb, Hold hold) const {
        const TokenIndex doer = doer_of(analysis_, dependents_, verb);
        if (doer == no_token) return with_source(no_token, verb, Hold::hearsay);
        const bool thing = token(doer).upos == Upos::noun && entities_.referents(doer).empty() &&
                           lexicon_.noun(lower_lemma(analysis_, doer)) != Hold::none;
        return thing ? evidence(doer, hold, verb) : with_source(doer, verb, hold);
    }

    /// From the governor of a complement: "X said that …".
    Attribution above(TokenIndex governor) const {
        if (token(governor).upos != Upos::verb) return {};
        const Hold hold = hold_at(governor);
        if (hold == Hold::hearsay) return with_source(no_token, governor, Hold::hearsay);
        if (!reports(hold)) return {};
        return said(governor, hold);
    }

    /// From words that stand beside a statement: "…, X said", "according to X", "by X's own account".
    Attribution beside(TokenIndex index, TokenIndex from) const {
        if (Attribution found = among(index, from); found.hold != Hold::none) return found;
        // "X wants it, and Y might, according to Z": said of both.
        const auto all = near_dependents(dependents_, index);
        for (std::size_t i = all.size(); i > 0; --i) {
            const TokenIndex last = all[i - 1];
            if (token(last).deprel != Deprel::conj) continue;
            if (is_nominal(token(last)) && !has_copula(last)) break;
            Attribution found = among(last, from);
            const bool after = found.hold != Hold::none && found.verb > last;
            if (after) return found;
            break;
        }
        return {};
    }

    Attribution among(TokenIndex index, TokenIndex from) const {
        for (const TokenIndex dependent : near_dependents(dependents_, index)) {
            if (dependent == from) continue;
            const Token& word = token(dependent);
            if (word.deprel == Deprel::parataxis || word.deprel == Deprel::advcl) {
                if (word.upos != Upos::verb) continue;
                const Hold hold = hold_at(dependent);
                if (!reports(hold) || has(dependent, {Deprel::ccomp, Deprel::xcomp})) continue;
                if (word.deprel == Deprel::advcl && marker(dependent) != "as") continue;
                if (doer_of(analysis_, dependents_, dependent) == no_token) continue;
                return said(dependent, hold);
            }
            if (word.deprel != Deprel::obl && word.deprel != Deprel::advmod && word.deprel != Deprel::nmod &&
                word.deprel != Deprel::advcl) {
                continue;
            }
            const std::string preposition = preposition_of(analysis_, dependents_, dependent);
            if (preposition == "according to" || preposition == "per") {
                const bool thing = word.upos == Upos::noun && entities_.referents(dependent).empty();
                const Hold hold = Hold::says;
                return thing ? evidence(dependent, hold, dependent) : with_source(dependent, dependent, hold);
            }
            if (word.upos != Upos::noun) continue;
            // "by its own account", "on Ng's figures", "in Ng's tests": only where somebody's.
            const Hold hold = lexicon_.noun(lower_lemma(analysis_, dependent));
            const bool own_words = hold == Hold::says && (preposition == "by" || preposition == "on");
            const bool own_tests = hold == Hold::suggests && (preposition == "in" || preposition == "on");
            if (!own_words && !own_tests) continue;
            const TokenIndex owner = owner_of(dependent);
            if (owner != no_token && !entities_.referents(owner).empty())
                return with_source(owner, dependent, hold);
        }
        return {};
    }

    std::string marker(TokenIndex index) const {
        for (const TokenIndex dependent : near_dependents(dependents_, index)) {
            if (token(dependent).deprel == Deprel::mark) return lower_form(analysis_, dependent);
        }
        return {};
    }

    const Analysis& analysis_;
    const Dependents& dependents_;
    const Entities& entities_;
    const ModalityLexicon& lexicon_;
};

Attributions::Attributions(const Analysis& analysis, const Dependents& dependents, const Entities& entities,
                           const ModalityLexicon& lexicon)
    : analysis_(&analysis),
      dependents_(&dependents),
      entities_(&entities),
      lexicon_(&lexicon),
      quotations_(find_quotations(analysis, dependents)),
      carried_(analysis.sentences.size()) {
    const AttributionFinder finder(analysis, dependents, entities, lexicon);
    Attribution last;
    int age = 0;
    for (std::size_t s = 1; s < analysis.sentences.size(); ++s) {
        const Sentence& before = analysis.sentences[s - 1];
        if (before.paragraph != analysis.sentences[s].paragraph) {
            last = {};
            continue;
        }
        Attribution main = finder.main_of(before);
        if (main.hold != Hold::none) {
            last = std::move(main);
            last.carried = true;
            age = 0;
        } else if (++age > max_carried) {
            last = {};
        }
        if (last.hold != Hold::none && last.hold != Hold::denies) carried_[s] = last;
    }
}

Attribution Attributions::of(TokenIndex predicate, std::span<const TokenIndex> arguments) const {
    const AttributionFinder finder(*analysis_, *dependents_, *entities_, *lexicon_);
    bool at_top = false;
    Attribution found = finder.find(predicate, at_top);
    const Quotation* const quotation = quotation_at(quotations_, predicate);
    if (found.hold != Hold::none) {
        found.quoted = quotation != nullptr;
        return found;
    }
    if (quotation != nullptr && quotation->speaker != no_token) {
        found.hold = Hold::says;
        found.source = quotation->speaker;
        found.verb = quotation->verb;
        found.quoted = true;
        found.speakers = entities_->referents(quotation->speaker);
        return found;
    }
    if (Attribution own = finder.own_source(predicate, arguments); own.hold != Hold::none) return own;
    if (at_top) {
        const Sentence& sentence = analysis_->sentences[analysis_->sentence_of(predicate)];
        if (Attribution opening = finder.opening_of(sentence); opening.hold != Hold::none) return opening;
    }
    if (at_top) return carried_[analysis_->sentence_of(predicate)];
    return found;
}

}  // namespace newsgraph
