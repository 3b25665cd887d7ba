#include "ingest/relation/foreign_ontology.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/entity/gazetteer.hpp"

namespace newsgraph {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr const char* concept_format = "write it like {\"qid\": \"Q5\", \"label\": \"human\"}";
constexpr const char* relation_format =
    "write it like {\"pid\": \"P57\", \"label\": \"director\", \"domain\": \"Q11424\", \"range\": \"Q5\"}";

/// Types of literal values that may stand as a range without being a concept.
constexpr std::array<std::string_view, 11> literal_types = {
    "string", "number", "date", "integer", "double", "float", "decimal", "boolean", "time", "year", "Year"};

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void write(JsonWriter& writer, std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

/// What verbs a word may come from, by its ending: "director" from "direct" or "directe". Forms that are no
/// words do no harm.
std::vector<std::string> verbs_of(const std::string& word, std::initializer_list<std::string_view> endings) {
    constexpr std::size_t shortest_verb = 3;
    for (const std::string_view ending : endings) {
        if (!word.ends_with(ending) || word.size() < ending.size() + shortest_verb) continue;
        const std::string stem = word.substr(0, word.size() - ending.size());
        return {stem, stem + "e"};
    }
    return {};
}

struct LabelTrigger {
    const char* part_of_speech;  // "verbs" or "nouns"
    std::vector<std::string> lemmas;
    std::vector<std::string> head;
    std::vector<std::string> tail;
};

std::vector<LabelTrigger> triggers_of(const std::string& label) {
    const std::vector<std::string> words = label_parts(label);
    std::vector<LabelTrigger> triggers;
    if (words.size() == 1) {
        triggers.push_back({"nouns", {words[0]}, {"possessor", "of"}, {"self"}});
        const std::vector<std::string> verbs = verbs_of(words[0], {"or", "er"});
        if (!verbs.empty()) triggers.push_back({"verbs", verbs, {"object"}, {"subject"}});
    } else if (words.size() == 2) {
        const std::vector<std::string> verbs = verbs_of(words[0], {"ed"});
        const std::string& last = words[1];
        constexpr std::array<std::string_view, 7> tails = {"in", "at", "on", "for", "from", "to", "with"};
        if (!verbs.empty() && last == "by") triggers.push_back({"verbs", verbs, {"object"}, {"subject"}});
        if (!verbs.empty() && std::ranges::find(tails, last) != tails.end())
            triggers.push_back({"verbs", verbs, {"object", "subject"}, {last}});
        if (last == "of") triggers.push_back({"nouns", {words[0]}, {"self"}, {"of"}});
    }
    return triggers;
}

void write_list(JsonWriter& writer, const char* field, const std::vector<std::string>& list) {
    writer.Key(field);
    writer.StartArray();
    for (const std::string& text : list) write(writer, text);
    writer.EndArray();
}

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
        if (item.kind != JsonValue::Kind::object)
            throw Error(at(item), std::string(what) + " is no object", format);
        const JsonValue* value = item.member(field);
        if (value == nullptr || value->kind == JsonValue::Kind::null) {
            if (!is_required) return {};
            throw Error(at(item), std::string(what) + " has no \"" + field + "\"", format);
        }
        if (value->kind != JsonValue::Kind::string || (is_required && value->string.empty()))
            throw Error(at(*value),
                        std::string("field \"") + field + "\" of " + what + " is no string with words",
                        format);
        return value->string;
    }

    void take_concept(const JsonValue& item) {
        ForeignConcept concept_{text(item, "qid", "a concept", concept_format, false),
                                text(item, "label", "a concept", concept_format, true)};
        if (std::ranges::find(result_.concepts, concept_.label, &ForeignConcept::label) ==
            result_.concepts.end())
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
                                      "field \"" + std::string(field) + "\" of " + what + " names \"" +
                                          named + "\", which is no concept of the file",
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

std::string own_format(const ForeignOntology& foreign) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    const std::vector<std::string> any = entity_type_names();
    writer.StartObject();
    writer.Key("entity_types");
    writer.StartArray();
    for (const std::string& type : any) {
        writer.StartObject();
        writer.Key("name");
        write(writer, type);
        writer.EndObject();
    }
    writer.EndArray();
    writer.Key("relation_types");
    writer.StartArray();
    for (const ForeignRelation& relation : foreign.relations) {
        writer.StartObject();
        writer.Key("name");
        write(writer, relation.label);
        write_list(writer, "head", any);
        write_list(writer, "tail", any);
        writer.Key("triggers");
        writer.StartArray();
        for (const LabelTrigger& trigger : triggers_of(relation.label)) {
            writer.StartObject();
            write_list(writer, trigger.part_of_speech, trigger.lemmas);
            write_list(writer, "head", trigger.head);
            write_list(writer, "tail", trigger.tail);
            writer.EndObject();
        }
        writer.EndArray();
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::vector<std::string> label_parts(std::string_view label) {
    std::vector<std::string> parts;
    std::string part;
    const auto take = [&] {
        if (!part.empty()) parts.push_back(std::move(part));
        part.clear();
    };
    for (std::size_t i = 0; i < label.size(); ++i) {
        const char c = label[i];
        const bool begins_part = is_upper(c) && i > 0 && (is_lower(label[i - 1]) || is_digit(label[i - 1]));
        if (begins_part) take();
        if (is_upper(c)) {
            part += static_cast<char>(c - 'A' + 'a');
        } else if (is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
            part += c;
        } else {
            take();
        }
    }
    take();
    return parts;
}

std::vector<std::string> entity_type_names() {
    const Gazetteer nothing;
    std::vector<std::string> names;
    for (std::size_t type = 0; type < guide_type_count; ++type)
        names.emplace_back(nothing.type_name(static_cast<TypeId>(type)));
    return names;
}

}  // namespace newsgraph
