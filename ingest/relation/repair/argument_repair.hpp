#pragma once
// What verbs and their nouns have as subjects, objects and predicates.

#include "ingest/relation/repair/named_tree.hpp"

namespace newsgraph {

/// Needs names with heads (`NameRepair`). What takes a name takes the first token and the end of one.
class ArgumentRepair : private TreePart {
  public:
    explicit ArgumentRepair(NamedTree& tree) : TreePart(tree) {}

    /// "gave Acme £30m": between a verb that gives and what it gives stands to whom.
    void attach_recipient(TokenIndex begin, TokenIndex end);

    /// "fined the company €6m".
    void attach_noun_recipient(TokenIndex verb);

    /// "rents Bolt chips from Acme": of two objects side by side the name says which chips, unless the verb
    /// gives them to Bolt.
    void join_objects(TokenIndex begin, TokenIndex end);

    /// "hired from Acme last autumn": the time is not Acme's.
    void free_from_time(TokenIndex begin);

    /// "Acme named Ana chief": a verb between two names has them as subject and object.
    void join_names_by_verb(TokenIndex begin, TokenIndex end);

    /// "To grow it Acme has hired Ana": a name before a finite verb that has no subject is its subject.
    void make_lone_subject(TokenIndex begin, TokenIndex end);

    /// "has appointed Ana Roe finance chief": the person is the object, the post what she becomes.
    void attach_appointee(TokenIndex begin, TokenIndex end);

    /// "replaced its chief Ana Roe with Bo Lind": with whom belongs to the verb.
    void attach_exchange(TokenIndex begin);

    /// "the purchase of Bolt by Acme": who does it belongs to the noun.
    void raise_doer(TokenIndex begin);

    /// "Acme, a firm, accused Bolt of it": a verb between a comma and a name is the sentence's, not the
    /// firm's.
    void raise_predicate(TokenIndex index);

    /// "called the deal reckless": an adjective behind an object is what the verb says of it.
    void free_predicate(TokenIndex adjective);

    /// "Bolt, which Acme owns": of two subjects the pronoun is the object.
    void make_relative_object(TokenIndex pronoun);

    /// "continues that tradition, …": a demonstrative and a noun between a verb and a comma are its object.
    void attach_demonstratives();

  private:
    /// "scored as Acme beat Bolt": before a name and its verb "as" opens a clause, though a tree takes it for
    /// the name's preposition.
    void open_clause(TokenIndex begin, TokenIndex verb);

    /// Whether a word right behind hangs on it by that relation: "responsible for the deal".
    bool has_dependent_behind(TokenIndex governor, Deprel relation) const;
};

}  // namespace newsgraph
