#include "export/json_reader.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <iterator>
#include <string_view>

#include "export/graph_builder.hpp"
#include "export/json_location.hpp"
#include "graph/error.hpp"

namespace newsgraph {
namespace {

rapidjson::Document parsed(const std::string& text, const std::string& name) {
    rapidjson::Document document;
    // Iterative, so that deep nesting costs no stack.
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
                   rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
    if (document.HasParseError()) {
        throw Error(name + ":" + std::to_string(line_at(text, document.GetErrorOffset())),
                    std::string("is no JSON: ") + rapidjson::GetParseError_En(document.GetParseError()),
                    "give a file that newsgraph build wrote");
    }
    return document;
}

KnowledgeGraph graph_of(const rapidjson::Value& json, std::vector<std::string> symmetric_types) {
    GraphBuilder builder(std::move(symmetric_types));
    const rapidjson::Value& documents = json_array(json, "documents");
    at("documents", [&] { builder.add_documents(documents); });
    const rapidjson::Value& nodes = json_array(json, "nodes");
    at("nodes", [&] {
        for_each_element(nodes, [&](const rapidjson::Value& node) {
            std::vector<std::string> aliases;
            const rapidjson::Value& list = json_array(node, "aliases");
            at("aliases", [&] { aliases = json_strings(list); });
            builder.add_node(json_string(node, "id"), json_string(node, "label"), json_string(node, "type"),
                             aliases, json_size(node, "mentions"));
        });
    });
    const rapidjson::Value& edges = json_array(json, "edges");
    at("edges", [&] {
        for_each_element(edges, [&](const rapidjson::Value& edge) {
            builder.add_edge({json_string(edge, "source"), json_string(edge, "target"),
                              json_string(edge, "type"), json_bool(edge, "open")},
                             json_array(edge, "claims"));
        });
    });
    return builder.finish();
}

}  // namespace

KnowledgeGraph read_json(std::istream& in, const std::string& name,
                         std::vector<std::string> symmetric_types) {
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const rapidjson::Document json = parsed(text, name);
    try {
        return graph_of(json, std::move(symmetric_types));
    } catch (const Mistake& mistake) {
        const std::string path = shown(mistake.path);
        throw Error(name + ":" + std::to_string(json_line(text, mistake.path)),
                    path.empty() ? mistake.what : path + ": " + mistake.what, mistake.fix);
    }
}

}  // namespace newsgraph
