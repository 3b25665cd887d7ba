#pragma once
// Dependency trees written in one line, for tests that must not depend on what a parser makes of a sentence.

#include <memory>
#include <string>
#include <string_view>

#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph::testing {

/// A text with its tree, and an entity for each of its proper nouns, named by it. May be moved, not copied.
struct WrittenTree {
    std::unique_ptr<std::string> text;  // stays where it is, as the analysis views it
    Analysis analysis;
    Entities entities;

    /// The place of the first token of that form; fails the test if there is none.
    TokenIndex at(std::string_view form) const;
    EntityId entity(std::string_view name) const;
};

/// Reads `form[/lemma]|XPOS|head|deprel` tokens, parted by blanks; the universal tag follows from the others.
/// "\n" begins a sentence, "\n\n" a paragraph: `Acme|NNP|2|nsubj bought/buy|VBD|0|root Bolt|NNP|2|obj`.
WrittenTree tree(std::string_view written);

/// A sentence whose words all hang on its first: for what reads no trees. Words are parted by blanks.
WrittenTree flat_tree(std::string_view words);

}  // namespace newsgraph::testing
