#pragma once
// Where the models, the gazetteer and the ontology lie.

#include <filesystem>
#include <string>

namespace newsgraph {

/// The data folder: `given` if it is not empty, else that of the environment variable NEWSGRAPH_DATA, else
/// the one that belongs to the program: share/newsgraph beside its folder, data in the source of a build
/// tree, or where it was to be installed. Throws Error where there is none.
std::filesystem::path find_data_folder(const std::string& given);

}  // namespace newsgraph
