#pragma once
// JSON whose values know the line that they stand on, for messages that a person can act on.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph {

struct JsonValue {
    enum class Kind { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    std::size_t line = 1;  // where the value ends, or, of an array or object, begins
    bool boolean = false;
    double number = 0;
    std::string string;
    std::vector<JsonValue> elements;                         // of an array
    std::vector<std::pair<std::string, JsonValue>> members;  // of an object, in the text's order

    /// The member of that name; nullptr if there is none.
    const JsonValue* member(std::string_view name) const;
};

/// Throws Error with "NAME:LINE" for text that is no JSON, or that nests deeper than 64.
JsonValue parse_located_json(std::string_view text, const std::string& name);

}  // namespace newsgraph
