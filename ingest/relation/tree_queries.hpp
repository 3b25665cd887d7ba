#pragma once
// Small questions to a dependency tree, each of bounded cost.

#include <initializer_list>
#include <span>
#include <string>

#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// The first few dozen dependents of `token`: all, but for trees that no sentence has. Keeps what asks each
/// token about its governor's dependents linear.
std::span<const TokenIndex> near_dependents(const Dependents& dependents, TokenIndex token);

/// Has the token a dependent with one of those relations?
bool has_dependent(const Analysis& analysis, const Dependents& dependents, TokenIndex token,
                   std::initializer_list<Deprel> relations);

/// Whether climbing from `below` meets `above`; so it is said where the root is more than 64 steps away.
bool leads_up_to(const Analysis& analysis, TokenIndex below, TokenIndex above);

/// The form of a marker with the words fixed to it, lower case: "rather than".
std::string marker_form(const Analysis& analysis, const Dependents& dependents, TokenIndex marker);

/// Is the clause of `predicate` a relative clause, "who founded Acme"? Also where the tree hangs it elsewhere
/// but its subject is a relative pronoun after a comma: "…," said Ng, who founded Acme.
bool is_relative_clause(const Analysis& analysis, const Dependents& dependents, TokenIndex predicate);

}  // namespace newsgraph
