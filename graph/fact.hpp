#pragma once
// An open fact: what a sentence says, in its own words and with as many arguments as it has.

#include <string>
#include <vector>

namespace newsgraph {

/// "Acme sold Bolt to Crane in May" -> {"sold", {"Acme", "Bolt", "to Crane", "in May"}}.
struct Fact {
    std::string relation;
    std::vector<std::string> arguments;  // the first is who or what it is said of; at least two mostly
    double confidence = 0;               // from 0 to 1: only ranks
};

}  // namespace newsgraph
