#include "ingest/relation/foreign_ontology.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace newsgraph {
namespace {

constexpr const char* concept_format = "write it like {\"qid\": \"Q5\", \"label\": \"human\"}";
constexpr const char* relation_format =
    "write it like {\"pid\": \"P57\", \"label\": \"director\", \"domain\": \"Q11424\", \"range\": \"Q5\"}";

/// Types of literal values that may stand as a range without being a concept.
constexpr std::array<std::string_view, 11> literal_types = {
    "string", "number", "date", "integer", "double", "float", "decimal", "boolean", "time", "year", "Year"};

class ForeignReader {
  public:
    explicit ForeignReader(const std::string& name) : name_(name) {}

    ForeignOntology read(const JsonValue& root) && {
        if (const JsonValue* title = root.member("title"); title && title->kind == JsonValue::Kind::string)
            result_.title = title->string;
        for (const JsonValue& item : list(root, "concepts")) take_concept(item);
        const auto& relations = list(root, "relations");
        if (relations.empty())
            throw Error(at(*root.member("relations")), "the ontology has no relations", relation_format);
        for (const JsonValue& item : relations) take_relation(item);
        return std::move(result_);
    }

  private:
    std::string at(const JsonValue& value) const { return name_ + ":" + std::to_string(value.line); }

    const std::vector<JsonValue>& list(const JsonValue& root, const char* field) const {
        const JsonValue* value = root.member(field);
        if (value->kind != JsonValue::Kind::array)
            throw Error(at(*value), std::string("field \"") + field + "\" is no list",
                        "write it like [{\"label\": …}]");
        return value->elements;
    }

    std::string text(const JsonValue& item, const char* field, const char* what, const char* format,
                     bool is_required) const {
        if (item.kind != JsonValue::Kind::object) throw Error(at(item), std::string(what) + " is no object", format);
        const JsonValue* value = item.member(field);
        if (value == nullptr || value->kind == JsonValue::Kind::null) {
            if (!is_required) return {};
            throw Error(at(item), std::string(what) + " has no \"" + field + "\"", format);
        }
        if (value->kind != JsonValue::Kind::string || (is_required && value->string.empty()))
            throw Error(at(*value), std::string("field \"") + field + "\" of " + what + " is no string with words",
                        format);
        return value->string;
    }

    void take_concept(const JsonValue& item) {
        ForeignConcept concept_{text(item, "qid", "a concept", concept_format, false),
                                text(item, "label", "a concept", concept_format, true)};
        if (std::ranges::find(result_.concepts, concept_.label, &ForeignConcept::label) == result_.concepts.end())
            result_.concepts.push_back(std::move(concept_));
    }

    void take_relation(const JsonValue& item) {
        ForeignRelation relation;
        relation.id = text(item, "pid", "a relation", relation_format, false);
        relation.label = text(item, "label", "a relation", relation_format, true);
        relation.line = item.line;
        const std::string what = "relation \"" + relation.label + "\"";
        relation.domain = side(item, "domain", what);
        relation.range = side(item, "range", what);
        const auto same = std::ranges::find(result_.relations, relation.label, &ForeignRelation::label);
        if (same != result_.relations.end()) {
            result_.doubts.push_back({at(item),
                                      what + " is there already, in line " + std::to_string(same->line),
                                      "take one of them out"});
            return;
        }
        result_.relations.push_back(std::move(relation));
    }

    /// The label of the concept that the field names.
    std::string side(const JsonValue& item, const char* field, const std::string& what) {
        std::string named = text(item, field, what.c_str(), relation_format, false);
        if (named.empty()) return named;
        for (const ForeignConcept& concept_ : result_.concepts) {
            if (concept_.id == named || concept_.label == named) return concept_.label;
        }
        const bool is_literal = std::ranges::find(literal_types, named) != literal_types.end();
        if (!is_literal)
            result_.doubts.push_back({at(*item.member(field)),
                                      "field \"" + std::string(field) + "\" of " + what + " names \"" + named +
                                          "\", which is no concept of the file",
                                      "add {\"qid\": \"" + named + "\", \"label\": …} to \"concepts\""});
        return named;
    }

    const std::string& name_;
    ForeignOntology result_;
};

}  // namespace

bool is_foreign_ontology(const JsonValue& root) {
    return root.kind == JsonValue::Kind::object && root.member("concepts") != nullptr &&
           root.member("relations") != nullptr;
}

ForeignOntology foreign_ontology_from(const JsonValue& root, const std::string& name) {
    return ForeignReader(name).read(root);
}

}  // namespace newsgraph
