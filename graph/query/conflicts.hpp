#pragma once
// Claims of a store that can't both hold.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/conflict_rules.hpp"
#include "graph/query/relations.hpp"

namespace newsgraph {

enum class ConflictKind {
    negated,   // one text says so, another that it is not so
    single,    // two where there can be one: two chief executives
    excluded,  // two relations that exclude each other: A beats B, B beats A
    qualifier  // two values of what has one: two prices
};

std::string_view to_string(ConflictKind kind) noexcept;

/// One side: the claims that agree.
struct ConflictSide {
    std::string says;  // what it holds against the others: "negated", a name, a value, a relation
    RelationKey relation{};
    EntityKey head{};
    EntityKey tail{};
    std::vector<StoredClaim> claims;  // at least one
};

struct Conflict {
    ConflictKind kind = ConflictKind::negated;
    bool is_change = false;      // the sides follow each other in time, and what they say can end
    bool is_correction = false;  // the sides are told by copies of one article: by the documents' dates
    std::string about;           // "Acme acquires Brill", "Acme acquires Brill: amount", "? leads Acme"
    std::string type;            // of the relation
    std::vector<ConflictSide>
        sides;  // at least two; by date where it is a change, the most claims first otherwise
};

/// Whether a conflict with this relation is wanted.
using RelationTest = std::function<bool(RelationKey)>;

/// Finds what contradicts by the rules of each relation type, conflicts before corrections before changes,
/// each kind by what it is about. Only what is asserted, reported or claimed counts against each other and
/// against what is negated; what is merely possible contradicts nothing, and neither does what the ontology
/// derives. Values are compared in their normal forms. Claims that name different dates don't contradict, and
/// of copies of one article only what one says in place of what another says. Costs as much as the claims of
/// the types that have rules.
std::vector<Conflict> find_conflicts(Store& store, EntityTable& entities,
                                     const std::map<std::string, ConflictRules>& rules,
                                     const ClaimFilter& filter, const RelationTest& is_wanted);

}  // namespace newsgraph
