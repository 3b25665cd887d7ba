#include "ingest/occupations.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "graph/error.hpp"
#include "graph/store/normal_form.hpp"
#include "ingest/relation/located_json.hpp"

namespace newsgraph {
namespace {

std::string at(const std::string& name, const JsonValue& value) {
    return name + ":" + std::to_string(value.line);
}

std::string_view last_written_word(std::string_view text) {
    const std::size_t space = text.find_last_of(" \n\t");
    return space == text.npos ? text : text.substr(space + 1);
}

/// Whether this is a role that a body has one person for at a time, e.g. its chief executive.
bool is_post(const ConflictRules& rules, const Claim& claim) {
    return std::ranges::any_of(rules.single_parts, [&](const SinglePart& part) {
        if (!part.is_head || part.when.empty()) return false;
        return std::ranges::all_of(part.when, [&](const auto& condition) {
            return std::ranges::any_of(claim.qualifiers, [&](const Qualifier& qualifier) {
                return qualifier.name == condition.first &&
                       std::ranges::find(condition.second, qualifier.value) != condition.second.end();
            });
        });
    });
}

const ConflictRules* rules_of(const Ontology& ontology, const std::string& type) {
    for (const RelationType& relation : ontology.relations()) {
        if (relation.name == type) return &relation.conflicts;
    }
    return nullptr;
}

}  // namespace

Occupations Occupations::read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(path.string(), "can't be opened", "check the path, or the data folder given by --data");
    return parse(std::string(std::istreambuf_iterator<char>(file), {}), path.string());
}

Occupations Occupations::parse(std::string_view json, const std::string& name) {
    const JsonValue document = parse_located_json(json, name);
    const JsonValue* kinds = document.kind == JsonValue::Kind::object ? document.member("kinds") : nullptr;
    if (kinds == nullptr || kinds->kind != JsonValue::Kind::object)
        throw Error(at(name, document), "field \"kinds\" is missing or no object",
                    "write {\"kinds\": {\"sport\": [\"striker\", …], …}}");
    Occupations occupations;
    for (const auto& [kind, nouns] : kinds->members) {
        if (nouns.kind != JsonValue::Kind::array)
            throw Error(at(name, nouns), "field \"" + kind + "\" is no list", "write [\"striker\", …]");
        for (const JsonValue& noun : nouns.elements) {
            if (noun.kind != JsonValue::Kind::string || noun.string.empty())
                throw Error(at(name, noun), "field \"" + kind + "\" holds something that is no word",
                            "write each word as a string");
            if (!occupations.kinds_.emplace(noun.string, kind).second)
                throw Error(at(name, noun), "\"" + noun.string + "\" stands twice", "leave it in one kind");
        }
    }
    return occupations;
}

std::string_view Occupations::kind_of(std::string_view description) const {
    const auto found = kinds_.find(std::string(last_written_word(description)));
    return found == kinds_.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<Sense> senses_of(const Extraction& extraction, const std::optional<std::string>& text,
                             const Ontology& ontology, const Occupations& occupations) {
    std::vector<Sense> senses(extraction.entities.size());
    const auto is_person = [&](EntityId id) { return extraction.entities[index_of(id)].type == "person"; };
    const auto add_kind = [&](std::size_t entity, std::string_view description) {
        if (const std::string_view kind = occupations.kind_of(description); !kind.empty())
            senses[entity].kinds.emplace(kind);
    };
    for (std::size_t i = 0; text && i < extraction.entities.size(); ++i) {
        if (extraction.entities[i].type != "person") continue;
        for (const Span mention : extraction.entities[i].mentions)
            add_kind(i, std::string_view(*text).substr(mention.begin, mention.size));
    }
    const int year = std::atoi(extraction.document.date.substr(0, 4).c_str());
    for (const Claim& claim : extraction.claims) {
        if (claim.open || claim.modality == Modality::negated || claim.modality == Modality::possible)
            continue;
        for (const Qualifier& qualifier : claim.qualifiers) {
            if (qualifier.name != "role") continue;
            if (is_person(claim.head)) add_kind(index_of(claim.head), qualifier.value);
            if (!is_person(claim.head) && is_person(claim.tail))
                add_kind(index_of(claim.tail), qualifier.value);
        }
        const ConflictRules* rules = rules_of(ontology, claim.type);
        if (year == 0 || claim.inferred || rules == nullptr || !is_person(claim.head)) continue;
        const Entity& body = extraction.entities[index_of(claim.tail)];
        if (is_post(*rules, claim))
            senses[index_of(claim.head)].posts.insert({year, normal_form(body.name, body.type)});
    }
    return senses;
}

}  // namespace newsgraph
