#pragma once
// What a JSON file says, member by member, and where it says it wrongly.

#include <rapidjson/document.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/modality.hpp"

namespace newsgraph {

/// Leads to a value in JSON: {"edges", "2", "claims"}.
using JsonPath = std::vector<std::string>;

/// What a file says wrongly; its reader knows the line.
struct Mistake {
    JsonPath path;  // to the wrong value, from the one that was given
    std::string what;
    std::string fix;
};

// Members of a JSON object, by their type. Each throws Mistake where the member is missing or of another
// type.
const rapidjson::Value& json_member(const rapidjson::Value& object, const char* name);
const rapidjson::Value& json_array(const rapidjson::Value& object, const char* name);
std::string json_string(const rapidjson::Value& object, const char* name);
bool json_bool(const rapidjson::Value& object, const char* name);
std::size_t json_size(const rapidjson::Value& object, const char* name);
std::vector<std::string> json_strings(const rapidjson::Value& array);

/// The member; nullptr where there is none. Throws Mistake where `object` is no object.
const rapidjson::Value* find_json_member(const rapidjson::Value& object, const char* name);

/// The member's text; "" where it is missing or null.
std::string json_string_or_empty(const rapidjson::Value& object, const char* name);

/// Whether the member is there and true.
bool json_flag(const rapidjson::Value& object, const char* name);

/// A claim's "modality".
Modality json_modality(const rapidjson::Value& claim);

/// Does `work`; a Mistake that it throws then leads through `step`.
template <typename Work>
void at(const std::string& step, Work work) {
    try {
        work();
    } catch (Mistake& mistake) {
        mistake.path.insert(mistake.path.begin(), step);
        throw;
    }
}

/// Does `work(element)` for each element of an array; a Mistake then leads through its index.
template <typename Work>
void for_each_element(const rapidjson::Value& array, Work work) {
    for (rapidjson::SizeType i = 0; i < array.Size(); ++i) {
        at(std::to_string(i), [&] { work(array[i]); });
    }
}

/// "edges[2].claims".
std::string shown(const JsonPath& path);

}  // namespace newsgraph
