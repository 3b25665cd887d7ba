#include "export/graph_builder.hpp"

#include <algorithm>
#include <optional>

namespace newsgraph {
namespace {

constexpr const char* rebuild = "write the file anew with newsgraph build";

[[noreturn]] void fail(JsonPath path, std::string what, std::string fix = rebuild) {
    throw Mistake{std::move(path), std::move(what), std::move(fix)};
}

// {"on":["a","b"]}, and beside it the normal forms of these values, if they have any.
std::vector<Qualifier> qualifiers_of(const rapidjson::Value& claim) {
    std::vector<Qualifier> qualifiers;
    const rapidjson::Value& values = json_member(claim, "qualifiers");
    if (!values.IsObject()) fail({"qualifiers"}, "is no object");
    const rapidjson::Value* normalized = find_json_member(claim, "normalized");
    if (normalized != nullptr && !normalized->IsObject()) fail({"normalized"}, "is no object");
    for (const auto& [name, of_name] : values.GetObject()) {
        const std::string text = std::string(name.GetString(), name.GetStringLength());
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
        DocumentRecord record{json_string(document, "id"), json_string_or_empty(document, "title"),
                              json_string_or_empty(document, "date"),
                              json_string_or_empty(document, "source")};
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
    record.modality = json_modality(claim);
    record.attributed_to = json_string_or_empty(claim, "attributed_to");
    record.qualifiers = qualifiers_of(claim);
    if (const rapidjson::Value* score = find_json_member(claim, "score")) {
        if (!score->IsNumber()) fail({"score"}, "is no number");
        record.score = score->GetDouble();
    }
    if (find_json_member(claim, "inferred") != nullptr) record.inferred = json_bool(claim, "inferred");

    at("evidence", [&] {
        const rapidjson::Value& evidence = json_member(claim, "evidence");
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
    if (const std::string name = json_string_or_empty(claim, "id"); !name.empty()) {
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

}  // namespace newsgraph
