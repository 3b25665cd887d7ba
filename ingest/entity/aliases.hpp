#pragma once
// Which spellings name one thing: "Lee" and "Ann Lee", "FCA" and "Financial Conduct Authority".

#include <span>
#include <string>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/entity/name_types.hpp"

namespace newsgraph {

/// All spellings of one named thing.
struct NamedThing {
    std::vector<std::uint32_t> forms;  // places in the list of forms, in order of first mention
    TypeEvidence evidence;             // of all its forms
    TypeId type{};
    std::uint8_t genders = 0;  // bits: 1 female, 2 male
    std::string name;          // the fullest form
};

/// Joins forms; things are in order of first mention. Two things with one surname stay two.
std::vector<NamedThing> join_names(std::vector<NameForm>& forms, const Gazetteer& gazetteer);

}  // namespace newsgraph
