#pragma once
// Open facts as tab-separated values, the form that benchmarks of open extraction read.

#include <ostream>
#include <string_view>

#include "graph/fact.hpp"

namespace newsgraph {

/// Writes `sentence<TAB>confidence<TAB>relation<TAB>first argument<TAB>…` and a line end. Tabs and line ends
/// within a field become spaces. The stream's state tells whether all could be written.
void write_fact_tsv(std::string_view sentence, const Fact& fact, std::ostream& out);

}  // namespace newsgraph
