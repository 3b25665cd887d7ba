#pragma once
// A file of example sentences that the command line names.

#include <string>

#include "cli/articles.hpp"
#include "ingest/learn/schema.hpp"
#include "ingest/learn/triples.hpp"

namespace newsgraph {

/// The examples of `file`. What is wrong with single lines, and triples of relations that `schema` lacks (any
/// relation will do if it is null), goes to `failures` and is left out. Throws Error where no example is
/// left.
LabelledSentences read_examples(const std::string& file, const Schema* schema, Failures& failures);

}  // namespace newsgraph
