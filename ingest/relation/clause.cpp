#include "ingest/relation/clause.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace newsgraph {
namespace {

constexpr std::size_t max_arguments = 40;      // of a clause
constexpr std::size_t max_steps_up = 8;        // from a relative pronoun to the clause that it opens
constexpr std::size_t max_phrase_tokens = 64;  // beyond, a phrase is cut off

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

bool is_one_of(Deprel relation, std::initializer_list<Deprel> relations) {
    return std::ranges::find(relations, relation) != relations.end();
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

bool is_nominal(Upos upos) {
    return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron || upos == Upos::num ||
           upos == Upos::sym || upos == Upos::x;
}

bool is_relative_pronoun(const Token& token) {
    return token.xpos == Xpos::wp || token.xpos == Xpos::wdt || token.xpos == Xpos::wp_poss ||
           token.xpos == Xpos::wrb;
}

/// Nouns whose infinitive is done by whoever holds the plan: "Acme's plan to buy X", "Acme has the right to".
bool passes_on_control(std::string_view noun) {
    return is_one_of(
        noun, {"plan",     "deal",     "agreement", "offer",       "bid",         "intention", "attempt",
               "effort",   "decision", "move",      "promise",     "right",       "proposal",  "licence",
               "license",  "contract", "pact",      "option",      "ambition",    "hope",      "pledge",
               "refusal",  "failure",  "ability",   "campaign",    "drive",       "push",      "vow",
               "threat",   "job",      "task",      "commitment",  "need",        "chance",    "permission",
               "approval", "tender",   "mandate",   "aim",         "goal",        "target",    "quest",
               "race",     "talks",    "talk",      "negotiation", "partnership", "project",   "scheme"});
}

/// Verbs whose subject, not their object, does what the infinitive after them tells: "left Acme to join
/// Bolt", "beat Acme to reach the final".
bool acts_to_an_end(std::string_view verb) {
    return is_one_of(
        verb, {"promise", "use",    "leave",    "quit",    "exit",     "join",      "beat", "defeat",
               "edge",    "thrash", "upset",    "stun",    "overcome", "outplay",   "win",  "lose",
               "vote",    "resign", "overtake", "abandon", "desert",   "eliminate", "oust", "trounce"});
}

/// Verbs that say of their subject what their complement names: "became its leader".
bool is_copular_verb(std::string_view verb) {
    return is_one_of(verb, {"be", "become", "remain", "stay", "seem", "appear", "look", "prove", "represent",
                            "form", "constitute", "serve"});
}

/// A predicate with what others may take over from it.
struct Predicate {
    Clause clause;
    TokenIndex surface_subject = no_token;  // before voice is undone
    bool has_clause = false;
    std::size_t place = 0;  // among the clauses found
};

/// Walks the trees from the roots down, so that what a predicate shares is known before it is asked for.
class ClauseFinder {
  public:
    ClauseFinder(const Analysis& analysis, const Dependents& dependents)
        : analysis_(analysis), dependents_(dependents), predicates_(analysis.tokens.size()) {}

    std::vector<Clause> find() {
        for (std::size_t s = 0; s < analysis_.sentences.size(); ++s) {
            sentence_ = s;
            for (const TokenIndex token : from_the_root_down(analysis_.sentences[s])) visit(token);
        }
        lend_to_described();
        std::ranges::stable_sort(found_, {}, &Clause::predicate);
        return std::move(found_);
    }

  private:
    const Token& token(TokenIndex index) const { return analysis_.tokens[index]; }

    std::vector<TokenIndex> from_the_root_down(const Sentence& sentence) const {
        std::vector<TokenIndex> order;
        order.reserve(sentence.tokens.size());
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            if (token(i).head == no_token) order.push_back(i);
        }
        for (std::size_t next = 0; next < order.size(); ++next) {
            for (const TokenIndex dependent : dependents_.of(order[next])) order.push_back(dependent);
        }
        return order;
    }

    std::optional<TokenIndex> dependent(TokenIndex governor, std::initializer_list<Deprel> relations) const {
        for (const TokenIndex child : dependents_.of(governor)) {
            if (is_one_of(token(child).deprel, relations)) return child;
        }
        return std::nullopt;
    }

    /// The noun that a relative pronoun stands for; other tokens stand for themselves.
    TokenIndex antecedent(TokenIndex index) const {
        const bool could_be =
            is_relative_pronoun(token(index)) ||
            (token(index).upos == Upos::pron && ascii_lower(analysis_.form(index)) == "that");
        if (!could_be) return index;
        TokenIndex at = index;
        for (std::size_t step = 0; step < max_steps_up; ++step) {
            const Token& here = token(at);
            if (here.head == no_token) break;
            if (here.deprel == Deprel::acl_relcl) return here.head;
            at = here.head;
        }
        return noun_before(index);
    }

    /// The noun that stands before a relative pronoun whose clause hangs elsewhere: "Bolt, from which it
    /// buys".
    TokenIndex noun_before(TokenIndex pronoun) const {
        if (token(pronoun).xpos != Xpos::wdt && token(pronoun).xpos != Xpos::wp_poss) return pronoun;
        const TokenIndex first = analysis_.sentences[sentence_].tokens.begin;
        for (TokenIndex i = pronoun; i > first && pronoun - i < max_steps_up;) {
            const Token& before = token(--i);
            if (before.upos == Upos::adp || before.upos == Upos::punct) continue;
            if (before.upos != Upos::noun && before.upos != Upos::propn) break;
            const bool inner = before.head != no_token &&
                               (before.deprel == Deprel::flat || before.deprel == Deprel::compound);
            return inner ? before.head : i;
        }
        return pronoun;
    }

    void add(Clause& clause, Role role, TokenIndex head, std::string preposition = {},
             Origin origin = Origin::own) const {
        if (clause.arguments.size() >= max_arguments) return;
        const TokenIndex standard = standard_within(head);
        const TokenIndex meant = antecedent(standard);
        if (meant != standard && origin == Origin::own) origin = Origin::described;
        for (const Argument& known : clause.arguments) {
            if (known.role == role && known.head == meant && known.preposition == preposition) return;
        }
        clause.arguments.push_back({role, origin, meant, std::move(preposition)});
    }

    /// "a quarter of what Zed does", "twice what Zed costs": Zed is what something is compared with.
    TokenIndex standard_within(TokenIndex what) const {
        if (token(what).upos != Upos::pron || ascii_lower(analysis_.form(what)) != "what") return what;
        const auto clause = dependent(what, {Deprel::acl_relcl, Deprel::acl});
        if (!clause) return what;
        const Token& verb = token(*clause);
        const bool repeats =
            verb.upos == Upos::aux || is_one_of(lower_lemma(analysis_, *clause), {"do", "cost"});
        return repeats ? dependent(*clause, {Deprel::nsubj}).value_or(what) : what;
    }

    static const Argument* find(const Clause& clause, Role role) {
        for (const Argument& argument : clause.arguments) {
            if (argument.role == role) return &argument;
        }
        return nullptr;
    }

    static bool has(const Clause& clause, Role role) { return find(clause, role) != nullptr; }

    /// "scores 58 on Quiz": a preposition that the tree takes for a particle; the phrase it marks, or
    /// nothing.
    std::optional<TokenIndex> stray_preposition(TokenIndex verb, TokenIndex particle) const {
        const std::string form = ascii_lower(analysis_.form(particle));
        if (!is_one_of(form, {"on", "at", "to", "for", "with", "by", "from", "of", "about", "into", "in"}))
            return std::nullopt;
        for (const TokenIndex child : dependents_.of(verb)) {
            if (child < particle || child > particle + max_steps_up) continue;
            if (token(child).deprel == Deprel::obl_unmarked) return child;
        }
        return std::nullopt;
    }

    std::string lemma_with_particle(TokenIndex verb) const {
        std::string lemma = lower_lemma(analysis_, verb);
        for (const TokenIndex child : dependents_.of(verb)) {
            if (token(child).deprel == Deprel::compound_prt && !stray_preposition(verb, child))
                lemma += " " + ascii_lower(analysis_.form(child));
        }
        return lemma;
    }

    bool is_infinitive(TokenIndex verb) const {
        for (const TokenIndex child : dependents_.of(verb)) {
            if (token(child).deprel == Deprel::mark && token(child).xpos == Xpos::to) return true;
        }
        return false;
    }

    bool has_mark(TokenIndex verb) const {
        return dependent(verb, {Deprel::mark, Deprel::case_}).has_value();
    }

    bool has_tense(TokenIndex verb) const {
        if (is_finite(token(verb).xpos)) return true;
        for (const TokenIndex child : dependents_.of(verb)) {
            if ((token(child).deprel == Deprel::aux || token(child).deprel == Deprel::aux_pass) &&
                token(child).xpos != Xpos::vbg)
                return true;
        }
        return false;
    }

    void visit(TokenIndex index) {
        const Token& here = token(index);
        const bool has_copula = dependent(index, {Deprel::cop}).has_value();
        if (here.upos == Upos::verb || (here.upos == Upos::aux && !is_function(here.deprel))) {
            visit_verb(index);
        } else if (here.upos == Upos::adv || (here.upos == Upos::adj && !stands_as_noun(index))) {
            visit_adjective(index, has_copula);
        } else if (is_nominal(here.upos) || here.upos == Upos::adj || has_copula) {
            if (has_copula || dependent(index, {Deprel::nsubj})) visit_copula(index);
            visit_noun(index);
        }
    }

    /// "founder and chief executive": an adjective in a noun's place.
    bool stands_as_noun(TokenIndex index) const {
        const Token& here = token(index);
        if (here.deprel == Deprel::conj && here.head != no_token) return token(here.head).upos == Upos::noun;
        if (is_one_of(here.deprel, {Deprel::appos, Deprel::nmod_desc, Deprel::nmod})) return true;
        // "reached the final of the cup"
        return is_one_of(here.deprel, {Deprel::obj, Deprel::nsubj, Deprel::obl}) &&
               dependent(index, {Deprel::det, Deprel::nmod_poss}).has_value();
    }

    static bool is_function(Deprel relation) {
        return is_one_of(relation, {Deprel::aux, Deprel::aux_pass, Deprel::cop});
    }

    // --- verbs

    void visit_verb(TokenIndex verb) {
        Predicate& predicate = predicates_[verb];
        Clause& clause = begin(predicate, verb, ClauseKind::verb);
        clause.lemma = lemma_with_particle(verb);
        clause.passive = is_passive(verb);
        const bool has_object = has_plain_object(verb, clause.passive);
        const bool has_agent = dependent(verb, {Deprel::obl_agent}).has_value();
        for (const TokenIndex child : dependents_.of(verb)) {
            switch (token(child).deprel) {
                case Deprel::nsubj:
                case Deprel::nsubj_pass:
                case Deprel::nsubj_outer:
                    take_subject(predicate, child, has_object, Origin::own);
                    break;
                case Deprel::obj:
                    if (is_time(child) || (clause.passive && is_number(child))) {
                        add(clause, Role::oblique, child);
                    } else if (!clause.passive && names_its_object(clause.lemma) &&
                               has(clause, Role::object)) {
                        add(clause, Role::complement, child);
                    } else {
                        add(clause, Role::object, child);
                    }
                    break;
                case Deprel::iobj:
                    add(clause, Role::indirect, child);
                    break;
                case Deprel::obl_agent:
                    add(clause, Role::subject, child);
                    break;
                case Deprel::obl:
                case Deprel::nmod: {
                    std::string preposition = preposition_of(analysis_, dependents_, child);
                    const bool agent = clause.passive && !has_agent && preposition == "by" &&
                                       token(child).upos != Upos::num && token(child).upos != Upos::sym;
                    if (agent) add(clause, Role::subject, child);
                    add_with_adverb(clause, verb, child, preposition);
                    add_behind_noun(clause, child, preposition);
                    // "took over Acme", whose object a tree may call a bare phrase.
                    const bool object = preposition.empty() && !has_object && !clause.passive &&
                                        token(child).upos == Upos::propn && child > verb && !is_time(child) &&
                                        dependent(verb, {Deprel::compound_prt}).has_value();
                    if (object) add(clause, Role::object, child);
                    add(clause, Role::oblique, child, std::move(preposition));
                    break;
                }
                case Deprel::obl_unmarked:
                    if (token(child).xpos == Xpos::wp && !has_object) {
                        add(clause, Role::object, child);  // "whom Acme hired"
                    } else {
                        add(clause, Role::oblique, child);
                    }
                    break;
                case Deprel::compound_prt:
                    if (const auto marked = stray_preposition(verb, child))
                        add(clause, Role::oblique, *marked, ascii_lower(analysis_.form(child)));
                    break;
                case Deprel::compound:
                    // "Acme-backed Bolt": who does it stands before the participle.
                    if (clause.passive && child < verb && token(child).upos == Upos::propn)
                        add(clause, Role::subject, child);
                    break;
                case Deprel::xcomp:
                    if (token(child).upos != Upos::verb) add(clause, Role::complement, child);
                    break;
                case Deprel::advmod:
                    if (token(child).xpos == Xpos::wrb && antecedent(child) != child)
                        add(clause, Role::oblique, child, "where");
                    take_obliques_of_adverb(clause, child);
                    break;
                case Deprel::ccomp:
                    // "warned that the bill would …": what it is warned of.
                    if (const auto subject = dependent(child, {Deprel::nsubj});
                        subject && clause.lemma == "warn")
                        add(clause, Role::oblique, *subject, "clause that");
                    break;
                case Deprel::advcl:
                    // "scored 71%, compared with 68% for Nova": of "compared" the verb has "compared with"
                    // and "compared for".
                    if (token(child).upos == Upos::adv || token(child).upos == Upos::adj ||
                        lower_form(analysis_, child) == "compared")
                        take_obliques_of_adverb(clause, child);
                    take_subject_of_adverbial(clause, child);
                    break;
                default:
                    break;
            }
        }
        if (clause.passive && !has(clause, Role::subject)) take_misplaced_agent(clause);
        take_comparison(clause, verb);
        inherit(predicate, verb);
        for (const TokenIndex child : dependents_.of(verb)) add_gapped(predicate, child);
        finish(predicate);
    }

    /// "Acme beats Bolt on speed and Nova on price", "Acme makes cars, and Bolt ships": a clause of its own,
    /// with the verb of the first; what is left of it hangs on its first word.
    void add_gapped(const Predicate& full, TokenIndex first) {
        if (token(first).deprel != Deprel::conj || !is_nominal(token(first).upos)) return;
        std::vector<Argument> rest;
        for (const TokenIndex child : dependents_.of(first)) {
            if (token(child).deprel != Deprel::orphan) continue;
            std::string preposition = preposition_of(analysis_, dependents_, child);
            const Role role = preposition.empty() ? Role::object : Role::oblique;
            rest.push_back({role, Origin::own, child, std::move(preposition)});
        }
        if (rest.empty()) return;
        Clause gapped = full.clause;
        gapped.gapped = true;
        const auto drop = [&](auto unwanted) { std::erase_if(gapped.arguments, unwanted); };
        const bool by_object = rest.front().role == Role::oblique && has(gapped, Role::object);
        drop([&](const Argument& argument) {
            return argument.role == (by_object ? Role::object : Role::subject);
        });
        for (const Argument& left : rest) {
            drop([&](const Argument& argument) {
                return argument.role == left.role && argument.preposition == left.preposition;
            });
        }
        add(gapped, by_object ? Role::object : Role::subject, first);
        for (Argument& left : rest) add(gapped, left.role, left.head, std::move(left.preposition));
        gapped.grammatical_subject = by_object ? full.surface_subject : first;
        sort_by_role(gapped);
        found_.push_back(std::move(gapped));
    }

    /// "fell short of X": the adverb before the preposition belongs to it too.
    void add_with_adverb(Clause& clause, TokenIndex verb, TokenIndex phrase,
                         const std::string& preposition) const {
        for (const TokenIndex child : dependents_.of(verb)) {
            if (child <= verb || child >= phrase) continue;
            if (!is_one_of(token(child).deprel, {Deprel::advmod, Deprel::xcomp, Deprel::compound_prt}))
                continue;
            if (token(child).upos != Upos::adj && token(child).upos != Upos::adv &&
                token(child).upos != Upos::adp)
                continue;
            for (const TokenIndex mark : dependents_.of(phrase)) {
                if (mark == child + 1 && token(mark).deprel == Deprel::case_)
                    add(clause, Role::oblique, phrase,
                        ascii_lower(analysis_.form(child)) + " " + preposition);
            }
        }
    }

    /// "spoke in favour of X": of a noun that only helps a preposition, what it is of belongs to the verb
    /// too, as "in favour of".
    void add_behind_noun(Clause& clause, TokenIndex noun, const std::string& preposition) const {
        if (preposition.empty() || token(noun).upos != Upos::noun) return;
        const std::string form = ascii_lower(analysis_.form(noun));
        if (!is_one_of(form, {"favour",      "favor",        "support",     "partnership", "collaboration",
                              "cooperation", "co-operation", "conjunction", "tandem",      "concert",
                              "alliance",    "behalf",       "hands",       "top",         "front",
                              "charge",      "response",     "addition",    "place",       "defence",
                              "defense",     "umbrella",     "behest",      "pursuit",     "contact",
                              "helm",        "competition",  "contrast",    "line",        "step",
                              "par",         "league",       "association"}))
            return;
        for (const TokenIndex child : dependents_.of(noun)) {
            if (child < noun || token(child).deprel != Deprel::nmod) continue;
            const std::string last = preposition_of(analysis_, dependents_, child);
            if (!last.empty()) add(clause, Role::oblique, child, preposition + " " + form + " " + last);
        }
    }

    /// "called Acme a disgrace": of two objects the second is what the first is called.
    static bool names_its_object(std::string_view verb) {
        return is_one_of(
            verb, {"call", "name", "appoint", "elect", "brand", "label", "dub", "deem", "consider", "make",
                   "crown", "declare", "nickname", "term", "rate", "pronounce"});
    }

    /// "beaten 2-1": a score is no object.
    bool is_number(TokenIndex index) const {
        return token(index).upos == Upos::num || token(index).upos == Upos::sym;
    }

    bool has_plain_object(TokenIndex verb, bool passive) const {
        for (const TokenIndex child : dependents_.of(verb)) {
            if (token(child).deprel == Deprel::obj && !(passive && is_number(child))) return true;
        }
        return false;
    }

    /// "published last autumn": a time, whatever the tree calls it.
    bool is_time(TokenIndex noun) const {
        if (!is_one_of(lower_lemma(analysis_, noun),
                       {"year",    "month",     "week",     "day",     "spring",   "summer",  "autumn",
                        "winter",  "fall",      "quarter",  "weekend", "night",    "morning", "monday",
                        "tuesday", "wednesday", "thursday", "friday",  "saturday", "sunday",  "season"}))
            return false;
        for (const TokenIndex child : dependents_.of(noun)) {
            if (is_one_of(ascii_lower(analysis_.form(child)),
                          {"last", "next", "this", "that", "every", "each", "earlier"}))
                return true;
        }
        return false;
    }

    bool is_span_of_time(TokenIndex noun) const {
        return token(noun).upos == Upos::num ||
               is_one_of(lower_lemma(analysis_, noun),
                         {"year",      "month",     "week",    "day",      "decade",  "season",
                          "spell",     "stint",     "term",    "time",     "monday",  "tuesday",
                          "wednesday", "thursday",  "friday",  "saturday", "sunday",  "january",
                          "february",  "march",     "april",   "may",      "june",    "july",
                          "august",    "september", "october", "november", "december"});
    }

    /// "sold last year by Acme": the agent may hang on the phrase before it.
    void take_misplaced_agent(Clause& clause) const {
        const std::size_t count = clause.arguments.size();
        for (std::size_t i = 0; i < count; ++i) {
            const Argument argument = clause.arguments[i];
            if (argument.role != Role::oblique || argument.head < clause.predicate) continue;
            for (const TokenIndex child : dependents_.of(argument.head)) {
                if (child > argument.head && token(child).deprel == Deprel::nmod &&
                    preposition_of(analysis_, dependents_, child) == "by" && token(child).upos != Upos::num) {
                    add(clause, Role::subject, child);
                    return;
                }
            }
        }
    }

    bool is_passive(TokenIndex verb) const {
        bool has_aux = false;
        for (const TokenIndex child : dependents_.of(verb)) {
            const Deprel relation = token(child).deprel;
            if (is_one_of(relation,
                          {Deprel::aux_pass, Deprel::nsubj_pass, Deprel::csubj_pass, Deprel::obl_agent}))
                return true;
            has_aux = has_aux || relation == Deprel::aux;
        }
        const Token& here = token(verb);
        if (is_bare_participle(verb)) return here.xpos == Xpos::vbn || !dependent(verb, {Deprel::obj});
        if (here.xpos != Xpos::vbn || has_aux) return false;
        if (here.deprel == Deprel::conj && here.head != no_token) {
            const Predicate& first = predicates_[here.head];
            return first.has_clause && first.clause.passive && !dependent(verb, {Deprel::nsubj}).has_value();
        }
        return false;
    }

    /// "released this week" in "X, released this week, …", which a tagger may take for a past tense.
    bool is_bare_participle(TokenIndex verb) const {
        const Token& here = token(verb);
        return (here.xpos == Xpos::vbn || here.xpos == Xpos::vbd) &&
               is_one_of(here.deprel, {Deprel::acl, Deprel::advcl, Deprel::amod}) &&
               !dependent(verb, {Deprel::aux, Deprel::aux_pass, Deprel::nsubj, Deprel::mark});
    }

    /// Puts the grammatical subject where the verb's voice says it belongs.
    void take_subject(Predicate& predicate, TokenIndex subject, bool has_object, Origin origin) const {
        predicate.surface_subject = antecedent(subject);
        const Role role = !predicate.clause.passive ? Role::subject
                          : has_object              ? Role::indirect
                                                    : Role::object;
        add(predicate.clause, role, subject, {}, origin);
    }

    /// "compared with 68% for Nova", where the tree gives Nova to the figure.
    void take_owner_of_value(Clause& clause, TokenIndex value) const {
        for (const TokenIndex child : dependents_.of(value)) {
            if (token(child).deprel == Deprel::nmod && preposition_of(analysis_, dependents_, child) == "for")
                add(clause, Role::oblique, child, "compared for");
        }
    }

    /// "pulled ahead of X": the adverb's phrase belongs to the verb too, as "ahead of".
    void take_obliques_of_adverb(Clause& clause, TokenIndex adverb) const {
        for (const TokenIndex child : dependents_.of(adverb)) {
            if (token(child).deprel != Deprel::obl) continue;
            const std::string preposition = preposition_of(analysis_, dependents_, child);
            if (preposition.empty()) continue;
            const bool comparison = preposition == "than" || preposition == "as";
            const std::string word = ascii_lower(analysis_.form(adverb));
            add(clause, Role::oblique, child, comparison ? preposition : word + " " + preposition);
            if (word == "compared") take_owner_of_value(clause, child);
        }
    }

    /// "watched as X grew": the subject of the adverbial clause is the verb's as "clause as".
    void take_subject_of_adverbial(Clause& clause, TokenIndex adverbial) const {
        const auto mark = dependent(adverbial, {Deprel::mark});
        const auto subject = dependent(adverbial, {Deprel::nsubj});
        if (!mark || !subject) return;
        const std::string word = ascii_lower(analysis_.form(*mark));
        add(clause, Role::oblique, *subject, word == "than" ? word : "clause " + word);
    }

    /// "costs less than X", "makes fewer mistakes than X": the standard of comparison belongs to the verb
    /// too.
    void take_comparison(Clause& clause, TokenIndex verb) const {
        for (const TokenIndex child : dependents_.of(verb)) {
            if (!is_one_of(token(child).deprel,
                           {Deprel::obj, Deprel::xcomp, Deprel::advmod, Deprel::obl, Deprel::obl_unmarked}))
                continue;
            take_standard(clause, child);
            for (const TokenIndex deeper : dependents_.of(child)) {
                if (is_one_of(token(deeper).deprel, {Deprel::amod, Deprel::advmod}))
                    take_standard(clause, deeper);
            }
        }
        // "cheaper to run than X": what follows the infinitive compares the adjective.
        if (clause.kind != ClauseKind::adjective) return;
        for (const TokenIndex child : dependents_.of(verb)) {
            if (is_one_of(token(child).deprel, {Deprel::advcl, Deprel::xcomp, Deprel::ccomp}) && child > verb)
                take_standard(clause, child);
        }
    }

    void take_standard(Clause& clause, TokenIndex compared) const {
        for (const TokenIndex child : dependents_.of(compared)) {
            if (!is_one_of(token(child).deprel, {Deprel::obl, Deprel::nmod, Deprel::advcl})) continue;
            if (preposition_of(analysis_, dependents_, child) == "than")
                add(clause, Role::oblique, subject_within(child), "than");
        }
    }

    /// "than GPT-4o does": the standard is the subject of the shortened clause.
    TokenIndex subject_within(TokenIndex standard) const {
        if (token(standard).upos != Upos::verb && token(standard).upos != Upos::aux) return standard;
        return dependent(standard, {Deprel::nsubj}).value_or(standard);
    }

    // --- what a predicate takes over from the one above it

    void inherit(Predicate& predicate, TokenIndex index) {
        const Token& here = token(index);
        if (here.head == no_token) return;
        const Predicate& above = predicates_[here.head];
        switch (here.deprel) {
            case Deprel::conj:
                share(predicate, index, here.head);
                break;
            case Deprel::xcomp:
                control(predicate, above, true);
                break;
            case Deprel::advcl:
            case Deprel::parataxis:
            case Deprel::dep:
                if (is_charge(index, above)) {
                    control(predicate, above, true);
                    break;
                }
                if (!has_tense(index) || is_bare_participle(index) || here.upos == Upos::adj ||
                    here.upos == Upos::adv)
                    control(predicate, above, false, here.deprel == Deprel::advcl);
                break;
            case Deprel::advmod:
                if (here.upos != Upos::verb) control(predicate, above, false);
                break;
            case Deprel::acl_relcl:
                describe(predicate, index, here.head);
                break;
            case Deprel::amod:
            case Deprel::acl:
                describe_reduced(predicate, index, here.head);
                break;
            default:
                break;
        }
    }

    /// "fined Acme for training its model": who is judged has done it.
    bool is_charge(TokenIndex verb, const Predicate& above) const {
        if (token(verb).xpos != Xpos::vbg || !above.has_clause) return false;
        const auto mark = dependent(verb, {Deprel::mark, Deprel::case_});
        if (!mark || !is_one_of(ascii_lower(analysis_.form(*mark)), {"for", "of", "over"})) return false;
        return is_one_of(above.clause.lemma,
                         {"fine",        "sue",     "charge",   "accuse",   "criticise", "criticize",
                          "blame",       "praise",  "thank",    "condemn",  "punish",    "convict",
                          "investigate", "fault",   "penalise", "penalize", "sanction",  "rebuke",
                          "reprimand",   "jail",    "ban",      "suspect",  "sack",      "fire",
                          "dismiss",     "suspend", "applaud",  "commend",  "attack"});
    }

    bool lacks_subject(const Predicate& predicate) const { return predicate.surface_subject == no_token; }

    void give_subject(Predicate& predicate, TokenIndex subject, Origin origin) const {
        if (subject == no_token || subject == predicate.clause.predicate) return;
        take_subject(predicate, subject, has(predicate.clause, Role::object), origin);
    }

    /// "Meta designed X and sold Y": the second verb has the first one's subject.
    void share(Predicate& predicate, TokenIndex index, TokenIndex first_index) {
        const Predicate& first = predicates_[first_index];
        if (!first.has_clause) return;
        Clause& clause = predicate.clause;
        const bool own_subject = !lacks_subject(predicate);
        if (!own_subject) {
            give_subject(predicate, first.surface_subject, Origin::shared);
            if (!has(clause, Role::subject) && clause.passive && first.clause.passive) {
                if (const Argument* agent = find(first.clause, Role::subject); agent && agent->head > index)
                    add(clause, Role::subject, agent->head, {}, Origin::shared);
            }
        }
        for (const Argument& argument : first.clause.arguments) {
            const bool right_of_both = argument.head > index;
            const bool fronted = argument.head < first_index && argument.role == Role::oblique;
            if (argument.role == Role::object && right_of_both && !has(clause, Role::object) &&
                !clause.passive)
                add(clause, Role::object, argument.head, {}, Origin::shared);
            if (argument.role == Role::oblique && (fronted || (right_of_both && !own_subject)))
                add(clause, Role::oblique, argument.head, argument.preposition, Origin::shared);
        }
        // "develops and sells X": a tree may hang X on either verb.
        Predicate& giver = predicates_[first_index];
        const bool joined = first_index + 2 == index;
        if (joined && giver.clause.kind == ClauseKind::verb && clause.kind == ClauseKind::verb &&
            !giver.clause.passive && !has(giver.clause, Role::object)) {
            if (const Argument* object = find(clause, Role::object)) {
                add(giver.clause, Role::object, object->head, {}, Origin::shared);
                found_[giver.place].arguments = giver.clause.arguments;
                sort_by_role(found_[giver.place]);
            }
        }
    }

    /// "agreed to buy", "asked X to buy", "…, undercutting Y": the subject is an argument of the verb above.
    void control(Predicate& predicate, const Predicate& above, bool by_object, bool shares_phrases = true) {
        if (!above.has_clause) return;
        if (lacks_subject(predicate)) {
            TokenIndex subject = above.surface_subject;
            if (by_object) {
                const Argument* object = find(above.clause, Role::indirect);
                if (object == nullptr) object = find(above.clause, Role::object);
                if (object && !above.clause.passive && !acts_to_an_end(above.clause.lemma))
                    subject = object->head;
            }
            if (subject == no_token && above.clause.kind == ClauseKind::noun) {
                if (const Argument* holder = find(above.clause, Role::possessor)) subject = holder->head;
            }
            give_subject(predicate, subject, Origin::controlled);
        }
        if (!shares_phrases) return;
        for (const Argument& argument : above.clause.arguments) {
            const bool before = argument.head < predicate.clause.predicate;
            if (argument.role == Role::oblique && before && argument.preposition != "than")
                add(predicate.clause, Role::oblique, argument.head, argument.preposition, Origin::shared);
        }
    }

    /// A relative clause without its pronoun in a role: "the model Meta released".
    void describe(Predicate& predicate, TokenIndex verb, TokenIndex noun) {
        bool mentioned = false;
        for (const Argument& argument : predicate.clause.arguments)
            mentioned = mentioned || argument.head == noun;
        for (const TokenIndex child : dependents_.of(verb))
            mentioned = mentioned || opens_relative_clause(child);
        if (mentioned) return;
        if (lacks_subject(predicate)) {
            give_subject(predicate, noun, Origin::described);
        } else if (!has(predicate.clause, Role::object) && !dependent(verb, {Deprel::ccomp, Deprel::xcomp})) {
            add(predicate.clause, Role::object, noun, {}, Origin::described);
        }
    }

    /// Whether a relative pronoun stands within the phrase: "whose chips", "with which".
    bool opens_relative_clause(TokenIndex index) const {
        if (is_relative_pronoun(token(index))) return true;
        for (const TokenIndex child : dependents_.of(index)) {
            if (is_relative_pronoun(token(child))) return true;
        }
        return false;
    }

    /// "X, released this week", "the firm making X", "its plan to buy X", "a combined company".
    void describe_reduced(Predicate& predicate, TokenIndex verb, TokenIndex noun) {
        if (!lacks_subject(predicate)) return;
        TokenIndex subject = noun;
        if (is_infinitive(verb) && is_span_of_time(noun)) {
            // "left after 12 years to lead Acme", "left in 2019 to found it": the tree has the years do it.
            const TokenIndex above = token(noun).head;
            subject = above == no_token ? no_token : predicates_[above].surface_subject;
        } else if ((is_infinitive(verb) || has_mark(verb)) &&
                   passes_on_control(lower_lemma(analysis_, noun))) {
            const Predicate& holder = predicates_[noun];
            subject = no_token;
            if (holder.has_clause) {
                for (const Role role : {Role::possessor, Role::subject}) {
                    const Argument* argument = find(holder.clause, role);
                    if (argument && subject == no_token) subject = argument->head;
                }
            }
            if (subject == no_token) return;
        }
        give_subject(predicate, subject, Origin::described);
    }

    // --- adjectives and adverbs

    void visit_adjective(TokenIndex index, bool has_copula) {
        const Token& here = token(index);
        Predicate& predicate = predicates_[index];
        Clause& clause = begin(predicate, index, ClauseKind::adjective);
        clause.lemma = lower_lemma(analysis_, index);
        bool has_phrase = false;
        for (const TokenIndex child : dependents_.of(index)) {
            switch (token(child).deprel) {
                case Deprel::nsubj:
                case Deprel::nsubj_outer:
                    take_subject(predicate, child, false, Origin::own);
                    break;
                case Deprel::obl:
                case Deprel::nmod: {
                    std::string preposition = preposition_of(analysis_, dependents_, child);
                    has_phrase = has_phrase || !preposition.empty();
                    add(clause, Role::oblique, child, std::move(preposition));
                    break;
                }
                case Deprel::obl_unmarked:
                    add(clause, Role::oblique, child);
                    break;
                case Deprel::advcl:
                    if (preposition_of(analysis_, dependents_, child) == "than")
                        add(clause, Role::oblique, subject_within(child), "than");
                    break;
                default:
                    break;
            }
        }
        take_comparison(clause, index);
        inherit(predicate, index);
        const bool says_something = has_copula || has_phrase || here.deprel == Deprel::xcomp ||
                                    (has(clause, Role::subject) && here.deprel != Deprel::amod);
        const bool plain = here.deprel == Deprel::amod || here.deprel == Deprel::advmod;
        if (!says_something || (plain && !has_phrase)) {
            predicate = {};
            return;
        }
        finish(predicate);
    }

    // --- "X is a rival", "X is in Rome"

    void visit_copula(TokenIndex index) {
        Predicate& predicate = predicates_[index];
        Clause& clause = begin(predicate, index, ClauseKind::copula);
        clause.lemma = "be";
        const std::string preposition = preposition_of(analysis_, dependents_, index);
        for (const TokenIndex child : dependents_.of(index)) {
            switch (token(child).deprel) {
                case Deprel::nsubj:
                case Deprel::nsubj_outer:
                    take_subject(predicate, child, false, Origin::own);
                    break;
                case Deprel::obl: {
                    add(clause, Role::oblique, child, preposition_of(analysis_, dependents_, child));
                    break;
                }
                case Deprel::obl_unmarked:
                    add(clause, Role::oblique, child);
                    break;
                default:
                    break;
            }
        }
        if (preposition.empty()) {
            add(clause, Role::complement, index);
        } else {
            add(clause, Role::oblique, index, preposition);
        }
        inherit(predicate, index);
        finish(predicate);
    }

    // --- nouns

    void visit_noun(TokenIndex index) {
        const Token& here = token(index);
        if (here.upos == Upos::pron && is_relative_pronoun(here)) return;
        const TokenIndex copular_subject = predicates_[index].surface_subject;
        Predicate predicate;
        Clause& clause = begin(predicate, index, ClauseKind::noun);
        clause.lemma = lower_lemma(analysis_, index);
        predicate.surface_subject = copular_subject;
        add(clause, Role::self, index);
        take_described(clause, index, copular_subject);
        take_noun_phrases(clause, index);
        take_from_governor(predicate, index);
        if (clause.arguments.size() < 2) return;
        finish(predicate);
        predicates_[index] = std::move(predicate);
    }

    /// Whom the noun describes: "Ana" in "Ana is its head", "Ana, its head", "its head Ana", "heads such as
    /// Ana".
    void take_described(Clause& clause, TokenIndex index, TokenIndex copular_subject) {
        const Token& here = token(index);
        if (copular_subject != no_token && preposition_of(analysis_, dependents_, index).empty()) {
            add(clause, Role::self, copular_subject, {}, Origin::controlled);
            clause.nominal_complement = true;
        }
        if (copular_subject != no_token && here.upos == Upos::noun &&
            is_one_of(preposition_of(analysis_, dependents_, index), {"on", "among", "under", "in"})) {
            // "is on a par with", "is among its customers"
            add(clause, Role::self, copular_subject, {}, Origin::controlled);
            add(clause, Role::subject, copular_subject, {}, Origin::controlled);
        }
        if (copular_subject != no_token && here.upos == Upos::noun &&
            preposition_of(analysis_, dependents_, index) == "at")
            add(clause, Role::subject, copular_subject, {}, Origin::controlled);  // "is at the helm of"
        if (here.head != no_token && is_one_of(here.deprel, {Deprel::appos, Deprel::nmod_desc}))
            add(clause, Role::self, here.head, {}, Origin::described);
        if (is_title(index)) take_title(clause, index);
        for (const TokenIndex child : dependents_.of(index)) {
            if (token(child).deprel == Deprel::appos) add(clause, Role::self, child, {}, Origin::described);
        }
        if (here.deprel == Deprel::conj && here.head != no_token) share_described(clause, index, here.head);
    }

    /// "its rival Acme", "the Acme boss Ana": a common noun before a name.
    bool is_title(TokenIndex index) const {
        const Token& here = token(index);
        if (here.upos != Upos::noun || here.head == no_token || here.head <= index ||
            here.head > index + max_steps_up)
            return false;
        return token(here.head).upos == Upos::propn &&
               is_one_of(here.deprel,
                         {Deprel::compound, Deprel::nmod_desc, Deprel::nmod_unmarked, Deprel::amod});
    }

    /// What stands before the title is the title's: "Ana's" in "Ana's cousin Bob".
    void take_title(Clause& clause, TokenIndex index) {
        const TokenIndex name = token(index).head;
        add(clause, Role::self, name, {}, Origin::described);
        for (const TokenIndex child : dependents_.of(name)) {
            if (child >= index) break;
            if (token(child).deprel == Deprel::nmod_poss)
                add(clause, Role::possessor, child, {}, Origin::shared);
            if (token(child).deprel == Deprel::compound || token(child).deprel == Deprel::amod)
                add(clause, Role::modifier, child, {}, Origin::shared);
        }
        if (has(clause, Role::possessor)) return;
        // "President Ana Roe of Borealia": the phrase right behind the name is the title's.
        for (const TokenIndex child : dependents_.of(name)) {
            if (child < name || token(child).deprel != Deprel::nmod) continue;
            if (preposition_of(analysis_, dependents_, child) == "of")
                add(clause, Role::oblique, child, "of", Origin::shared);
        }
    }

    /// "founder and chief executive of X": both nouns describe whom the first one does.
    void share_described(Clause& clause, TokenIndex index, TokenIndex first_index) {
        const Predicate& first = predicates_[first_index];
        if (!first.has_clause || first.clause.kind != ClauseKind::noun) return;
        const bool common = token(index).upos == Upos::noun || token(index).upos == Upos::adj;
        const bool second_has_owner = dependent(index, {Deprel::nmod_poss, Deprel::det}).has_value();
        for (const Argument& argument : first.clause.arguments) {
            switch (argument.role) {
                case Role::self:
                    // Names in a list are others: "OpenAI, a rival, and Google".
                    if (common && argument.head != first_index)
                        add(clause, Role::self, argument.head, {}, Origin::shared);
                    break;
                case Role::possessor:
                case Role::modifier:
                    if (common && !second_has_owner && token(argument.head).upos != Upos::adj)
                        add(clause, argument.role, argument.head, {}, Origin::shared);
                    break;
                case Role::oblique:
                    if (argument.head > index && common)
                        add(clause, argument.role, argument.head, argument.preposition, Origin::shared);
                    break;
                default:
                    break;
            }
        }
        if (first.clause.nominal_complement) clause.nominal_complement = true;
    }

    void take_noun_phrases(Clause& clause, TokenIndex index) {
        for (const TokenIndex child : dependents_.of(index)) {
            switch (token(child).deprel) {
                case Deprel::nmod_poss:
                    add(clause, Role::possessor, child);
                    break;
                case Deprel::compound:
                case Deprel::nmod_unmarked:
                case Deprel::amod:
                    add(clause, Role::modifier, child);
                    take_modifiers_of_half(clause, index, child);
                    break;
                case Deprel::nmod_desc:
                    if (token(index).upos == Upos::noun) add(clause, Role::modifier, child);
                    break;
                case Deprel::obl:
                case Deprel::nmod: {
                    std::string preposition = preposition_of(analysis_, dependents_, child);
                    if (is_one_of(preposition, {"such as", "including", "like"}))
                        add(clause, Role::self, child, {}, Origin::described);
                    add(clause, Role::oblique, child, std::move(preposition));
                    break;
                }
                default:
                    break;
            }
        }
    }

    /// "a Geneva think-tank", "the Vienna pressure group": a name before a compound of nouns modifies the
    /// whole.
    void take_modifiers_of_half(Clause& clause, TokenIndex index, TokenIndex half) const {
        if (token(half).upos == Upos::propn || token(index).upos == Upos::propn) return;
        for (const TokenIndex child : dependents_.of(half)) {
            if (child < half && token(child).upos == Upos::propn &&
                is_one_of(token(child).deprel, {Deprel::compound, Deprel::amod}))
                add(clause, Role::modifier, child);
        }
    }

    /// What the verb above gives the noun: a subject to "made an investment", a name to "its rival is X".
    void take_from_governor(Predicate& predicate, TokenIndex index) {
        Clause& clause = predicate.clause;
        const Token& here = token(index);
        if (here.head == no_token) return;
        const TokenIndex governor = here.head;
        // "the leader of X, as prime minister": the noun describes whom the other does.
        if (here.deprel == Deprel::nmod && preposition_of(analysis_, dependents_, index) == "as") {
            take_selves(clause, governor, true);
            return;
        }
        // "Among its rivals is Acme": the phrase describes what the sentence says is there.
        if (preposition_of(analysis_, dependents_, index) == "among" && index < governor &&
            dependent(governor, {Deprel::cop})) {
            add(clause, Role::self, governor, {}, Origin::controlled);
            return;
        }
        // "one of its rivals": the phrase describes whom "one" does.
        if (here.deprel == Deprel::nmod && preposition_of(analysis_, dependents_, index) == "of") {
            const std::string lemma = lower_lemma(analysis_, governor);
            const bool partitive =
                token(governor).upos == Upos::num ||
                is_one_of(lemma, {"one", "some", "several", "many", "most", "number", "group"});
            if (partitive) take_selves(clause, governor, true);
            return;
        }
        const Predicate& above = predicates_[governor];
        if (!above.has_clause) return;
        const Clause& said = above.clause;
        switch (here.deprel) {
            case Deprel::nsubj:
            case Deprel::nsubj_pass:
                if (said.kind == ClauseKind::copula || said.nominal_complement) {
                    if (preposition_of(analysis_, dependents_, governor).empty())
                        add(clause, Role::self, governor, {}, Origin::controlled);
                } else if (said.kind == ClauseKind::verb &&
                           is_one_of(said.lemma, {"include", "number", "comprise", "become", "remain"})) {
                    for (const Argument& argument : said.arguments) {
                        if (argument.role == Role::object || argument.role == Role::complement)
                            add(clause, Role::self, argument.head, {}, Origin::controlled);
                    }
                }
                if (said.kind == ClauseKind::verb && said.passive && here.deprel == Deprel::nsubj_pass) {
                    take_light_verb(clause, said, governor);  // "the round was led by X"
                } else if (said.kind == ClauseKind::verb) {
                    take_obliques(clause, said);
                    clause.anchor = governor;
                    // "engineers at X designed Y": whose they are does it.
                    if (here.deprel == Deprel::nsubj) {
                        for (const Argument& argument : said.arguments) {
                            if (argument.role == Role::object && argument.origin == Origin::own)
                                add(clause, Role::object, argument.head, {}, Origin::controlled);
                        }
                    }
                } else if (said.kind == ClauseKind::copula) {
                    take_obliques(clause, said);  // "its headquarters are in X"
                    clause.anchor = governor;
                }
                break;
            case Deprel::obj:
                take_light_verb(clause, said, governor);
                break;
            case Deprel::obl:
                if (said.kind != ClauseKind::noun) take_as_oblique(clause, above, governor, index);
                break;
            case Deprel::xcomp:
                clause.nominal_complement = true;
                clause.anchor = governor;
                for (const Argument& argument : said.arguments) {
                    if (argument.role == Role::object && !said.passive)
                        add(clause, Role::self, argument.head, {}, Origin::controlled);
                }
                if (clause.arguments.size() && above.surface_subject != no_token && !has_object(said))
                    add(clause, Role::self, above.surface_subject, {}, Origin::controlled);
                take_obliques(clause, said);
                break;
            default:
                break;
        }
        if (here.deprel == Deprel::obj && is_copular_verb(said.lemma) && above.surface_subject != no_token) {
            clause.nominal_complement = true;
            add(clause, Role::self, above.surface_subject, {}, Origin::controlled);
        }
    }

    static bool has_object(const Clause& clause) { return has(clause, Role::object) && !clause.passive; }

    void take_selves(Clause& clause, TokenIndex governor, bool described) {
        const Predicate& above = predicates_[governor];
        const Token& head = token(governor);
        if (above.has_clause && above.clause.kind == ClauseKind::noun) {
            for (const Argument& argument : above.clause.arguments) {
                if (argument.role == Role::self && argument.head != governor && described)
                    add(clause, Role::self, argument.head, {}, Origin::described);
            }
            if (above.clause.nominal_complement) clause.nominal_complement = true;
        } else if (head.deprel == Deprel::appos && head.head != no_token) {
            add(clause, Role::self, head.head, {}, Origin::described);
        }
    }

    void take_light_verb(Clause& clause, const Clause& said, TokenIndex verb) {
        clause.anchor = verb;
        for (const Argument& argument : said.arguments) {
            if (argument.role == Role::subject)
                add(clause, Role::subject, argument.head, {}, Origin::controlled);
            if (argument.role == Role::indirect)
                add(clause, Role::indirect, argument.head, {}, Origin::controlled);
        }
        take_obliques(clause, said);
    }

    void take_obliques(Clause& clause, const Clause& said) {
        for (const Argument& argument : said.arguments) {
            if (argument.role == Role::oblique && argument.head != clause.predicate)
                add(clause, Role::oblique, argument.head, argument.preposition, Origin::shared);
        }
    }

    void take_as_oblique(Clause& clause, const Predicate& above, TokenIndex governor, TokenIndex index) {
        const std::string preposition = preposition_of(analysis_, dependents_, index);
        const Argument* object = find(above.clause, Role::object);
        if (preposition == "as" || preposition == "among") {
            const bool of_subject =
                object == nullptr || is_one_of(above.clause.lemma, {"succeed", "replace", "follow", "join",
                                                                    "rejoin", "leave", "quit"});
            TokenIndex described = of_subject ? above.surface_subject : object->head;
            // "Bo was replaced by Ana as leader": she is it now
            const Argument* doer = find(above.clause, Role::subject);
            if (of_subject && object != nullptr && doer != nullptr && described == object->head)
                described = doer->head;
            if (described != no_token) add(clause, Role::self, described, {}, Origin::controlled);
            clause.anchor = governor;
            if (preposition == "as") clause.nominal_complement = true;
        } else if (is_one_of(preposition,
                             {"in", "into", "under", "through", "via", "by", "with", "at", "on"}) ||
                   (preposition == "to" && is_stage(lower_lemma(analysis_, index)))) {
            clause.anchor = governor;
            if (const Argument* subject = find(above.clause, Role::subject))
                add(clause, Role::subject, subject->head, {}, Origin::controlled);
            else if (above.surface_subject != no_token)  // "is locked in a race with X"
                add(clause, Role::subject, above.surface_subject, {}, Origin::controlled);
        }
        // "with the release of X, Acme hopes …": whose release is not said is the subject's.
        if (is_one_of(preposition, {"with", "after", "before", "since", "following", "by", "upon", "through",
                                    "until", "during"}) &&
            above.surface_subject != no_token && !has(clause, Role::possessor) &&
            token(index).upos == Upos::noun &&
            ((index < governor && above.surface_subject > index) || is_result(clause.lemma)))
            add(clause, Role::possessor, above.surface_subject, {}, Origin::controlled);
    }

    /// "went through to the last eight of the cup"
    static bool is_stage(std::string_view noun) {
        return is_one_of(noun, {"final", "semi-final", "semifinal", "quarter-final", "quarterfinal", "round",
                                "last", "four", "eight", "sixteen", "16", "play-off", "playoff"});
    }

    /// "went through after a 2-1 win over Bolt"
    static bool is_result(std::string_view noun) {
        return is_one_of(noun, {"win", "victory", "defeat", "loss", "triumph", "thrashing", "drubbing"});
    }

    /// "the deal that Acme signed with Bolt", "a fine imposed on Bolt by X": the noun has a second reading,
    /// with what the verb after it lends.
    void lend_to_described() {
        const std::size_t count = found_.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (found_[i].kind != ClauseKind::verb) continue;
            name_included(i);
            name_called(i);
            const Argument* object = find(found_[i], Role::object);
            if (object == nullptr || object->origin != Origin::described ||
                token(object->head).upos != Upos::noun)
                continue;
            const Predicate& noun = predicates_[object->head];
            Clause clause;
            if (noun.has_clause && noun.clause.kind == ClauseKind::noun) {
                clause = noun.clause;
                std::erase_if(clause.arguments, [](const Argument& argument) {
                    return argument.role == Role::subject || argument.role == Role::indirect ||
                           (argument.role == Role::oblique && argument.origin == Origin::shared);
                });
            } else {
                clause.kind = ClauseKind::noun;
                clause.predicate = object->head;
                clause.sentence = found_[i].sentence;
                clause.lemma = lower_lemma(analysis_, object->head);
                clause.arguments.push_back({Role::self, Origin::own, object->head, {}});
            }
            take_light_verb(clause, found_[i], found_[i].predicate);
            sort_by_role(clause);
            found_.push_back(std::move(clause));
        }
    }

    /// "clients that include Acme and Bolt": whom the noun describes.
    void name_included(std::size_t place) {
        if (found_[place].lemma != "include") return;
        const Argument* subject = find(found_[place], Role::subject);
        const Argument* object = find(found_[place], Role::object);
        if (subject == nullptr || object == nullptr || subject->origin != Origin::described) return;
        const Predicate& noun = predicates_[subject->head];
        if (!noun.has_clause || noun.clause.kind != ClauseKind::noun) return;
        Clause clause = noun.clause;
        add(clause, Role::self, object->head, {}, Origin::described);
        sort_by_role(clause);
        found_.push_back(std::move(clause));
    }

    /// "a tool called Acme": whom the noun describes.
    void name_called(std::size_t place) {
        const Clause& verb = found_[place];
        if (!verb.passive || !is_one_of(verb.lemma, {"call", "name", "dub", "christen", "nickname", "title",
                                                     "entitle", "know"}))
            return;
        const Argument* described = nullptr;
        const Argument* name = nullptr;
        for (const Argument& argument : verb.arguments) {
            const bool is_object = argument.role == Role::object || argument.role == Role::indirect;
            if (is_object && argument.origin == Origin::described && described == nullptr)
                described = &argument;
            const bool is_name = argument.role == Role::object || argument.role == Role::complement ||
                                 (argument.role == Role::oblique && argument.preposition == "as");
            if (is_name && argument.origin == Origin::own && name == nullptr) name = &argument;
        }
        if (described == nullptr || name == nullptr || !is_nominal(token(described->head).upos)) return;
        const Predicate& noun = predicates_[described->head];
        Clause clause;
        if (noun.has_clause && noun.clause.kind == ClauseKind::noun) {
            clause = noun.clause;
        } else {
            clause.kind = ClauseKind::noun;
            clause.predicate = clause.anchor = described->head;
            clause.sentence = verb.sentence;
            clause.lemma = lower_lemma(analysis_, described->head);
            clause.arguments.push_back({Role::self, Origin::own, described->head, {}});
        }
        add(clause, Role::self, name->head, {}, Origin::described);
        sort_by_role(clause);
        found_.push_back(std::move(clause));
    }

    // --- the rest

    Clause& begin(Predicate& predicate, TokenIndex index, ClauseKind kind) {
        predicate = {};
        predicate.has_clause = true;
        predicate.clause.kind = kind;
        predicate.clause.predicate = index;
        predicate.clause.anchor = index;
        predicate.clause.sentence = sentence_;
        return predicate.clause;
    }

    static void sort_by_role(Clause& clause) {
        std::ranges::stable_sort(clause.arguments, {}, &Argument::role);
    }

    void finish(Predicate& predicate) {
        predicate.place = found_.size();
        found_.push_back(predicate.clause);
        found_.back().grammatical_subject = predicate.surface_subject;
        sort_by_role(found_.back());
    }

    const Analysis& analysis_;
    const Dependents& dependents_;
    std::vector<Predicate> predicates_;  // of each token; empty where it is none
    std::vector<Clause> found_;
    std::size_t sentence_ = 0;
};

}  // namespace

std::vector<Clause> find_clauses(const Analysis& analysis, const Dependents& dependents) {
    return ClauseFinder(analysis, dependents).find();
}

std::vector<TokenIndex> coordinated(const Analysis& analysis, const Dependents& dependents, TokenIndex head) {
    std::vector<TokenIndex> members = {head};
    for (std::size_t next = 0; next < members.size(); ++next) {
        for (const TokenIndex child : dependents.of(members[next])) {
            const Token& token = analysis.tokens[child];
            if (token.deprel != Deprel::conj || !is_nominal(token.upos)) continue;
            const bool is_clause = std::ranges::any_of(dependents.of(child), [&](TokenIndex below) {
                return is_one_of(analysis.tokens[below].deprel, {Deprel::nsubj, Deprel::cop});
            });
            if (!is_clause) members.push_back(child);
            if (members.size() == max_members) return members;
        }
    }
    return members;
}

std::string preposition_of(const Analysis& analysis, const Dependents& dependents, TokenIndex head) {
    std::string words;
    TokenIndex last = 0;
    const auto append = [&](TokenIndex token) {
        last = std::max(last, token);
        if (!words.empty()) words += ' ';
        words += ascii_lower(analysis.form(token));
    };
    for (const TokenIndex child : dependents.of(head)) {
        const Token& token = analysis.tokens[child];
        if (child > head) break;
        const bool marks = token.deprel == Deprel::case_ && token.xpos != Xpos::pos;
        const bool compares = token.deprel == Deprel::mark && token.lemma == "than";
        if (!marks && !compares) continue;
        // "from today on": what stands apart is another phrase's.
        if (!words.empty() && child > last + 1) words.clear();
        last = child;
        append(child);
        for (const TokenIndex fixed : dependents.of(child)) {
            if (analysis.tokens[fixed].deprel == Deprel::fixed) append(fixed);
        }
    }
    return words;
}

TokenRange phrase_of(const Analysis& analysis, const Dependents& dependents, TokenIndex head) {
    TokenRange range{head, head + 1};
    std::vector<TokenIndex> inside = {head};
    for (std::size_t next = 0; next < inside.size() && inside.size() < max_phrase_tokens; ++next) {
        for (const TokenIndex child : dependents.of(inside[next])) {
            const Deprel relation = analysis.tokens[child].deprel;
            if (relation == Deprel::punct) continue;
            const bool outside =
                next == 0 &&
                is_one_of(relation, {Deprel::case_, Deprel::cc, Deprel::conj, Deprel::appos, Deprel::nsubj,
                                     Deprel::cop, Deprel::aux, Deprel::parataxis, Deprel::advcl, Deprel::mark,
                                     Deprel::discourse, Deprel::obl, Deprel::cc_preconj, Deprel::orphan,
                                     Deprel::ccomp, Deprel::list, Deprel::dep});
            const bool negates = next == 0 && relation == Deprel::advmod &&
                                 is_one_of(lower_lemma(analysis, child), {"not", "never"});
            if (outside || negates || relation == Deprel::acl_relcl) continue;
            inside.push_back(child);
            range.begin = std::min(range.begin, child);
            range.end = std::max(range.end, child + 1);
            if (inside.size() == max_phrase_tokens) return range;
        }
    }
    return range;
}

std::string lower_form(const Analysis& analysis, TokenIndex token) {
    return ascii_lower(analysis.form(token));
}

std::string lower_lemma(const Analysis& analysis, TokenIndex token) {
    const std::string& lemma = analysis.tokens[token].lemma;
    return lemma.empty() || lemma == "_" ? lower_form(analysis, token) : ascii_lower(lemma);
}

}  // namespace newsgraph
