#include "ingest/relation/matching.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "ingest/relation/conditions.hpp"
#include "ingest/relation/modality.hpp"
#include "ingest/relation/nearness.hpp"
#include "ingest/relation/places.hpp"
#include "ingest/relation/posts.hpp"
#include "ingest/relation/qualifying.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_pairs = 64;             // of head and tail that one trigger joins
constexpr std::size_t max_reciprocal = 6;         // members of "A, B and C merged"
constexpr std::size_t max_sentences_resumed = 2;  // from an event to the words that take it up
constexpr std::size_t max_hyphens = 3;            // of a compound word
constexpr std::size_t max_compared = 12;          // claims of a sentence that a comparison may go on from

bool is_letter_token(std::string_view form) {
    return !form.empty() &&
           (static_cast<unsigned char>(form.front()) >= 0x80 ||
            (form.front() >= 'a' && form.front() <= 'z') || (form.front() >= 'A' && form.front() <= 'Z'));
}

/// Matches the clauses one after the other.
class Matcher {
  public:
    Matcher(const Reading& reading, std::vector<Attempt>* trace)
        : reading_(reading), trace_(trace), posts_(reading) {}

    std::vector<Draft> match() {
        for (const Clause& clause : reading_.clauses) {
            match(clause);
            resume(clause);
        }
        for (std::size_t i = 0; i < reading_.analysis.sentences.size(); ++i) {
            if (reading_.analysis.sentences[i].is_heading) match_heading(i);
        }
        credit_makers();
        drop_needless();
        date_from_notes();
        return std::move(drafts_);
    }

  private:
    // --- which triggers a clause evokes

    void match(const Clause& clause) {
        const Mention* name = reading_.name_at(clause.predicate);
        const bool is_name = clause.kind == ClauseKind::noun && name != nullptr;
        bool possessor_taken = false;
        if (!is_name) {
            for (const std::string& key : keys(clause)) {
                const std::vector<std::size_t>& evoked = reading_.ontology.evoked_by(clause.kind, key);
                for (const std::size_t index : evoked) {
                    const Trigger& trigger = reading_.ontology.triggers()[index];
                    apply(clause, trigger, key);
                    possessor_taken = possessor_taken || describes_possessor(trigger);
                }
                if (!evoked.empty()) break;  // "vice president" is no president
            }
            if (clause.kind == ClauseKind::verb) match_as_phrasal(clause);
        }
        if (clause.kind == ClauseKind::noun) {
            for (const std::size_t index : reading_.ontology.evoked_by_names()) {
                const Trigger& trigger = reading_.ontology.triggers()[index];
                if (possessor_taken && !is_name) continue;
                apply_to_name(clause, trigger, is_name);
            }
        }
    }

    /// "took on Ana": a tree may take the particle for a preposition.
    void match_as_phrasal(const Clause& clause) {
        for (const Argument& argument : clause.arguments) {
            if (argument.role != Role::oblique || argument.origin != Origin::own ||
                argument.preposition.empty())
                continue;
            const std::string key = clause.lemma + " " + argument.preposition;
            const std::vector<std::size_t>& evoked = reading_.ontology.evoked_by(clause.kind, key);
            if (evoked.empty()) continue;
            Clause phrasal = clause;
            phrasal.lemma = key;
            std::erase_if(phrasal.arguments, [&](const Argument& other) {
                return other.role == Role::object ||
                       (other.role == Role::oblique && other.head == argument.head);
            });
            phrasal.arguments.push_back({Role::object, argument.origin, argument.head, {}});
            for (const std::size_t index : evoked) apply(phrasal, reading_.ontology.triggers()[index], key);
        }
    }

    /// "Acme's rival X" says that X is a rival, not that Acme makes it.
    static bool describes_possessor(const Trigger& trigger) {
        return has_possessor(trigger.head) || has_possessor(trigger.tail);
    }

    /// The words to look a clause up by, the most telling first: "vice president", "president".
    std::vector<std::string> keys(const Clause& clause) const {
        std::vector<std::string> found;
        const std::string hyphenated = hyphenated_word(clause.predicate);
        if (!hyphenated.empty()) found.push_back(hyphenated);
        if (clause.kind == ClauseKind::noun && clause.predicate > 0) {
            const TokenIndex before = clause.predicate - 1;
            const bool near = reading_.analysis.tokens[before].head == clause.predicate ||
                              reading_.analysis.tokens[before].deprel == Deprel::compound ||
                              reading_.analysis.tokens[before].deprel == Deprel::amod;
            if (near && is_letter_token(reading_.analysis.form(before)))
                found.push_back(lower_lemma(reading_.analysis, before) + " " + clause.lemma);
        }
        if (clause.kind == ClauseKind::verb) add_idioms(clause, found);
        found.push_back(clause.lemma);
        return found;
    }

    /// "join forces", "take to court", "come under fire": a verb with a bare noun that makes one idea with
    /// it.
    void add_idioms(const Clause& clause, std::vector<std::string>& found) const {
        for (const Argument& argument : clause.arguments) {
            if (argument.origin != Origin::own || argument.head < clause.predicate) continue;
            const bool oblique = argument.role == Role::oblique && !argument.preposition.empty();
            if (!oblique && argument.role != Role::object) continue;
            if (reading_.analysis.tokens[argument.head].upos != Upos::noun) continue;
            const std::string words = (oblique ? argument.preposition + " " : std::string()) +
                                      lower_form(reading_.analysis, argument.head);
            found.push_back(clause.lemma + " " + words);
        }
    }

    /// "co-found" of "co-founded", "tie-up" of either part; "" if no hyphen is near.
    std::string hyphenated_word(TokenIndex token) const {
        const Analysis& analysis = reading_.analysis;
        const auto glued = [&](TokenIndex left) {
            return left + 1 < analysis.tokens.size() &&
                   analysis.tokens[left].span.end() == analysis.tokens[left + 1].span.begin;
        };
        TokenIndex begin = token;
        for (std::size_t i = 0; i < max_hyphens && begin >= 2; ++i) {
            if (analysis.form(begin - 1) != "-" || !glued(begin - 1) || !glued(begin - 2)) break;
            begin -= 2;
        }
        TokenIndex last = token;
        for (std::size_t i = 0; i < max_hyphens && last + 2 < analysis.tokens.size(); ++i) {
            if (analysis.form(last + 1) != "-" || !glued(last) || !glued(last + 1)) break;
            last += 2;
        }
        if (begin == token && last == token) return {};
        std::string word;
        for (TokenIndex i = begin; i < last; ++i) word += lower_form(analysis, i);
        return word + lower_lemma(analysis, last);
    }

    // --- one trigger

    void apply(const Clause& clause, const Trigger& trigger, const std::string& key) {
        bool uses_anchor = false;
        if (const Condition* broken = broken_condition(reading_, clause, trigger)) {
            note(clause, trigger, key, Outcome::condition, {}, {}, broken);
            return;
        }
        if (names_other_body(clause, trigger)) {
            note(clause, trigger, key, Outcome::other_body);
            return;
        }
        const RelationType& relation = reading_.ontology.relations()[trigger.relation];
        const auto& head_types = trigger.head_types.empty() ? relation.head_types : trigger.head_types;
        const auto& tail_types = trigger.tail_types.empty() ? relation.tail_types : trigger.tail_types;
        std::vector<Referent> heads =
            places().resolve(clause, trigger, trigger.head, head_types, uses_anchor);
        if (heads.empty()) heads = near(clause, trigger.head, head_types);
        if (heads.empty() && is_of_maker(trigger) && !has_doer(clause)) {
            nameless_.push_back({clause, &trigger, key});
            return;
        }
        if (heads.empty()) {
            note(clause, trigger, key, Outcome::no_head);
            if (clause.kind == ClauseKind::verb) leave_head_open(clause, trigger, tail_types);
            return;
        }
        if (trigger.tail.empty()) {
            if (heads.size() < 2) note(clause, trigger, key, Outcome::no_tail, heads);
            join_members(clause, trigger, key, heads, uses_anchor);
            return;
        }
        party_ = heads.front().entity;
        std::vector<Referent> tails =
            places().resolve(clause, trigger, trigger.tail, tail_types, uses_anchor);
        party_.reset();
        if (tails.empty()) tails = near(clause, trigger.tail, tail_types);
        if (tails.empty() && relation.measured) tails = compared_before(clause, trigger, heads);
        if (relation.same_kind) agree_in_kind(heads, tails);
        // "Acme, the company's largest shareholder": the company is another one than Acme.
        if (tails.size() == 1 && tails.front().entity == heads.front().entity &&
            clause.kind == ClauseKind::noun && heads.size() == 1 && heads.front().token != clause.predicate &&
            reading_.name_at(tails.front().token) == nullptr) {
            const auto other = reading_.understood(clause.predicate, tail_types, heads.front().entity);
            tails.clear();
            if (other) tails.push_back({other->entity, clause.predicate});
        }
        if (tails.empty()) {
            note(clause, trigger, key, Outcome::no_tail, heads);
            unfinished_.push_back({clause.sentence, &trigger, heads, {}});
        }
        join(clause, trigger, key, heads, tails, uses_anchor);
    }

    /// "The Senate confirmed Ana as chair of Acme": the post tells of which body, not the subject.
    bool names_other_body(const Clause& clause, const Trigger& trigger) const {
        if (clause.kind != ClauseKind::verb || !reading_.ontology.relations()[trigger.relation].member)
            return false;
        const bool of_subject = std::ranges::any_of(trigger.tail, [](const Place& place) {
            return place.kind == Place::Kind::role && place.role == Role::subject;
        });
        if (!of_subject) return false;
        for (const Argument& argument : clause.arguments) {
            const bool post = argument.role == Role::complement ||
                              (argument.role == Role::oblique && argument.preposition == "as");
            const Clause* noun = post ? reading_.noun_clause(argument.head) : nullptr;
            if (noun != nullptr && is_of_other_body(reading_, *noun, {})) return true;
        }
        return false;
    }

    /// What stands near the verb, where the tree has nothing in the places.
    std::vector<Referent> near(const Clause& clause, const std::vector<Place>& places,
                               const std::vector<std::string>& types) const {
        for (const Place& place : places) {
            std::vector<Referent> found = nearest_referents(reading_, clause, place, types);
            if (!found.empty()) return found;
        }
        return {};
    }

    /// "Lux beats Zed on Quiz and costs a third less": a comparison that does not say with what goes on with
    /// the same.
    std::vector<Referent> compared_before(const Clause& clause, const Trigger& trigger,
                                          const std::vector<Referent>& heads) const {
        const bool compares = std::ranges::any_of(trigger.tail, [](const Place& place) {
            return place.kind == Place::Kind::oblique && place.preposition == "than";
        });
        const Xpos tag = reading_.analysis.tokens[clause.predicate].xpos;
        if (!compares || (clause.kind == ClauseKind::adjective && tag != Xpos::jjr && tag != Xpos::rbr))
            return {};
        std::size_t looked_at = 0;
        for (std::size_t i = drafts_.size();
             i-- > 0 && drafts_[i].sentence == clause.sentence && looked_at < max_compared; ++looked_at) {
            const Draft& told = drafts_[i];
            const bool goes_on = heads.size() == 1 && told.claim.head == heads.front().entity;
            if (goes_on && told.predicate < clause.predicate &&
                reading_.ontology.relations()[told.relation].measured)
                return {{told.claim.tail, told.tail_token}};
        }
        return {};
    }

    /// "Acme released Lux and said that it outperforms Zed": what is compared with a model is one.
    void agree_in_kind(std::vector<Referent>& heads, std::vector<Referent>& tails) const {
        if (heads.empty() || tails.empty() || same_kind(heads.front().entity, tails.front().entity)) return;
        const auto turn = [&](std::vector<Referent>& pronouns, EntityId other) {
            if (pronouns.size() != 1 || !is_thing_pronoun(pronouns.front().token)) return;
            const std::string& type = reading_.type_of(other);
            const bool made = type == "model" || type == "product";
            const std::vector<std::string> types =
                made ? std::vector<std::string>{"model", "product"} : std::vector<std::string>{type};
            if (const auto found = other_antecedent(reading_, pronouns.front().token, types, other))
                pronouns = {*found};
        };
        turn(heads, tails.front().entity);
        if (!same_kind(heads.front().entity, tails.front().entity)) turn(tails, heads.front().entity);
    }

    bool is_thing_pronoun(TokenIndex token) const {
        const std::string form = lower_form(reading_.analysis, token);
        return form == "it" || form == "its";
    }

    // --- what makers do

    /// "Lux came out in May": an event of a thing, whose doer is the one that makes it.
    struct Nameless {
        Clause clause;
        const Trigger* trigger = nullptr;
        std::string key;
    };

    /// Whether somebody else is said to do it: "Nova launched Acme's Lux", "Nova plans to launch Lux".
    bool has_doer(const Clause& clause) const {
        const bool infinitive =
            !clause.passive && reading_.analysis.tokens[clause.predicate].xpos == Xpos::vb &&
            has_dependent(reading_.analysis, reading_.dependents, clause.predicate, {Deprel::mark});
        return infinitive || std::ranges::any_of(clause.arguments, [&](const Argument& argument) {
                   return argument.role == Role::subject &&
                          !reading_.referents(argument.head, {"organization", "person"}).empty();
               });
    }

    static bool is_of_maker(const Trigger& trigger) {
        return std::ranges::any_of(trigger.head,
                                   [](const Place& place) { return place.kind == Place::Kind::maker; });
    }

    /// Whose each thing is said to be, and in how many claims.
    using Makers = std::map<EntityId, std::map<EntityId, std::size_t>>;

    void credit_makers() {
        if (nameless_.empty()) return;
        Makers makers;
        for (const Draft& told : drafts_) {
            const RelationType& relation = reading_.ontology.relations()[told.relation];
            if (relation.member != Implication::Part::tail ||
                reading_.type_of(told.claim.head) != "organization")
                continue;
            const Modality held =
                modality_of(reading_.analysis, reading_.dependents, reading_.ontology.modality(), told.anchor)
                    .modality;
            if (held != Modality::negated && held != Modality::possible)
                ++makers[told.claim.tail][told.claim.head];
        }
        for (const Nameless& event : nameless_) credit_maker(event, makers);
    }

    void credit_maker(const Nameless& event, const Makers& makers) {
        const Trigger& trigger = *event.trigger;
        const RelationType& relation = reading_.ontology.relations()[trigger.relation];
        const auto& tail_types = trigger.tail_types.empty() ? relation.tail_types : trigger.tail_types;
        bool uses_anchor = false;
        for (const Referent& tail :
             places().resolve(event.clause, trigger, trigger.tail, tail_types, uses_anchor)) {
            const std::optional<EntityId> maker = maker_of(tail.entity, makers);
            if (!maker)
                note(event.clause, trigger, event.key, Outcome::no_head);
            else
                draft(event.clause, trigger, event.key, {*maker, event.clause.predicate}, tail, uses_anchor);
        }
    }

    /// Whose a thing is said to be most often; nothing if nobody's, or two's alike.
    static std::optional<EntityId> maker_of(EntityId thing, const Makers& makers) {
        const auto told_of = makers.find(thing);
        if (told_of == makers.end()) return std::nullopt;
        std::optional<EntityId> maker;
        std::size_t most = 0;
        for (const auto& [body, times] : told_of->second) {
            if (times == most) maker.reset();
            if (times <= most) continue;
            maker = body;
            most = times;
        }
        return maker;
    }

    // --- events told before

    /// An event of which the text has said only one side: "Acme has long published its models' weights",
    /// "Acme raised $5m".
    struct Unfinished {
        std::size_t sentence = 0;
        const Trigger* trigger = nullptr;
        std::vector<Referent> heads;
        std::vector<Referent> tails;
    };

    /// Keeps what is told of an event whose doer is not: its date, and, of "Acme raised $5m", its other side.
    void leave_head_open(const Clause& clause, const Trigger& trigger,
                         const std::vector<std::string>& tail_types) {
        note_date(clause, trigger, tail_types);
        const bool oblique = std::ranges::all_of(
            trigger.head, [](const Place& place) { return place.kind == Place::Kind::oblique; });
        if (!oblique || trigger.tail.empty()) return;
        bool uses_anchor = false;
        std::vector<Referent> tails =
            places().resolve(clause, trigger, trigger.tail, tail_types, uses_anchor);
        if (!tails.empty()) unfinished_.push_back({clause.sentence, &trigger, {}, std::move(tails)});
    }

    /// "Lux continues that tradition", "Bolt followed suit": the event is the one before, with another party.
    void resume(const Clause& clause) {
        if (clause.kind != ClauseKind::verb) return;
        for (const std::size_t index : reading_.ontology.resumed_by(clause.lemma)) {
            const Trigger& words = reading_.ontology.triggers()[index];
            if (broken_condition(reading_, clause, words) != nullptr) continue;
            for (const Argument& argument : clause.arguments) {
                if (argument.role == Role::subject) resume(clause, reading_.referents(argument.head, {}));
            }
        }
    }

    void resume(const Clause& clause, const std::vector<Referent>& subjects) {
        const std::size_t sentence = clause.sentence;
        for (std::size_t i = unfinished_.size();
             i-- > 0 && sentence - unfinished_[i].sentence <= max_sentences_resumed;) {
            const RelationType& relation = reading_.ontology.relations()[unfinished_[i].trigger->relation];
            for (const Referent& subject : subjects) {
                const Unfinished event = unfinished_[i];
                const auto& types = event.heads.empty() ? relation.head_types : relation.tail_types;
                if (!admits(types, reading_.type_of(subject.entity))) continue;
                if (event.heads.empty())
                    join(clause, *event.trigger, clause.lemma, subjects, event.tails, false);
                else
                    join(clause, *event.trigger, clause.lemma, event.heads, {subject}, false);
                return;
            }
        }
        const std::size_t count = drafts_.size();
        for (std::size_t i = count; i-- > 0;) {
            const Draft told = drafts_[i];
            if (told.sentence + 1 < sentence || told.predicate == clause.predicate) break;
            const RelationType& relation = reading_.ontology.relations()[told.relation];
            bool resumed = false;
            for (const Referent& subject : subjects) {
                if (!admits(relation.head_types, reading_.type_of(subject.entity))) continue;
                if (subject.entity == told.claim.head) continue;
                Draft again = told;
                again.sentence = sentence;
                again.predicate = again.anchor = clause.predicate;
                again.claim.head = subject.entity;
                again.claim.qualifiers.clear();
                again.claim.score = 0.7;
                again.evidence = {clause.predicate, clause.predicate + 1};
                widen(again, phrase(subject.token));
                if (again.claim.head != again.claim.tail) keep(std::move(again), relation.symmetric);
                resumed = true;
            }
            if (resumed) return;
        }
    }

    /// "What its rivals will say", a list under it: they are the rivals of the one that the text is about.
    void match_heading(std::size_t heading) {
        const Trigger* trigger = nullptr;
        const TokenRange words = reading_.analysis.sentences[heading].tokens;
        for (TokenIndex i = words.begin; i < words.end; ++i) {
            const Upos upos = reading_.analysis.tokens[i].upos;
            if (upos != Upos::noun && upos != Upos::propn) continue;
            const std::string lemma = lower_lemma(reading_.analysis, i);
            for (const std::size_t index : reading_.ontology.evoked_by(ClauseKind::noun, lemma)) {
                const Trigger& evoked = reading_.ontology.triggers()[index];
                const bool understood = std::ranges::any_of(
                    evoked.tail, [](const Place& place) { return place.kind == Place::Kind::understood; });
                if (understood && reading_.ontology.relations()[evoked.relation].symmetric) trigger = &evoked;
            }
        }
        if (trigger == nullptr || heading + 1 >= reading_.analysis.sentences.size()) return;
        const auto main = reading_.main_entity({"organization"});
        if (!main) return;
        const RelationType& relation = reading_.ontology.relations()[trigger->relation];
        for (const Clause& clause : clauses_of(heading + 1)) {
            for (const Argument& argument : clause.arguments) {
                const std::vector<Referent> members =
                    reading_.referents(argument.head, {reading_.type_of(*main)});
                if (members.size() < 2) continue;
                for (const Referent& member : members) {
                    if (member.entity == *main) continue;
                    Draft draft;
                    draft.relation = trigger->relation;
                    draft.sentence = clause.sentence;
                    draft.predicate = draft.anchor = member.token;
                    draft.claim.head = *main;
                    draft.claim.type = relation.name;
                    draft.claim.tail = member.entity;
                    draft.claim.score = 0.6;
                    draft.evidence = {members.front().token, members.front().token + 1};
                    for (const Referent& other : members) widen(draft, phrase(other.token));
                    keep(std::move(draft), relation.symmetric);
                }
                return;
            }
        }
    }

    std::span<const Clause> clauses_of(std::size_t sentence) const {
        const auto range = std::ranges::equal_range(reading_.clauses, sentence, {}, &Clause::sentence);
        return {range.begin(), range.end()};
    }

    /// Who makes a thing is not told again as one who uses it.
    void drop_needless() {
        std::set<std::tuple<std::string, EntityId, EntityId>> said;
        for (const Draft& draft : drafts_)
            said.insert({draft.claim.type, draft.claim.head, draft.claim.tail});
        std::erase_if(drafts_, [&](const Draft& draft) {
            const RelationType& relation = reading_.ontology.relations()[draft.relation];
            const bool needless = std::ranges::any_of(relation.yields_to, [&](const std::string& type) {
                return said.contains({type, draft.claim.head, draft.claim.tail});
            });
            if (needless && trace_ != nullptr) yield(draft);
            return needless;
        });
    }

    void yield(const Draft& draft) const {
        for (Attempt& attempt : *trace_) {
            if (attempt.outcome == Outcome::drafted && attempt.trigger->relation == draft.relation &&
                attempt.heads.front().entity == draft.claim.head &&
                attempt.tails.front().entity == draft.claim.tail)
                attempt.outcome = Outcome::needless;
        }
    }

    // --- dates told where the doer is not: "Nut, released this week, …"

    struct DateNote {
        std::size_t relation = 0;
        EntityId tail{};
        Qualifier date;
    };

    void note_date(const Clause& clause, const Trigger& trigger, const std::vector<std::string>& tail_types) {
        const RelationType& relation = reading_.ontology.relations()[trigger.relation];
        std::vector<QualifierSource> dates;
        for (const QualifierSource& source : relation.qualifiers) {
            if (source.value == QualifierValue::date) dates.push_back(source);
        }
        if (dates.empty() || trigger.tail.empty() || trigger.modality) return;
        // Of the posts at a body each has its own.
        const bool is_post = std::ranges::any_of(
            relation.qualifiers, [](const QualifierSource& source) { return source.name == "role"; });
        if (is_post && relation.member == Implication::Part::head) return;
        bool uses_anchor = false;
        std::vector<Referent> tails =
            places().resolve(clause, trigger, trigger.tail, tail_types, uses_anchor);
        // "Nut, released this week, …", where the participle is taken for a past tense.
        if (tails.empty())
            tails = places().resolve(clause, trigger, Place{Place::Kind::role, Role::subject, {}}, tail_types,
                                     uses_anchor);
        for (const Referent& tail : tails) {
            for (FoundQualifier& found :
                 find_qualifiers(reading_, clause, nullptr, dates, tail.token, tail.token)) {
                notes_.push_back({trigger.relation, tail.entity, std::move(found.qualifier)});
            }
        }
    }

    /// The date noted of that tail, where it is the only one, goes to the claims that have none; a thing is
    /// released, bought or founded by several at one time.
    void date_from_notes() {
        if (notes_.empty()) return;
        std::ranges::stable_sort(notes_, {}, [](const DateNote& note) {
            return std::pair{note.relation, note.tail};
        });
        for (Draft& draft : drafts_) {
            const auto note = std::ranges::lower_bound(
                notes_, std::pair{draft.relation, draft.claim.tail}, {}, [](const DateNote& candidate) {
                    return std::pair{candidate.relation, candidate.tail};
                });
            if (note == notes_.end() || note->relation != draft.relation || note->tail != draft.claim.tail)
                continue;
            const auto next = std::find_if(note, notes_.end(), [&](const DateNote& other) {
                return other.relation != note->relation || other.tail != note->tail ||
                       other.date.value != note->date.value;
            });
            const bool differ =
                next != notes_.end() && next->relation == note->relation && next->tail == note->tail;
            if (differ) continue;
            const auto same = [&](const Qualifier& known) { return known.name == note->date.name; };
            if (std::ranges::none_of(draft.claim.qualifiers, same))
                draft.claim.qualifiers.push_back(note->date);
        }
    }

    PlaceReader places() const { return {reading_, posts_, party_}; }

    // --- phrases of names

    void apply_to_name(const Clause& clause, const Trigger& trigger, bool is_name) {
        if (broken_condition(reading_, clause, trigger) != nullptr) return;
        const RelationType& relation = reading_.ontology.relations()[trigger.relation];
        const auto& head_types = trigger.head_types.empty() ? relation.head_types : trigger.head_types;
        const auto& tail_types = trigger.tail_types.empty() ? relation.tail_types : trigger.tail_types;
        if (is_name && relation.member == Implication::Part::head && has_other_tie(clause)) return;
        const std::vector<Referent> heads = places().resolve_name(clause, trigger.head, head_types, is_name);
        if (heads.empty()) return;
        const std::vector<Referent> tails = places().resolve_name(clause, trigger.tail, tail_types, is_name);
        if (tails.empty()) note(clause, trigger, "", Outcome::no_tail, heads);
        join(clause, trigger, "", heads, tails, false);
    }

    /// "his publisher Acme": the noun before the name tells what it is to him, and that is no employer.
    bool has_other_tie(const Clause& clause) const {
        return std::ranges::any_of(clause.arguments, [&](const Argument& argument) {
            if (argument.role != Role::modifier || argument.head + 1 > clause.predicate) return false;
            if (reading_.analysis.tokens[argument.head].upos != Upos::noun) return false;
            const std::string noun = lower_lemma(reading_.analysis, argument.head);
            return !reading_.ontology.evoked_by(ClauseKind::noun, noun).empty() && !is_body(noun);
        });
    }

    // --- what is remembered for `explain`

    void note(const Clause& clause, const Trigger& trigger, const std::string& key, Outcome outcome,
              std::vector<Referent> heads = {}, std::vector<Referent> tails = {},
              const Condition* broken = nullptr) const {
        if (trace_ != nullptr)
            trace_->push_back({clause, &trigger, key, outcome, std::move(heads), std::move(tails), broken});
    }

    // --- drafts

    void join_members(const Clause& clause, const Trigger& trigger, const std::string& key,
                      const std::vector<Referent>& members, bool uses_anchor) {
        const std::size_t count = std::min(members.size(), max_reciprocal);
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = i + 1; j < count; ++j)
                draft(clause, trigger, key, members[i], members[j], uses_anchor);
        }
    }

    void join(const Clause& clause, const Trigger& trigger, const std::string& key,
              const std::vector<Referent>& heads, const std::vector<Referent>& tails, bool uses_anchor) {
        std::size_t pairs = 0;
        for (const Referent& head : heads) {
            for (const Referent& tail : tails) {
                if (++pairs > max_pairs) return;
                draft(clause, trigger, key, head, tail, uses_anchor);
            }
        }
    }

    bool same_kind(EntityId a, EntityId b) const {
        const std::string& first = reading_.type_of(a);
        const std::string& second = reading_.type_of(b);
        const auto is_made = [](const std::string& type) { return type == "model" || type == "product"; };
        return first == second || (is_made(first) && is_made(second));
    }

    void draft(const Clause& clause, const Trigger& trigger, const std::string& key, const Referent& head,
               const Referent& tail, bool uses_anchor) {
        const Post* before = succeeds(trigger) ? posts_.of_other_person(clause, head.entity) : nullptr;
        if (before != nullptr && !Posts::tells_roles(reading_.ontology.relations()[before->relation]))
            before = nullptr;
        const std::size_t index = before != nullptr ? before->relation
                                  : is_of_part(trigger.relation, tail)
                                      ? membership_of(reading_.ontology, trigger.relation)
                                      : trigger.relation;
        const RelationType& relation = reading_.ontology.relations()[index];
        if (head.entity == tail.entity) {
            note(clause, trigger, key, Outcome::itself, {head}, {tail});
            return;
        }
        if (relation.same_kind && !same_kind(head.entity, tail.entity)) {
            note(clause, trigger, key, Outcome::other_kind, {head}, {tail});
            return;
        }
        note(clause, trigger, key, Outcome::drafted, {head}, {tail});
        Draft draft;
        draft.relation = index;
        draft.sentence = clause.sentence;
        draft.predicate = clause.predicate;
        draft.anchor = uses_anchor ? clause.anchor : clause.predicate;
        draft.said = trigger.modality;
        draft.presupposed = trigger.presupposes;
        draft.head_token = head.token;
        draft.tail_token = tail.token;
        draft.holds_negation = std::ranges::any_of(trigger.when, [](const Condition& condition) {
            return condition.place.kind == Place::Kind::trigger &&
                   std::ranges::any_of(condition.lemmas, [](const std::string& word) {
                       return word == "no" || word == "not" || word == "little";
                   });
        });
        draft.trigger = key;
        draft.claim.head = head.entity;
        draft.claim.type = relation.name;
        draft.claim.tail = tail.entity;
        draft.claim.score = trigger.score;
        draft.evidence = {clause.predicate, clause.predicate + 1};
        for (const TokenIndex token : {draft.anchor, head.token, tail.token}) widen(draft, phrase(token));
        qualify(draft, clause, trigger, head.token, tail.token, uses_anchor);
        const auto has_role = std::ranges::find(draft.claim.qualifiers, "role", &Qualifier::name);
        if (before != nullptr && before->role && has_role == draft.claim.qualifiers.end())
            draft.claim.qualifiers.push_back(*before->role);
        if (relation.has_qualifier("status") && posts_.is_past(clause.predicate))
            draft.claim.qualifiers.push_back({"status", "former", {}});
        keep(std::move(draft), relation.symmetric);
    }

    /// "Ana succeeded Bo": she has the post that he had.
    static bool succeeds(const Trigger& trigger) {
        return std::ranges::any_of(trigger.tail,
                                   [](const Place& place) { return place.kind == Place::Kind::predecessor; });
    }

    /// "leads Acme's safety team": who leads an unnamed part of a body belongs to the body, but does not lead
    /// it.
    bool is_of_part(std::size_t relation, const Referent& tail) const {
        if (membership_of(reading_.ontology, relation) == relation || reading_.name_at(tail.token) != nullptr)
            return false;
        const Clause* noun = reading_.noun_clause(tail.token);
        return noun != nullptr && is_part(noun->lemma) &&
               std::ranges::any_of(noun->arguments,
                                   [](const Argument& argument) { return argument.role == Role::possessor; });
    }

    TokenRange phrase(TokenIndex token) const {
        if (const Mention* name = reading_.name_at(token)) return name->tokens;
        if (reading_.analysis.tokens[token].upos == Upos::verb) return {token, token + 1};
        return phrase_of(reading_.analysis, reading_.dependents, token);
    }

    /// A claim's words lie in the sentence of its predicate.
    void widen(Draft& draft, TokenRange range) const {
        const TokenRange sentence = reading_.analysis.sentences[draft.sentence].tokens;
        if (sentence.contains(range.begin) && range.end <= sentence.end)
            draft.evidence = joint_range(draft.evidence, range);
    }

    void qualify(Draft& draft, const Clause& clause, const Trigger& trigger, TokenIndex head, TokenIndex tail,
                 bool uses_anchor) const {
        // "Ana Roe of Acme, who spoke on Monday": when she spoke is not since when she is there.
        const bool holds_post =
            reading_.ontology.relations()[trigger.relation].member == Implication::Part::head &&
            clause.kind == ClauseKind::noun && !uses_anchor;
        const bool is_name = reading_.name_at(clause.predicate) != nullptr;
        std::vector<QualifierSource> sources = trigger.qualifiers;
        for (const QualifierSource& source : reading_.ontology.relations()[trigger.relation].qualifiers) {
            // "Ana Roe of Acme in Sunday's election"
            if (holds_post && is_name && source.value == QualifierValue::date) continue;
            sources.push_back(source);
            if (clause.kind == ClauseKind::noun) continue;
            // A relation's titles are nouns; a verb is one only where its trigger says so.
            std::erase_if(sources.back().from,
                          [](const Place& place) { return place.kind == Place::Kind::trigger; });
        }
        const Clause* anchor =
            clause.anchor == clause.predicate || holds_post ? nullptr : reading_.verbal_clause(clause.anchor);
        for (FoundQualifier& found : find_qualifiers(reading_, clause, anchor, sources, head, tail)) {
            widen(draft, found.tokens);
            draft.claim.qualifiers.push_back(std::move(found.qualifier));
        }
        add_title(draft, trigger, head);
    }

    /// "an astronomer who works at X": the role may be told by the noun that describes the person.
    void add_title(Draft& draft, const Trigger& trigger, TokenIndex head) const {
        const RelationType& relation = reading_.ontology.relations()[trigger.relation];
        const auto asks_for_title = [](const QualifierSource& source) {
            return std::ranges::any_of(source.from,
                                       [](const Place& place) { return place.kind == Place::Kind::trigger; });
        };
        const auto source = std::ranges::find_if(relation.qualifiers, asks_for_title);
        if (source == relation.qualifiers.end()) return;
        const auto filled = std::ranges::find(draft.claim.qualifiers, source->name, &Qualifier::name);
        if (filled != draft.claim.qualifiers.end()) return;
        for (const Clause& title : clauses_of(draft.sentence)) {
            if (title.kind != ClauseKind::noun || reading_.name_at(title.predicate) != nullptr) continue;
            if (!is_title_of(title, relation.name)) continue;
            const bool describes = title.predicate == head ||
                                   std::ranges::any_of(title.arguments, [&](const Argument& argument) {
                                       return argument.role == Role::self && argument.head == head;
                                   });
            if (!describes || is_of_other_body(reading_, title, {draft.claim.tail})) continue;
            for (FoundQualifier& found : find_qualifiers(reading_, title, nullptr, {*source}, head, head))
                draft.claim.qualifiers.push_back(std::move(found.qualifier));
            return;
        }
    }

    bool is_title_of(const Clause& title, const std::string& type) const {
        for (const std::string& key : keys(title)) {
            for (const std::size_t index : reading_.ontology.evoked_by(ClauseKind::noun, key)) {
                const Trigger& trigger = reading_.ontology.triggers()[index];
                if (reading_.ontology.relations()[trigger.relation].name == type) return true;
            }
        }
        return false;
    }

    /// One draft a sentence, head, type and tail.
    void keep(Draft draft, bool symmetric) {
        const auto [low, high] = std::minmax(draft.claim.head, draft.claim.tail);
        const bool turned = symmetric && low != draft.claim.head;
        const Key key{draft.sentence, draft.relation, turned ? draft.claim.tail : draft.claim.head,
                      turned ? draft.claim.head : draft.claim.tail};
        const auto [place, is_new] = known_.emplace(key, drafts_.size());
        (void)high;
        if (is_new) {
            posts_.note(draft);
            drafts_.push_back(std::move(draft));
            return;
        }
        Draft& known = drafts_[place->second];
        for (Qualifier& qualifier : draft.claim.qualifiers) {
            if (std::ranges::find(known.claim.qualifiers, qualifier) == known.claim.qualifiers.end())
                known.claim.qualifiers.push_back(std::move(qualifier));
        }
        known.claim.score = std::max(known.claim.score, draft.claim.score);
        known.evidence = joint_range(known.evidence, draft.evidence);
    }

    using Key = std::tuple<std::size_t, std::size_t, EntityId, EntityId>;

    const Reading& reading_;
    std::vector<Attempt>* trace_;  // null unless somebody wants to know
    std::vector<Draft> drafts_;
    std::vector<DateNote> notes_;
    std::vector<Unfinished> unfinished_;
    std::vector<Nameless> nameless_;
    std::map<Key, std::size_t> known_;
    std::optional<EntityId> party_;  // the head of the claim whose tail is looked for
    Posts posts_;
};

}  // namespace

std::vector<Draft> match_triggers(const Reading& reading, std::vector<Attempt>* trace) {
    return Matcher(reading, trace).match();
}

TokenRange joint_range(TokenRange a, TokenRange b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace newsgraph
