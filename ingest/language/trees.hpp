#pragma once
// From scores of single arcs to the best dependency tree.

#include <cstddef>
#include <span>
#include <vector>

namespace newsgraph {

/// For each of `words` words its head: 0 for the root, else the head's place from 1. `scores` has a row a
/// word and `stride` columns from a row to the next; column 0 scores the root, column j the word j. The tree
/// has exactly one root and the greatest sum of scores (Chu and Liu 1965, Edmonds 1967); a tie goes to the
/// first. Linear in the number of scores where each word's best head makes a tree, as it mostly does.
std::vector<std::size_t> best_tree(std::span<const float> scores, std::size_t words, std::size_t stride);

}  // namespace newsgraph
