#pragma once
// The qualifiers of a claim: on, date, amount, role … from the words around its predicate.

#include <vector>

#include "ingest/relation/reading.hpp"

namespace newsgraph {

/// A qualifier and the words that fill it.
struct FoundQualifier {
    Qualifier qualifier;
    TokenRange tokens;
};

/// Fills what `sources` ask for from the clause, from the verb that lends itself to it (`anchor`, may be
/// null), and from the phrases of the claim's head and tail themselves. A name that is filled once is not
/// filled from a later source, but a coordination fills it with each of its members.
std::vector<FoundQualifier> find_qualifiers(const Reading& reading, const Clause& clause,
                                            const Clause* anchor, const std::vector<QualifierSource>& sources,
                                            TokenIndex head, TokenIndex tail);

/// The arguments of a clause in a place, own ones before shared ones.
std::vector<Argument> arguments_at(const Clause& clause, const Place& place);

}  // namespace newsgraph
