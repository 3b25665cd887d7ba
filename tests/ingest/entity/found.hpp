#pragma once
// What is found in written trees with the gazetteer that comes with the program.

#include <string>
#include <vector>

#include "ingest/entity/entities.hpp"
#include "trees.hpp"

namespace newsgraph {

struct Found {
    AnnotatedText text;
    Entities entities;
};

/// What is found in sentences written as `trees` reads them.
Found found_in(const std::vector<std::string>& sentences);

/// The names of what the phrase with that head word refers to; the `nth` such word counts.
std::string referents_of(const Found& found, const std::string& word, int nth = 1);

}  // namespace newsgraph
