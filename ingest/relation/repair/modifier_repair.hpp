#pragma once
// What describes a name or noun: owners, appositions, participles, relative clauses, places.

#include "ingest/relation/repair/named_tree.hpp"

namespace newsgraph {

/// Needs names with heads (`NameRepair`). What takes a name takes the first token and the end of one.
class ModifierRepair : private TreePart {
  public:
    explicit ModifierRepair(NamedTree& tree) : TreePart(tree) {}

    /// "Meta's first model", "its first model": where the token is "'s" or such a pronoun.
    void attach_owner(TokenIndex index);

    /// "from the open-source Lux": what stands right before a name and hangs on the same word belongs to it.
    void attach_modifiers(TokenIndex begin);

    /// "Leeds-based Acme": the place belongs to "based", and that to what follows.
    void attach_place_of_base(TokenIndex begin, TokenIndex end);

    /// "Acme-backed Bolt": the participle describes the name after it, and the name before it does it.
    void attach_doer_of_participle(TokenIndex begin, TokenIndex end);

    /// "Acme, which …": the clause is about the name right before it.
    void attach_relative(TokenIndex begin, TokenIndex end);

    /// "its main product, Lux, …": the name between commas tells what the noun before it is.
    void name_description(TokenIndex begin, TokenIndex end);

    /// "Acme, based in Leeds, …", "a round led by Acme": a participle describes the noun right before it.
    void attach_participle(TokenIndex begin, TokenIndex end);

    /// "Ana Roe's play The Long Hill opens": a tree takes the title and the verb for a relative clause of the
    /// noun.
    void name_work(TokenIndex begin);

    /// "said Ana Roe of Acme", "spoke at Expo in Rome": a body or place right behind a person or an event is
    /// theirs.
    void attach_belonging(TokenIndex begin, TokenIndex end);

    /// "Acme, a maker of phones, …": the noun after the comma describes the name before it.
    void attach_description(TokenIndex begin, TokenIndex end);

    /// "a round led by Acme".
    void attach_participles_to_nouns();

    /// "a model of Acme's own that runs on Bolt": the model is Acme's, and what follows speaks of the model.
    void dissolve_own(TokenIndex own);

    /// No apposition reaches over a semicolon.
    void cut_appositions();

  private:
    /// "Meta's first model": what is owned is the last noun of the words that follow, and it holds them
    /// together.
    void attach_possessor(TokenIndex owner, TokenIndex begin);

    /// "written by Ana Roe, who has since left Acme": a clause that the tree takes for an adverbial one. Its
    /// verb, now a relative clause's; `no_token` if there is none.
    TokenIndex stray_relative(TokenIndex pronoun, TokenIndex head);

    /// Whether "the", "a", "its" or "Acme's" opens the noun's phrase, and no preposition the sentence.
    bool opens_with_determiner(TokenIndex noun);

    /// "its product, Lux, runs": a finite verb after the comma that has no subject has the noun.
    void make_described_subject(TokenIndex noun, TokenIndex comma);

    /// "was dropped after its owner, Bolt, complained": the word before the noun opens a clause.
    void open_adverbial(TokenIndex noun, TokenIndex verb);
    void attach_participle_to(TokenIndex noun, TokenIndex index);

    /// "lost 2-0 to Acme in Rome": the match was there, whoever is at home there.
    bool follows_result(TokenIndex begin) const;

    /// The noun of the phrase that opens there: "a maker", "once an engineer", "its arm", "one", "Rome's
    /// bank".
    TokenIndex described_by(TokenIndex opener, TokenIndex limit);

    /// Whether a comma ends the phrase of the noun before a verb follows.
    bool closes(TokenIndex noun, TokenIndex limit) const;
    void move_conjuncts(TokenIndex from, TokenIndex to);
};

}  // namespace newsgraph
