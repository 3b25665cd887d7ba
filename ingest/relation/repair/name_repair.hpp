#pragma once
// Names as noun phrases of their own.

#include "ingest/relation/repair/named_tree.hpp"

#include <cstdint>
#include <vector>

namespace newsgraph {

/// Gives each name one head, and titles and descriptions their place beside it.
class NameRepair : private TreePart {
  public:
    explicit NameRepair(NamedTree& tree) : TreePart(tree), verb_(tree.analysis.tokens.size(), false) {
        for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i) verb_[i] = token(i).upos == Upos::verb;
    }

    /// How far each token is from its root. Trees are walked from the top, so that this is linear.
    void count_depths();
    /// Makes the name's words proper nouns that hang together and gives it its place. Needs `count_depths`.
    void hold_together(TokenRange name);

    /// "Ms Roe": the honorific describes the name, which takes its place.
    void take_honorific(TokenIndex begin);

    /// "Sprinter Ana Roe", "the author Ana Roe": where a tree hangs the name on the title before it, the name
    /// takes its place, and what follows is the name's.
    void take_title(TokenIndex begin);

    /// "the head of sales, Ana": a person is described by the title, not by what it is of.
    void describe_person(TokenRange name);

  private:
    /// "Ana Fell, a judge, hit back": where a word of the name was taken for the sentence's verb, the next
    /// verb is it.
    void give_place_to_verb(TokenRange name, TokenIndex head);

    /// "benchmarks like Quiz": the preposition right before a name is the name's, unless a noun follows that
    /// it modifies ("in Acme shares").
    void take_preposition(TokenRange name, TokenIndex head);

    /// A name whose relation says nothing: the object of the verb right before it, else what its place
    /// suggests.
    void attach_name(TokenRange name, TokenIndex head);

    /// "the mayor of Rome, Ana Roe, said": a person between commas is no second thing that she is mayor of.
    bool is_named_holder(TokenRange name);

    /// "thanked her editor at Acme, Ana Roe": the person is the editor, who is at the body.
    void describe_by_post(TokenIndex person, TokenIndex body);

    /// What hangs on a name's word from outside, such as its preposition, hangs on its head.
    void move_outer_dependents(TokenRange name, TokenIndex head);

    std::vector<bool> verb_;            // of each token: whether the tagger took it for a verb
    std::vector<std::uint32_t> depth_;  // of each token: steps from its root
};

}  // namespace newsgraph
