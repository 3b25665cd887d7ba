#pragma once
// Whether a clause has the words that a trigger asks for.

#include "ingest/relation/reading.hpp"

namespace newsgraph {

/// The first of the trigger's conditions that the clause does not meet: a `when` whose words are missing or
/// an `unless` whose words are there; null if it meets them all. Bounded by the words next to the clause's.
const Condition* broken_condition(const Reading& reading, const Clause& clause, const Trigger& trigger);

}  // namespace newsgraph
