#pragma once
// What there is to be said: the types of entities and relations, the words that evoke a relation, and where
// its arguments stand. Read from JSON (docs/ontology.md tells the format).

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/conflict_rules.hpp"
#include "graph/error.hpp"
#include "graph/modality.hpp"
#include "ingest/relation/clause.hpp"
#include "ingest/relation/modality_lexicon.hpp"

namespace newsgraph {

/// Where in a clause something is looked for: "subject", "possessor", or a preposition ("on", "ahead of").
struct Place {
    enum class Kind {
        role,         // an argument with `role`
        oblique,      // an argument with `preposition`; "" is a bare one: "last week", "2-1"
        understood,   // nowhere: the organization that the text is about just there ("the chief executive")
        predecessor,  // the body of another person in the clause: "Ana succeeded Bo"
        maker,        // who is said elsewhere to make what stands in the other place: "Lux came out in May"
        above,        // the subject of the clause around: "Acme" in "Acme picked Bolt to supply chips"
        trigger,      // the triggering word's own phrase
        anchor        // in conditions: the verb that lends itself to a noun, "resigned" in "resigned as head"
    };
    Kind kind = Kind::role;
    Role role = Role::subject;
    std::string preposition;
};

/// Whether a file may name a place so: "subject", "ahead of".
bool is_place(std::string_view word);

/// What a qualifier's words must be.
enum class QualifierValue {
    phrase,   // any noun phrase or clause: "long-context tasks", "failing to screen customers"
    date,     // "in 2022", "last week"
    amount,   // money or a share: "$90 million", "4%"
    measure,  // a score, a number with its unit: "61.4%", "3.2 points", "2-1"
    name,     // an entity
    noun      // the noun phrase alone, without article or possessor: "chief executive"
};

struct QualifierSource {
    std::string name;  // e.g. "on"
    QualifierValue value = QualifierValue::phrase;
    std::vector<Place> from;  // the first that holds such a value fills the qualifier
};

/// A trigger holds only where one of these lemmas stands (`when`) or none does (`unless`) in that place.
struct Condition {
    Place place;
    std::vector<std::string> lemmas;
};

struct Trigger {
    static constexpr std::size_t no_relation = static_cast<std::size_t>(-1);

    std::size_t relation =
        0;  // index into `Ontology::relations()`; `no_relation` where it resumes another event
    std::vector<Place> head;  // alternatives: the first that holds an entity of the right type is taken
    std::vector<Place> tail;  // empty where the two are members of one coordination: "A and B merged"
    std::vector<std::string> head_types;  // narrower than the signature's; empty: the signature's
    std::vector<std::string> tail_types;
    std::vector<std::string> light;  // of a noun: verbs whose subject or object its places may be
    bool any_light = false;          // of a noun: all light verbs of the ontology
    std::vector<Condition> when;
    std::vector<Condition> unless;
    std::vector<QualifierSource> qualifiers;  // looked for before those of the relation type
    std::optional<Modality> modality;         // what the words themselves say: "mulls a bid" is possible
    bool presupposes = false;  // the words take it for granted, whatever becomes of it: "dropped its suit"
    double score = 1;          // how sure the words are, in (0, 1]
};

/// What follows from a claim of the type: another with its arguments in these parts.
struct Implication {
    enum class Part { head, tail, qualifier };
    std::size_t relation = 0;
    Part head = Part::head;
    Part tail = Part::tail;
    std::string qualifier;  // the entity named by this qualifier, where a part is `qualifier`
};

struct RelationType {
    std::string name;
    std::string description;
    std::vector<std::string> head_types;
    std::vector<std::string> tail_types;
    bool same_kind = false;  // head and tail must have the same entity type
    bool symmetric = false;
    bool speech_act = false;  // saying it makes it so: "criticizes", "supports"
    bool measured = false;    // compares or scores: the figures of a sentence may go on from the one before
    std::vector<std::string>
        deeds;  // nouns whose doer stands for them in the tail: "X's takeover", "the plan of X"
    std::optional<Implication::Part> member;  // which of the two belongs to the other: a person to her firm
    std::vector<QualifierSource> qualifiers;
    std::vector<Implication> implications;
    std::vector<std::string>
        yields_to;  // types whose claims of the same head and tail make this one needless
    std::vector<std::string> makes_former;  // types that are over once this one was: who left leads no more
    ConflictRules conflicts;

    bool has_qualifier(std::string_view qualifier) const;
};

struct EntityType {
    std::string name;
    std::string description;
};

struct OntologyCheck;

class Ontology {
  public:
    /// Reads an ontology, ours or Text2KGBench's; one that "extends" another file gets that file's types too,
    /// found from its own folder. Throws Error with "FILE:LINE", the field, and how to mend it.
    static Ontology read(const std::filesystem::path& file);

    /// Reads as above, but goes on after a mistake: all that is wrong, in the order of the file.
    static OntologyCheck check(const std::filesystem::path& file);

    /// The same as `read` from text that is already there; `name` is only for messages. Cannot extend a file.
    static Ontology parse(std::string_view json, const std::string& name);

    const std::vector<EntityType>& entity_types() const noexcept { return entity_types_; }
    const std::vector<RelationType>& relations() const noexcept { return relations_; }
    const std::vector<Trigger>& triggers() const noexcept { return triggers_; }

    /// The type of that name; nothing if there is none.
    const RelationType* relation(std::string_view name) const;

    bool is_light(std::string_view verb) const;

    /// The words that make a claim less than a fact, of the file that "modality" names; empty without one.
    const ModalityLexicon& modality() const noexcept { return modality_; }

    /// Indices into `triggers()` of those that such a clause's lemma evokes, in the file's order.
    const std::vector<std::size_t>& evoked_by(ClauseKind kind, const std::string& lemma) const;

    /// Triggers without a relation, which take up an event told before: "continues that tradition", "did the
    /// same".
    const std::vector<std::size_t>& resumed_by(const std::string& verb) const;

    /// Those that the bare phrase of a name evokes: "Meta's Muse Spark", "the Charité in Berlin".
    const std::vector<std::size_t>& evoked_by_names() const noexcept { return by_name_; }

  private:
    friend class OntologyReader;

    std::vector<EntityType> entity_types_;
    std::vector<RelationType> relations_;
    std::vector<Trigger> triggers_;
    std::vector<std::string> light_verbs_;  // sorted
    ModalityLexicon modality_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_verb_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_noun_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_adjective_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_resuming_verb_;
    std::vector<std::size_t> by_name_;
};

/// What could be read of an ontology, and the mistakes in it.
struct OntologyCheck {
    Ontology ontology;
    std::vector<Problem> problems;
};

}  // namespace newsgraph
