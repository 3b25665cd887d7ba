#include "cli/choices.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>
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

CLI::Validator whole_number(std::int64_t least, std::int64_t most) {
    const bool is_open = most == std::numeric_limits<std::int64_t>::max();
    const std::string range =
        is_open ? "give " + std::to_string(least) + " or more"
                : "give a number from " + std::to_string(least) + " to " + std::to_string(most);
    const auto check = [=](const std::string& value) {
        std::int64_t number = 0;
        const char* const end = value.data() + value.size();
        const auto [rest, problem] = std::from_chars(value.data(), end, number);
        if (rest != end || problem == std::errc::invalid_argument)
            return "\"" + value + "\" is no whole number; " + range;
        if (problem == std::errc::result_out_of_range)
            return value + " is too " + (value.starts_with('-') ? "small; " : "large; ") + range;
        if (number < least) return value + " is too small; " + range;
        return number > most ? value + " is too large; " + range : std::string();
    };
    return {check, ""};
}

CLI::Validator share() {
    const auto check = [](const std::string& value) {
        const std::string range = "give a number from 0 to 1";
        double number = 0;
        const char* const end = value.data() + value.size();
        const auto [rest, problem] = std::from_chars(value.data(), end, number);
        if (rest != end || problem != std::errc() || std::isnan(number))
            return "\"" + value + "\" is no number; " + range;
        if (number < 0) return value + " is too small; " + range;
        return number > 1 ? value + " is too large; " + range : std::string();
    };
    return {check, ""};
}

CLI::Validator not_empty() {
    return {[](const std::string& value) {
                return value.empty() ? std::string("is empty; leave it out, or give one") : std::string();
            },
            ""};
}

}  // namespace newsgraph
