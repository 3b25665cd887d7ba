#include "export/graph_builder.hpp"

#include <algorithm>
#include <optional>

namespace newsgraph {
namespace {

constexpr const char* rebuild = "write the file anew with newsgraph build";

[[noreturn]] void fail(JsonPath path, std::string what, std::string fix = rebuild) {
    throw Mistake{std::move(path), std::move(what), std::move(fix)};
}

const rapidjson::Value* find_member(const rapidjson::Value& object, const char* name) {
    if (!object.IsObject()) fail({}, "is no object");
    const auto member = object.FindMember(name);
    return member == object.MemberEnd() ? nullptr : &member->value;
}

const rapidjson::Value& member(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value* value = find_member(object, name);
    if (value == nullptr) fail({}, std::string("\"") + name + "\" is missing");
    return *value;
}

std::string text_of(const rapidjson::Value& value) {
    if (!value.IsString()) fail({}, "is no string");
    return {value.GetString(), value.GetStringLength()};
}

std::string optional_string(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value* value = find_member(object, name);
    std::string text;
    if (value != nullptr && !value->IsNull()) at(name, [&] { text = text_of(*value); });
    return text;
}

Modality modality_of(const rapidjson::Value& claim) {
    const std::string name = json_string(claim, "modality");
    const auto modality = modality_from(name);
    if (!modality) {
        fail({"modality"}, "\"" + name + "\" is no modality",
             "choose asserted, reported, claimed, possible or negated");
    }
    return *modality;
}

// {"on":["a","b"]}, and beside it the normal forms of these values, if they have any.
std::vector<Qualifier> qualifiers_of(const rapidjson::Value& claim) {
    std::vector<Qualifier> qualifiers;
    const rapidjson::Value& values = member(claim, "qualifiers");
    if (!values.IsObject()) fail({"qualifiers"}, "is no object");
    const rapidjson::Value* normalized = find_member(claim, "normalized");
    if (normalized != nullptr && !normalized->IsObject()) fail({"normalized"}, "is no object");
    for (const auto& [name, of_name] : values.GetObject()) {
        const std::string text = text_of(name);
        std::vector<std::string> forms, normal_forms;
        at("qualifiers", [&] { at(text, [&] { forms = json_strings(of_name); }); });
        if (normalized != nullptr) {
            if (const auto found = normalized->FindMember(name); found != normalized->MemberEnd()) {
                at("normalized", [&] { at(text, [&] { normal_forms = json_strings(found->value); }); });
                if (normal_forms.size() != forms.size()) {
                    fail({"normalized", text}, "has not as many values as the qualifier");
                }
            }
        }
        normal_forms.resize(forms.size());
        for (std::size_t i = 0; i < forms.size(); ++i)
            qualifiers.push_back({text, forms[i], normal_forms[i]});
    }
    return qualifiers;
}

}  // namespace

void GraphBuilder::add_documents(const rapidjson::Value& documents) {
    if (!documents.IsArray()) fail({}, "is no array");
    for_each_element(documents, [&](const rapidjson::Value& document) {
        DocumentRecord record{json_string(document, "id"), optional_string(document, "title"),
                              optional_string(document, "date"), optional_string(document, "source")};
        if (graph_.find_document(record.id)) fail({"id"}, "there is another document \"" + record.id + "\"");
        graph_.add_document(std::move(record));
    });
}

void GraphBuilder::add_node(const std::string& id, std::string_view label, std::string_view type,
                            const std::vector<std::string>& aliases, std::size_t mentions) {
    if (nodes_.contains(id)) fail({"id"}, "there is another node \"" + id + "\"");
    nodes_[id] = graph_.add_entity(label, type, aliases, mentions);
}

EntityId GraphBuilder::node(const std::string& id, const char* end) const {
    const auto found = nodes_.find(id);
    if (found == nodes_.end()) fail({end}, "there is no node \"" + id + "\"");
    return found->second;
}

void GraphBuilder::add_edge(const Edge& edge, const rapidjson::Value& claims) {
    node(edge.source, "source");
    node(edge.target, "target");
    at("claims", [&] {
        if (!claims.IsArray()) fail({}, "is no array");
        if (claims.Empty()) fail({}, "is empty", "give each edge a claim with the words that state it");
        for_each_element(claims, [&](const rapidjson::Value& claim) { add_claim(edge, claim); });
    });
}

void GraphBuilder::add_claim(const Edge& edge, const rapidjson::Value& claim) {
    ClaimRecord record;
    record.head = node(edge.source, "source");
    record.type = edge.type;
    record.tail = node(edge.target, "target");
    record.open = edge.open;
    record.modality = modality_of(claim);
    record.attributed_to = optional_string(claim, "attributed_to");
    record.qualifiers = qualifiers_of(claim);
    if (const rapidjson::Value* score = find_member(claim, "score")) {
        if (!score->IsNumber()) fail({"score"}, "is no number");
        record.score = score->GetDouble();
    }
    if (find_member(claim, "inferred") != nullptr) record.inferred = json_bool(claim, "inferred");

    at("evidence", [&] {
        const rapidjson::Value& evidence = member(claim, "evidence");
        const std::string document = json_string(evidence, "document");
        const auto known = graph_.find_document(document);
        if (!known)
            fail({"document"}, "there is no document \"" + document + "\"", "list it under \"documents\"");
        record.document = *known;
        const std::size_t begin = json_size(evidence, "begin"), end = json_size(evidence, "end");
        record.text = json_string(evidence, "text");
        if (end < begin || end - begin != record.text.size()) {
            fail({"end"}, "the text is not as long as from \"begin\" to \"end\"", "count bytes of UTF-8");
        }
        record.span = {begin, end - begin};
    });

    const ClaimId id = graph_.add_claim(record);
    if (const std::string name = optional_string(claim, "id"); !name.empty()) {
        if (!claims_.emplace(name, id).second) fail({"id"}, "there is another claim \"" + name + "\"");
    }
    if (record.inferred) inferred_.push_back({id, json_strings(json_array(claim, "inferred_from"))});
}

KnowledgeGraph GraphBuilder::finish() {
    for (const Inferred& inferred : inferred_) {
        std::vector<ClaimId> premises;
        for (const std::string& name : inferred.from) {
            const auto found = claims_.find(name);
            if (found == claims_.end() || found->second == inferred.claim) {
                fail({}, "a claim is inferred from \"" + name + "\", but there is no other claim of that id");
            }
            premises.push_back(found->second);
        }
        graph_.set_premises(inferred.claim, std::move(premises));
    }
    return std::move(graph_);
}

const rapidjson::Value& json_array(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value& value = member(object, name);
    if (!value.IsArray()) fail({name}, "is no array");
    return value;
}

std::string json_string(const rapidjson::Value& object, const char* name) {
    std::string text;
    const rapidjson::Value& value = member(object, name);
    at(name, [&] { text = text_of(value); });
    return text;
}

bool json_bool(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value& value = member(object, name);
    if (!value.IsBool()) fail({name}, "is neither true nor false");
    return value.GetBool();
}

std::size_t json_size(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value& value = member(object, name);
    if (!value.IsUint64()) fail({name}, "is no whole number from 0 upwards");
    return value.GetUint64();
}

std::vector<std::string> json_strings(const rapidjson::Value& array) {
    if (!array.IsArray()) fail({}, "is no array");
    std::vector<std::string> strings;
    for_each_element(array, [&](const rapidjson::Value& value) { strings.push_back(text_of(value)); });
    return strings;
}

std::string shown(const JsonPath& path) {
    std::string text;
    for (const std::string& step : path) {
        const bool is_index =
            !step.empty() && std::ranges::all_of(step, [](char c) { return c >= '0' && c <= '9'; });
        if (is_index) {
            text += '[' + step + ']';
        } else {
            text += (text.empty() ? "" : ".") + step;
        }
    }
    return text;
}

}  // namespace newsgraph
