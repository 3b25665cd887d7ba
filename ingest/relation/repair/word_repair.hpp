#pragma once
// Words that the tagger or parser misreads whatever names are around them.

#include "ingest/relation/repair/named_tree.hpp"

namespace newsgraph {

/// Each goes over all tokens once.
class WordRepair : private TreePart {
  public:
    explicit WordRepair(NamedTree& tree) : TreePart(tree) {}

    /// "left to found Acme": an infinitive is none of "find"; "a round led by Acme": and "led" no noun.
    void restore_verbs();

    /// "chief executive": the second word is the noun, whatever the tagger makes of it.
    void join_executives();

    /// "a tie-up between", "took Acme to court", "led a $5m round in": nouns that were taken for particles,
    /// verbs and adverbs.
    void restore_nouns();

    /// "her brother-in-law": one noun, the last of its words.
    void join_kin();

    /// "sworn in as president": a particle that a tree takes for a second preposition.
    void free_particles();

  private:
    /// "a $5m round", "a Series B round": the noun is the phrase's, not an adverb's.
    void restore_round(TokenIndex round);
};

}  // namespace newsgraph
