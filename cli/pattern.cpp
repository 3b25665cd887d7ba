#include "cli/pattern.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
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

bool is_variable(const Word& word) { return !word.is_quoted && word.text.starts_with('?'); }

bool is_separator(const Word& word) { return !word.is_quoted && word.text == "."; }

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

/// Whether the words can be an end of a relation: one variable, or a name without any.
bool is_end(std::span<const Word> words) {
    if (words.size() == 1) return true;
    return !words.empty() && std::none_of(words.begin(), words.end(), is_variable);
}

std::vector<Reading> readings(std::span<const Word> words, std::span<const std::string> known_types) {
    constexpr std::size_t longest_type = 3;  // words
    std::vector<Reading> found;
    for (std::size_t begin = 1; begin + 1 < words.size(); ++begin) {
        if (!is_end(words.first(begin))) continue;
        if (is_variable(words[begin]) && is_end(words.subspan(begin + 1)))
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

/// "?m:model" -> {"", "m", "model"}.
Term variable_of(const std::string& word) {
    const std::size_t colon = word.find(':');
    Term term{"", word.substr(1, colon == word.npos ? colon : colon - 1),
              colon == word.npos ? "" : word.substr(colon + 1)};
    constexpr std::string_view marks = "?!.,;\"'()[]{}<>/\\|&=*";
    if (term.variable.find_first_of(marks) != term.variable.npos ||
        (colon != word.npos && term.entity_type.empty()))
        throw UsageError("\"" + word + "\"", "is no variable",
                         "write ?, ?name, or ?name:type with a type of entities");
    // The result's own columns have these names.
    for (const std::string_view taken : {"modality", "sources", "relations"})
        if (lower_case(term.variable) == taken)
            throw UsageError("\"" + word + "\"", "is the name of a column that every result has",
                             "give the variable another name");
    return term;
}

Term term_of(std::span<const Word> words) {
    if (words.size() == 1 && is_variable(words.front())) return variable_of(words.front().text);
    std::vector<std::string> parts;
    for (const Word& word : words) parts.push_back(word.text);
    return {joined(parts, " "), "", ""};
}

/// Refuses a full stop that hangs on a word, where patterns can be read before and after it.
void refuse_hanging_stop(std::span<const Word> words, std::span<const std::string> known_types) {
    for (std::size_t i = 2; i + 1 < words.size(); ++i) {
        const Word& word = words[i];
        const Word& next = words[i + 1];
        const bool is_after = word.text.size() > 1 && word.text.ends_with('.');
        if (word.is_quoted || next.is_quoted || (!is_after && !next.text.starts_with(".?"))) continue;
        const std::string last = is_after ? word.text.substr(0, word.text.size() - 1) : word.text;
        const std::string first = is_after ? next.text : next.text.substr(1);
        std::vector<Word> before(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
        before.push_back({last, false});
        std::vector<Word> after{{first, false}};
        after.insert(after.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 2, words.end());
        if (readings(before, known_types).empty() || after.size() < 3) continue;
        throw UsageError("\"" + word.text + " " + next.text + "\"",
                         "a full stop between patterns stands by itself",
                         "write \"" + last + " . " + first + "\"");
    }
}

[[noreturn]] void refuse(std::span<const Word> words, const std::string& pattern,
                         std::span<const std::string> known_types) {
    refuse_hanging_stop(words, known_types);
    const std::string known = known_types.empty() ? "" : "known are " + joined(known_types, ", ");
    if (words.size() < 3)
        throw UsageError("pattern \"" + pattern + "\"", "a head, a relation type and a tail are needed",
                         "write e.g. \"Meta competes-with ?\", with ? for anything");
    // The word that was meant as the type: the only one in the middle, else one that is near to a type.
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const auto near = nearest(words[i].text, known_types);
        if (words.size() != 3 && !near) continue;
        throw UsageError("pattern \"" + pattern + "\"",
                         "relation type \"" + words[i].text + "\" is not known",
                         near ? "did you mean \"" + *near + "\"?" : known);
    }
    throw UsageError("pattern \"" + pattern + "\"", "none of its words is a relation type", known);
}

Pattern pattern_of(std::span<const Word> words, const std::string& pattern,
                   std::span<const std::string> known_types) {
    const std::vector<Reading> found = readings(words, known_types);
    if (found.empty()) refuse(words, pattern, known_types);
    if (found.size() > 1)
        throw UsageError("pattern \"" + pattern + "\"", "it can be read in several ways",
                         "put names of several words in quotation marks");
    const auto [begin, end, type] = found.front();
    Pattern result{term_of(words.first(begin)), type ? Term{*type, "", ""} : variable_of(words[begin].text),
                   term_of(words.subspan(end))};
    if (!result.type.entity_type.empty())
        throw UsageError("\"" + words[begin].text + "\"", "stands for a relation type, which has no type",
                         "write \"?" + result.type.variable + "\"");
    return result;
}

/// Refuses a variable that would be an entity here and a relation type there.
void check_variables(const std::vector<Pattern>& patterns) {
    std::set<std::string> ends;
    for (const Pattern& pattern : patterns) ends.insert({pattern.head.variable, pattern.tail.variable});
    ends.erase("");
    for (const Pattern& pattern : patterns)
        if (ends.contains(pattern.type.variable))
            throw UsageError("\"?" + pattern.type.variable + "\"",
                             "stands for an entity in one place and for a relation type in another",
                             "use two variables");
}

/// Refuses patterns that have nothing to do with each other: each row of one would come with each of the
/// other.
void check_connected(const std::vector<Pattern>& patterns, const std::string& all) {
    std::vector<std::set<std::string>> groups;  // of variables, each with all that it is connected with
    for (const Pattern& pattern : patterns) {
        std::set<std::string> group{pattern.head.variable, pattern.type.variable, pattern.tail.variable};
        group.erase("");
        if (group.empty()) {
            if (!pattern.head.is_variable() && !pattern.type.is_variable() && !pattern.tail.is_variable())
                continue;  // a condition
            group.insert("?" + std::to_string(groups.size()));
        }
        std::erase_if(groups, [&group](const std::set<std::string>& other) {
            if (std::ranges::none_of(other, [&](const std::string& name) { return group.contains(name); }))
                return false;
            group.insert(other.begin(), other.end());
            return true;
        });
        groups.push_back(std::move(group));
    }
    if (groups.size() > 1)
        throw UsageError("pattern \"" + all + "\"", "its parts have no variable in common",
                         "use one variable in both, e.g. \"?org develops ?m . ?m uses ?\"");
}

}  // namespace

std::vector<Pattern> parse_patterns(std::span<const std::string> arguments,
                                    std::span<const std::string> known_types) {
    const std::string all = joined(arguments, " ");
    const std::vector<Word> words = words_of(arguments, all);
    std::vector<Pattern> patterns;
    std::span<const Word> rest = words;
    while (true) {
        const auto end = std::find_if(rest.begin(), rest.end(), is_separator);
        const auto part = rest.first(static_cast<std::size_t>(end - rest.begin()));
        if (part.empty() && !words.empty())
            throw UsageError("pattern \"" + all + "\"", "there is nothing before or after a \".\"",
                             "write patterns with one \".\" between two");
        std::vector<std::string> texts;
        for (const Word& word : part) texts.push_back(word.text);
        patterns.push_back(pattern_of(part, joined(texts, " "), known_types));
        if (end == rest.end()) break;
        rest = rest.subspan(part.size() + 1);
    }
    check_variables(patterns);
    if (patterns.size() > 1) check_connected(patterns, all);
    return patterns;
}

}  // namespace newsgraph
