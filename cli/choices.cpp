#include "cli/choices.hpp"

#include <algorithm>
#include <utility>

namespace newsgraph {

std::string one_of_these(std::span<const std::string> choices) {
    std::string list;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i > 0) list += i + 1 == choices.size() ? " or " : ", ";
        list += choices[i];
    }
    return list;
}

CLI::Validator one_of(std::vector<std::string> choices) {
    std::string names;
    for (const std::string& choice : choices) names += (names.empty() ? "{" : ",") + choice;
    const auto check = [choices = std::move(choices)](const std::string& value) {
        if (std::find(choices.begin(), choices.end(), value) != choices.end()) return std::string();
        return "\"" + value + "\" is not known; choose " + one_of_these(choices);
    };
    return {check, names + "}"};
}

}  // namespace newsgraph
