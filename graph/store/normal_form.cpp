#include "graph/store/normal_form.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/extraction.hpp"
#include "graph/names.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t shortest_misspelt = 8;  // characters: shorter names differ by a letter too often

constexpr std::array<std::string_view, 24> titles{
    "mr",    "mrs",   "ms",      "miss",      "dr",      "prof",     "professor",  "sir",
    "dame",  "lord",  "lady",    "president", "senator", "sen",      "governor",   "gov",
    "mayor", "judge", "justice", "captain",   "general", "minister", "chancellor", "rep"};

// The usual spelling of each.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> legal_suffixes{{
    {"inc", "inc"},   {"incorporated", "inc"},
    {"corp", "corp"}, {"corporation", "corp"},
    {"ltd", "ltd"},   {"limited", "ltd"},
    {"llc", "llc"},   {"l.l.c", "llc"},
    {"plc", "plc"},   {"p.l.c", "plc"},
    {"co", "co"},     {"gmbh", "gmbh"},
    {"ag", "ag"},     {"se", "se"},
    {"sa", "sa"},     {"s.a", "sa"},
    {"nv", "nv"},     {"n.v", "nv"},
    {"bv", "bv"},     {"b.v", "bv"},
    {"oy", "oy"},     {"ab", "ab"},
    {"spa", "spa"},   {"s.p.a", "spa"},
    {"kk", "kk"},     {"pty", "pty"},
}};

constexpr std::array<std::string_view, 8> small_words{"of", "the", "and", "for", "in", "on", "de", "&"};

std::optional<std::string_view> legal_suffix(std::string_view word) {
    for (const auto& [written, usual] : legal_suffixes) {
        if (word == written) return usual;
    }
    return std::nullopt;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
        if (!text.empty()) text += ' ';
        text += words[i];
    }
    return text;
}

std::string key(std::string_view kind, const FormName& form, std::string_view what) {
    return std::string(kind) + '|' + std::string(type_class(form.type)) + '|' + std::string(what);
}

std::string utf8(std::u32string_view text) {
    std::string result;
    for (const char32_t c : text) append_utf8(result, c);
    return result;
}

std::string first_letter(std::string_view word) { return utf8(code_points(word).substr(0, 1)); }

// "m zuckerberg" of "mark zuckerberg".
std::string initials_key(const std::vector<std::string_view>& words) {
    return first_letter(words.front()) + ' ' + std::string(words.back());
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

// Two spellings a letter apart have the same first or the same second half.
std::vector<std::string> half_keys(const FormName& form, std::size_t size_of_other) {
    const std::u32string points = code_points(form.normal);
    const std::size_t half = std::min(size_of_other, points.size()) / 2;
    const std::string size = std::to_string(size_of_other) + '|' + std::to_string(half) + '|';
    return {key("e<", form, size + utf8(std::u32string_view(points).substr(0, half))),
            key("e>", form, size + utf8(std::u32string_view(points).substr(points.size() - half)))};
}

bool is_same_word_or_initial(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (code_points(a).size() == 1 || (a.size() == 2 && a[1] == '.'))
        return first_letter(a) == first_letter(b);
    if (code_points(b).size() == 1 || (b.size() == 2 && b[1] == '.'))
        return first_letter(a) == first_letter(b);
    return false;
}

// "m zuckerberg", "mark zuckerberg" and "mark e zuckerberg" may be one; "mark" and "max" are not.
bool are_initials(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    if (a.size() < 2 || b.size() < 2 || a.back() != b.back()) return false;
    if (!is_same_word_or_initial(a.front(), b.front())) return false;
    const auto& fewer = a.size() <= b.size() ? a : b;
    const auto& more = a.size() <= b.size() ? b : a;
    std::size_t at = 1;  // every middle name of the shorter stands in the longer
    for (std::size_t i = 1; i + 1 < fewer.size(); ++i) {
        while (at + 1 < more.size() && !is_same_word_or_initial(fewer[i], more[at])) ++at;
        if (at + 1 >= more.size()) return false;
        ++at;
    }
    return true;
}

bool begins_with_words(std::string_view longer, std::string_view shorter) {
    return longer.size() > shorter.size() && longer.starts_with(shorter) && longer[shorter.size()] == ' ';
}

bool is_misspelt(std::string_view a, std::string_view b) {
    const std::u32string ours = code_points(a), theirs = code_points(b);
    if (std::min(ours.size(), theirs.size()) < shortest_misspelt) return false;
    return digits_of(a) == digits_of(b) && edit_distance(ours, theirs, 1).has_value();
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view normal) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < normal.size();) {
        const std::size_t end = std::min(normal.find(' ', at), normal.size());
        if (end > at) words.push_back(normal.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string_view type_class(std::string_view type) {
    return type == "model" || type == "technology" ? "product" : type;
}

std::string normal_form(std::string_view name, std::string_view type) {
    const bool is_person = type == "person";
    // Behind another word, "A." is no article: "A. Lee" -> "a lee".
    std::string folded = is_person ? folded_name("x " + std::string(name)).substr(1) : folded_name(name);
    std::vector<std::string_view> words = words_of(folded);
    if (is_person) {
        std::size_t first = 0;
        while (first + 1 < words.size() && std::ranges::find(titles, words[first]) != titles.end()) ++first;
        return joined(words, first, words.size());
    }
    if (type == "organization" && words.size() > 1) {
        if (const auto usual = legal_suffix(words.back())) {
            words.back() = *usual;
            return joined(words, 0, words.size());
        }
    }
    return folded;
}

bool is_weak(std::string_view normal, std::string_view type) {
    return type == "person" && normal.find(' ') == normal.npos;
}

bool is_fuller_form(const FormName& a, const FormName& b) {
    const auto size = [](const FormName& form) { return code_points(form.normal).size(); };
    return std::tuple(size(b), std::tie(a.normal, a.type), a.sense.empty(), std::tie(a.sense, a.document)) <
           std::tuple(size(a), std::tie(b.normal, b.type), b.sense.empty(), std::tie(b.sense, b.document));
}

std::string bare_form(std::string_view normal, std::string_view type) {
    const std::vector<std::string_view> words = words_of(normal);
    if (type != "organization" || words.size() < 2 || !legal_suffix(words.back())) return {};
    return joined(words, 0, words.size() - 1);
}

std::string acronym_of(std::string_view normal) {
    std::string letters;
    std::size_t count = 0;
    for (const std::string_view word : words_of(normal)) {
        if (std::ranges::find(small_words, word) != small_words.end()) continue;
        letters += first_letter(word);
        ++count;
    }
    return count > 1 ? letters : std::string();
}

std::string_view last_word(std::string_view normal) {
    const std::size_t space = normal.rfind(' ');
    return space == normal.npos ? normal : normal.substr(space + 1);
}

std::vector<std::string> kept_keys(const FormName& form) {
    if (!form.document.empty() || form.type == phrase_type) return {};
    std::vector<std::string> keys;
    const std::vector<std::string_view> words = words_of(form.normal);
    if (form.type == "person") {
        if (words.size() > 1) keys.push_back(key("i", form, initials_key(words)));
    } else {
        if (const std::string bare = bare_form(form.normal, form.type); !bare.empty())
            keys.push_back(key("b", form, bare));
        for (std::size_t count = 1; count <= 2 && count < words.size(); ++count)
            keys.push_back(key("p", form, joined(words, 0, count)));
        if (const std::string acronym = acronym_of(form.normal); !acronym.empty())
            keys.push_back(key("a", form, acronym));
    }
    const std::size_t size = code_points(form.normal).size();
    if (size >= shortest_misspelt) {
        for (const std::size_t other : {size - 1, size, size + 1}) {
            if (other < shortest_misspelt) continue;
            // Kept with the other's size first: the other looks under its own.
            for (std::string& half : half_keys(form, other)) keys.push_back(std::move(half));
        }
    }
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::vector<std::string> sought_keys(const FormName& form) {
    if (!form.document.empty() || form.type == phrase_type) return {};
    std::vector<std::string> keys;
    const std::vector<std::string_view> words = words_of(form.normal);
    if (form.type == "person") {
        if (words.size() > 1) keys.push_back(key("i", form, initials_key(words)));
    } else {
        for (const char* kind : {"b", "p", "a"}) keys.push_back(key(kind, form, form.normal));
    }
    const std::u32string points = code_points(form.normal);
    const std::size_t size = points.size();
    if (size >= shortest_misspelt) {
        for (const std::size_t other : {size - 1, size, size + 1}) {
            if (other < shortest_misspelt) continue;
            const std::size_t half = std::min(other, size) / 2;
            const std::string sizes = std::to_string(size) + '|' + std::to_string(half) + '|';
            keys.push_back(key("e<", form, sizes + utf8(std::u32string_view(points).substr(0, half))));
            keys.push_back(key("e>", form, sizes + utf8(std::u32string_view(points).substr(size - half))));
        }
    }
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::string likeness(const FormName& form, const FormName& fuller) {
    if (type_class(form.type) != type_class(fuller.type) || form.type == phrase_type) return {};
    if (form.type == "person") {
        const auto a = words_of(form.normal), b = words_of(fuller.normal);
        if (a.empty() || b.empty()) return {};
        if (a.size() == 1) return a.back() == b.back() ? "surname" : std::string();
        if (b.size() == 1) return {};
        if (are_initials(a, b)) return "initials";
        return is_misspelt(form.normal, fuller.normal) ? "spelling" : std::string();
    }
    if (form.normal == fuller.normal) return "type";
    if (begins_with_words(fuller.normal, form.normal)) {
        // "GPT 4" is no short form of "GPT 4 Turbo": with numbers the rest tells versions apart.
        return has_digit(form.normal) || has_digit(fuller.normal) ? std::string() : "first words";
    }
    if (acronym_of(fuller.normal) == form.normal) return "first letters";
    return is_misspelt(form.normal, fuller.normal) ? "spelling" : std::string();
}

bool is_distinctive(std::string_view normal) { return normal.find(' ') != normal.npos || has_digit(normal); }

}  // namespace newsgraph
