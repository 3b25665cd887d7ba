#include "ingest/learn/schema.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "graph/error.hpp"
#include "ingest/relation/foreign_ontology.hpp"
#include "ingest/relation/located_json.hpp"
#include "ingest/relation/ontology.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t shortest_stem = 4;

std::string underscored(std::string_view label) {
    std::string result(label);
    std::ranges::replace(result, ' ', '_');
    return result;
}

std::string file_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw Error(file.string(), "the file cannot be read", "give the path of a JSON file");
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Schema schema_of(const ForeignOntology& foreign) {
    Schema schema{foreign.title, {}, {}};
    for (const ForeignConcept& concept_ : foreign.concepts) schema.concepts.push_back(concept_.label);
    for (const ForeignRelation& relation : foreign.relations) {
        SchemaRelation result{relation.label, {}, {}};
        if (!relation.domain.empty()) result.domain.push_back(relation.domain);
        if (!relation.range.empty()) result.range.push_back(relation.range);
        schema.relations.push_back(std::move(result));
    }
    return schema;
}

}  // namespace

Schema Schema::read(const std::filesystem::path& ontology) {
    const std::string text = file_text(ontology);
    const JsonValue root = parse_located_json(text, ontology.string());
    if (is_foreign_ontology(root)) return schema_of(foreign_ontology_from(root, ontology.string()));
    const Ontology own = Ontology::read(ontology);
    Schema schema{ontology.stem().string(), {}, {}};
    for (const EntityType& type : own.entity_types()) schema.concepts.push_back(type.name);
    for (const RelationType& type : own.relations())
        schema.relations.push_back({type.name, type.head_types, type.tail_types});
    return schema;
}

std::size_t Schema::find(std::string_view label) const {
    const std::string wanted = underscored(label);
    const auto found = std::ranges::find_if(relations, [&wanted](const SchemaRelation& relation) {
        return underscored(relation.label) == wanted;
    });
    return found == relations.end() ? npos : static_cast<std::size_t>(found - relations.begin());
}

LabelWords LabelWords::read(const std::filesystem::path& file) {
    const JsonValue root = parse_located_json(file_text(file), file.string());
    LabelWords result;
    const auto take = [&](const char* name, auto& lists) {
        const JsonValue* object = root.member(name);
        if (object == nullptr || object->kind != JsonValue::Kind::object)
            throw Error(file.string() + ":" + std::to_string(root.line),
                        std::string("field \"") + name + "\" is no object",
                        "write it like {\"author\": [\"write\"]}");
        for (const auto& [key, words] : object->members) {
            std::vector<std::string> list;
            for (const JsonValue& word : words.elements) {
                if (word.kind != JsonValue::Kind::string)
                    throw Error(file.string() + ":" + std::to_string(word.line),
                                "a word of \"" + key + "\" is no string", "write it in quotation marks");
                list.push_back(word.string);
            }
            lists.emplace_back(key, std::move(list));
        }
    };
    take("kinds", result.kinds_);
    take("words", result.words_);
    return result;
}

std::vector<std::string> LabelWords::words(std::string_view label) const {
    std::vector<std::string> result;
    const auto add = [&result](const std::string& word) {
        if (std::ranges::find(result, word) == result.end()) result.push_back(word);
    };
    for (const std::string& part : label_parts(label)) {
        const auto found = std::ranges::find(words_, part, [](const auto& entry) { return entry.first; });
        if (part.size() >= shortest_stem || found != words_.end()) add(part);
        if (found != words_.end()) std::ranges::for_each(found->second, add);
    }
    return result;
}

/// The kind that the last word that has one is of: "film production company" is an organization.
std::string LabelWords::kind_of(const std::vector<std::string>& words) const {
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        for (const auto& [kind, list] : kinds_) {
            if (std::ranges::find(list, *word) != list.end()) return kind;
        }
    }
    return {};
}

Expectation LabelWords::expectation(const std::vector<std::string>& names, const Gazetteer& gazetteer) const {
    Expectation result;
    for (const std::string& name : names) {
        const std::vector<std::string> parts = label_parts(name);
        const std::string kind = kind_of(parts);
        if (kind == "date") {
            result.date = true;
        } else if (kind == "number") {
            result.number = true;
        } else if (!kind.empty()) {
            result.types.push_back(kind);
        } else if (!parts.empty()) {
            const TypeSet types = gazetteer.word(parts.back()).of(WordClass::noun);
            for (std::size_t type = 0; type < guide_type_count; ++type) {
                const auto id = static_cast<TypeId>(type);
                if (types.contains(id)) result.types.emplace_back(gazetteer.type_name(id));
            }
            for (std::size_t type = 0; type < guide_type_count; ++type) {
                const auto id = static_cast<TypeId>(type);
                if (gazetteer.type_name(id) == name) result.types.push_back(name);
            }
        }
    }
    return result;
}

Expectation LabelWords::of_label(std::string_view label) const {
    Expectation result;
    const std::vector<std::string> parts = label_parts(label);
    if (parts.empty()) return result;
    const std::string kind = kind_of({parts.back()});
    result.date = kind == "date";
    result.number = kind == "number" || parts.front() == "number";
    if (!result.date && !result.number && !kind.empty()) result.types.push_back(kind);
    return result;
}

bool share_stem(std::string_view a, std::string_view b) noexcept {
    if (a == b) return true;
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter < shortest_stem) return false;
    const std::size_t same = std::max(shortest_stem, shorter - 1);
    return a.substr(0, same) == b.substr(0, same) && std::max(a.size(), b.size()) - shorter <= 4;
}

}  // namespace newsgraph
