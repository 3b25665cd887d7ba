#pragma once
// Rows of names.

#include "ingest/relation/repair/named_tree.hpp"

#include <vector>

namespace newsgraph {

/// Needs names with heads (`NameRepair`).
class CoordinationRepair : private TreePart {
  public:
    explicit CoordinationRepair(NamedTree& tree) : TreePart(tree) {}

    /// "Acme, Bolt and Nova": names of one type in a row, the last after "and", are one coordination.
    void coordinate_names();

  private:
    /// The first tokens of the names in the row; only the first where no "and" closes it.
    std::vector<TokenIndex> row_of_names(TokenIndex first);
    void coordinate(const std::vector<TokenIndex>& members);

    /// "watched as A, B and C grabbed it": the row before a finite verb is its subject.
    void make_subject(TokenIndex begin, TokenIndex first, TokenIndex end);
};

}  // namespace newsgraph
