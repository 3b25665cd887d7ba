#include "ingest/relation/modality_lexicon.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "graph/error.hpp"
#include "ingest/relation/located_json.hpp"

namespace newsgraph {

namespace {

struct HoldName {
    std::string_view name;
    Hold hold;
};

constexpr std::array hold_names = {
    HoldName{"asserts", Hold::asserts},     HoldName{"hopes", Hold::hopes},
    HoldName{"negates", Hold::negates},     HoldName{"collapses", Hold::collapses},
    HoldName{"hearsay", Hold::hearsay},     HoldName{"says", Hold::says},
    HoldName{"announces", Hold::announces}, HoldName{"claims", Hold::claims},
    HoldName{"suggests", Hold::suggests},   HoldName{"denies", Hold::denies},
};

std::optional<Hold> hold_from(std::string_view name) {
    for (const HoldName& known : hold_names) {
        if (known.name == name) return known.hold;
    }
    return std::nullopt;
}

std::string all_hold_names() {
    std::string names;
    for (const HoldName& known : hold_names) {
        if (!names.empty()) names += ", ";
        names += known.name;
    }
    return names;
}

using Words = std::unordered_map<std::string, Hold>;

std::string at(const std::string& name, const JsonValue& value) {
    return name + ":" + std::to_string(value.line);
}

void read_words(const JsonValue& list, const std::string& field, Hold hold, const std::string& name,
                Words& words) {
    if (list.kind != JsonValue::Kind::array) {
        throw Error(at(name, list), "field \"" + field + "\" is no list", "write [\"word\", …]");
    }
    for (const JsonValue& word : list.elements) {
        if (word.kind != JsonValue::Kind::string || word.string.empty()) {
            throw Error(at(name, word), "field \"" + field + "\" holds something that is no word",
                        "write each word as a string");
        }
        const auto [place, fresh] = words.emplace(word.string, hold);
        if (!fresh && place->second != hold) {
            throw Error(at(name, word),
                        "\"" + word.string + "\" of field \"" + field + "\" is in another class already",
                        "leave it in one");
        }
    }
}

}  // namespace

ModalityLexicon ModalityLexicon::parse(std::string_view json, const std::string& name) {
    const JsonValue document = parse_located_json(json, name);
    if (document.kind != JsonValue::Kind::object) {
        throw Error(at(name, document), "is no JSON object", "write {\"verbs\": {…}, …}");
    }
    ModalityLexicon lexicon;
    const std::array<std::pair<std::string_view, Words*>, 6> classed = {
        {{"verbs", &lexicon.verbs_},
         {"nouns", &lexicon.nouns_},
         {"adjectives", &lexicon.adjectives_},
         {"adverbs", &lexicon.adverbs_},
         {"auxiliaries", &lexicon.auxiliaries_},
         {"markers", &lexicon.markers_}}};
    const std::array<std::pair<std::string_view, Words*>, 6> listed = {{{"light verbs", &lexicon.light_},
                                                                        {"event nouns", &lexicon.events_},
                                                                        {"seeking verbs", &lexicon.seeking_},
                                                                        {"sources", &lexicon.sources_},
                                                                        {"parties", &lexicon.parties_},
                                                                        {"makers", &lexicon.makers_}}};
    for (const auto& [field, value] : document.members) {
        const auto is_field = [&field = field](const auto& known) { return known.first == field; };
        if (const auto list = std::ranges::find_if(listed, is_field); list != listed.end()) {
            read_words(value, field, Hold::asserts, name, *list->second);
            continue;
        }
        const auto words = std::ranges::find_if(classed, is_field);
        if (words == classed.end()) {
            if (field == "about") continue;
            throw Error(
                at(name, value), "field \"" + field + "\" is not known",
                "choose about, verbs, nouns, adjectives, adverbs, auxiliaries, markers, light verbs, event "
                "nouns, seeking verbs, sources, parties or makers");
        }
        if (value.kind != JsonValue::Kind::object) {
            throw Error(at(name, value), "field \"" + field + "\" is no object",
                        "write {\"hopes\": [\"word\", …], …}");
        }
        for (const auto& [key, list] : value.members) {
            const std::optional<Hold> hold = hold_from(key);
            if (!hold) {
                throw Error(at(name, list), "class \"" + key + "\" of field \"" + field + "\" is not known",
                            "choose " + all_hold_names());
            }
            read_words(list, field + "." + key, *hold, name, *words->second);
        }
    }
    return lexicon;
}

ModalityLexicon ModalityLexicon::load(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(file.string(), "cannot be opened", "is the data folder complete?");
    const std::string json{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return parse(json, file.string());
}

Hold ModalityLexicon::find(const Words& words, std::string_view word) {
    const auto place = words.find(std::string(word));
    return place == words.end() ? Hold::none : place->second;
}

}  // namespace newsgraph
