#pragma once
// Names of a store that were joined, for people.

#include <string>
#include <vector>

#include "cli/table.hpp"
#include "graph/store/explain.hpp"

namespace newsgraph {

/// A form that is another name of something.
struct JoinedName {
    FormName form;
    std::string name;     // as users can write it: "Smith", or "Smith@DOC" of one document
    std::string entity;   // the name of what it is
    std::string because;  // the grounds
};

/// A form as users can write it.
std::string name_of(Store& store, const Form& form);

/// All of a store, by type and name.
std::vector<JoinedName> joined_names(Store& store);

Table table_of(const std::vector<JoinedName>& names);

/// How the names in `after` differ from those that were joined before: newly joined, with the grounds, and
/// there but joined no longer. Writes nothing where they don't.
void print_changes(std::vector<JoinedName> before, Store& after);

}  // namespace newsgraph
