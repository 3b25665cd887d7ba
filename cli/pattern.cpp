#include "cli/pattern.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"

namespace newsgraph {
namespace {

struct Word {
    std::string text;
    bool is_quoted = false;  // so it is part of a name, whatever it says
};

constexpr std::string_view anything = "?";

bool is_anything(const Word& word) { return !word.is_quoted && word.text == anything; }

std::string joined(std::span<const std::string> parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

/// Splits at spaces that are not within quotation marks.
void split(std::string_view text, const std::string& pattern, std::vector<Word>& words) {
    constexpr std::string_view spaces = " \t\n";
    while (true) {
        const std::size_t begin = text.find_first_not_of(spaces);
        if (begin == std::string_view::npos) return;
        text.remove_prefix(begin);
        if (text.front() == '"') {
            const std::size_t end = text.find('"', 1);
            if (end == std::string_view::npos)
                throw UsageError("pattern \"" + pattern + "\"", "a quotation mark is not closed",
                                 "add the second one");
            words.push_back({std::string(text.substr(1, end - 1)), true});
            text.remove_prefix(end + 1);
        } else {
            const std::size_t end = std::min(text.find_first_of(spaces), text.size());
            words.push_back({std::string(text.substr(0, end)), false});
            text.remove_prefix(end);
        }
    }
}

/// A shell takes quotation marks away, but keeps what they held together: an argument with a space in it is
/// one name, unless it is the only argument.
std::vector<Word> words_of(std::span<const std::string> arguments, const std::string& pattern) {
    std::vector<Word> words;
    for (const std::string& argument : arguments) {
        const bool is_name =
            arguments.size() > 1 && argument.find(' ') != std::string::npos && argument.front() != '"';
        if (is_name)
            words.push_back({argument, true});
        else
            split(argument, pattern, words);
    }
    return words;
}

std::string lower_case(std::string text) {
    for (char& c : text) {
        if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

/// Where the words may be parted: [0, begin) is the head, [end, ...) the tail, `type` between.
struct Reading {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<std::string> type;
};

/// Whether the words from `begin` to `end` can be an end of a relation: one "?", or a name without any.
bool is_end(std::span<const Word> words) {
    if (words.size() == 1) return true;
    return !words.empty() && std::none_of(words.begin(), words.end(), is_anything);
}

std::vector<Reading> readings(std::span<const Word> words, std::span<const std::string> known_types) {
    constexpr std::size_t longest_type = 3;  // words
    std::vector<Reading> found;
    for (std::size_t begin = 1; begin + 1 < words.size(); ++begin) {
        if (!is_end(words.first(begin))) continue;
        if (is_anything(words[begin]) && is_end(words.subspan(begin + 1)))
            found.push_back({begin, begin + 1, std::nullopt});
        std::string hyphened;
        for (std::size_t end = begin;
             end + 1 < words.size() && end < begin + longest_type && !words[end].is_quoted; ++end) {
            hyphened += (hyphened.empty() ? "" : "-") + lower_case(words[end].text);
            const auto type =
                std::find_if(known_types.begin(), known_types.end(),
                             [&](const std::string& known) { return lower_case(known) == hyphened; });
            if (type != known_types.end() && is_end(words.subspan(end + 1)))
                found.push_back({begin, end + 1, *type});
        }
    }
    return found;
}

std::optional<std::string> name_of(std::span<const Word> words) {
    if (words.size() == 1 && is_anything(words.front())) return std::nullopt;
    std::vector<std::string> parts;
    for (const Word& word : words) parts.push_back(word.text);
    return joined(parts, " ");
}

[[noreturn]] void refuse(std::span<const Word> words, const std::string& pattern,
                         std::span<const std::string> known_types) {
    const std::string known = known_types.empty() ? "" : "known are " + joined(known_types, ", ");
    if (words.size() < 3)
        throw UsageError("pattern \"" + pattern + "\"", "a head, a relation type and a tail are needed",
                         "write e.g. \"Meta competes-with ?\", with ? for anything");
    // The word that was meant as the type: the only one in the middle, else one that is near to a type.
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const auto near = nearest(words[i].text, known_types);
        if (words.size() != 3 && !near) continue;
        throw UsageError("relation type \"" + words[i].text + "\"", "is not known",
                         (near ? "did you mean \"" + *near + "\"? " : "") + known);
    }
    throw UsageError("pattern \"" + pattern + "\"", "none of its words is a relation type", known);
}

}  // namespace

Pattern parse_pattern(std::span<const std::string> arguments, std::span<const std::string> known_types) {
    const std::string pattern = joined(arguments, " ");
    const std::vector<Word> words = words_of(arguments, pattern);
    const std::vector<Reading> found = readings(words, known_types);
    if (found.empty()) refuse(words, pattern, known_types);
    if (found.size() > 1)
        throw UsageError("pattern \"" + pattern + "\"", "it can be read in several ways",
                         "put names of several words in quotation marks");
    const std::span<const Word> all = words;
    return {name_of(all.first(found[0].begin)), found[0].type, name_of(all.subspan(found[0].end))};
}

}  // namespace newsgraph
