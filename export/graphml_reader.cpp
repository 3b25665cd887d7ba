#include "export/graphml_reader.hpp"

#include <expat.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <array>
#include <charconv>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "export/graph_builder.hpp"
#include "export/xml.hpp"
#include "graph/error.hpp"

namespace newsgraph {
namespace {

constexpr const char* rebuild = "give a file that newsgraph build wrote";

/// A node or an edge as its element says.
struct Element {
    std::string id;
    std::string source;
    std::string target;
    std::map<std::string, std::string> data;  // by the key's name
};

std::string value_of(const Element& element, const char* name) {
    const auto found = element.data.find(name);
    // An empty string may come back without its element from other programs.
    return found == element.data.end() ? std::string() : found->second;
}

std::string needed(const Element& element, const char* name) {
    if (!element.data.contains(name)) {
        throw Mistake{{}, std::string("has no \"") + name + "\", which newsgraph writes", rebuild};
    }
    return element.data.at(name);
}

rapidjson::Document json_of(const Element& element, const char* name) {
    const std::string text = needed(element, name);
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
               rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
    if (json.HasParseError()) {
        throw Mistake{
            {name}, std::string("is no JSON: ") + rapidjson::GetParseError_En(json.GetParseError()), rebuild};
    }
    return json;
}

std::size_t number_of(const Element& element, const char* name) {
    const std::string text = needed(element, name);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        throw Mistake{{name}, "\"" + text + "\" is no whole number from 0 upwards", rebuild};
    }
    return number;
}

/// Follows expat through the file. What its callbacks throw is kept until expat has returned: it is C.
class GraphmlHandler {
  public:
    GraphmlHandler(XML_Parser parser, const std::string& name, std::vector<std::string> symmetric_types)
        : parser_(parser), name_(name), builder_(std::move(symmetric_types)) {
        XML_SetUserData(parser_, this);
        XML_SetElementHandler(parser_, on_start, on_end);
        XML_SetCharacterDataHandler(parser_, on_text);
        XML_SetEntityDeclHandler(parser_, on_entity);
    }

    void parse(std::istream& in) {
        std::array<char, 1 << 16> bytes{};
        bool is_last = false;
        while (!is_last) {
            in.read(bytes.data(), bytes.size());
            is_last = in.gcount() < static_cast<std::streamsize>(bytes.size());
            const XML_Status status =
                XML_Parse(parser_, bytes.data(), static_cast<int>(in.gcount()), is_last);
            if (thrown_) std::rethrow_exception(thrown_);
            if (status != XML_STATUS_OK) {
                throw Error(here(), std::string("is no XML: ") + XML_ErrorString(XML_GetErrorCode(parser_)),
                            rebuild);
            }
        }
    }

    KnowledgeGraph finish() {
        if (!has_graph_) throw Error(name_, "has no graph in it", rebuild);
        for (Waiting& edge : waiting_) {
            element_ = std::move(edge.element);
            told(edge.where, [&] { add_edge(*element_); });
            element_.reset();
        }
        std::optional<KnowledgeGraph> graph;
        told(here(), [&] { graph = builder_.finish(); });
        return std::move(*graph);
    }

  private:
    // Between expat's C and us.

    static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
        static_cast<GraphmlHandler*>(self)->safely(
            [&](GraphmlHandler& handler) { handler.start(name, attributes); });
    }
    static void on_end(void* self, const XML_Char* name) {
        static_cast<GraphmlHandler*>(self)->safely(
            [&](GraphmlHandler& handler) { handler.end(local(name)); });
    }
    static void on_text(void* self, const XML_Char* text, int size) {
        static_cast<GraphmlHandler*>(self)->safely([&](GraphmlHandler& handler) {
            if (handler.data_key_) handler.text_.append(text, static_cast<std::size_t>(size));
        });
    }
    static void on_entity(void* self, const XML_Char* entity, int, const XML_Char*, int, const XML_Char*,
                          const XML_Char*, const XML_Char*, const XML_Char*) {
        static_cast<GraphmlHandler*>(self)->safely([&](GraphmlHandler& handler) {
            throw Error(handler.here(),
                        std::string("declares the XML entity \"") + entity + "\", which is not read",
                        "write its text in its place");
        });
    }

    template <typename Work>
    void safely(Work work) {
        if (thrown_) return;  // expat may finish what it has begun
        try {
            work(*this);
        } catch (...) {
            thrown_ = std::current_exception();
            XML_StopParser(parser_, XML_FALSE);
        }
    }

    /// A namespace's address stands before the name, parted by "|".
    static std::string_view local(std::string_view name) { return name.substr(name.rfind('|') + 1); }

    std::string here() const { return name_ + ":" + std::to_string(XML_GetCurrentLineNumber(parser_)); }

    static std::string attribute(const XML_Char** attributes, std::string_view name) {
        for (; attributes[0] != nullptr; attributes += 2) {
            if (attributes[0] == name) return attributes[1];
        }
        return {};
    }

    void start(std::string_view full_name, const XML_Char** attributes) {
        const std::string_view name = local(full_name);
        if (name == "key") {
            key_names_[attribute(attributes, "id")] = attribute(attributes, "attr.name");
        } else if (name == "graph") {
            has_graph_ = true;
        } else if (name == "node" || name == "edge") {
            element_ = Element{attribute(attributes, "id"),
                               attribute(attributes, "source"),
                               attribute(attributes, "target"),
                               {}};
            element_where_ = here();
        } else if (name == "data") {
            data_key_ = attribute(attributes, "key");
            text_.clear();
        }
    }

    void end(std::string_view name) {
        if (name == "data" && data_key_) {
            const auto key = key_names_.find(*data_key_);
            data_key_.reset();
            if (key == key_names_.end()) return;  // another program's
            Element& owner = element_ ? *element_ : graph_data_;
            owner.data[key->second] = xml_restored(text_);
            if (!element_ && key->second == "documents") {
                has_documents_ = true;
                told(here(), [&] {
                    const rapidjson::Document documents = json_of(graph_data_, "documents");
                    at("documents", [&] { builder_.add_documents(documents); });
                });
            }
        } else if (name == "node" && element_) {
            told(element_where_, [&] { add_node(*element_); });
            element_.reset();
        } else if (name == "edge" && element_) {
            if (has_documents_)
                told(element_where_, [&] { add_edge(*element_); });
            else
                waiting_.push_back({std::move(*element_), element_where_});
            element_.reset();
        }
    }

    void add_node(const Element& node) {
        std::vector<std::string> aliases;
        if (node.data.contains("aliases")) {
            const rapidjson::Document list = json_of(node, "aliases");
            at("aliases", [&] { aliases = json_strings(list); });
        }
        const std::size_t mentions = node.data.contains("mentions") ? number_of(node, "mentions") : 0;
        builder_.add_node(node.id, value_of(node, "label"), value_of(node, "type"), aliases, mentions);
    }

    void add_edge(const Element& edge) {
        const rapidjson::Document claims = json_of(edge, "claims");
        const std::string open = value_of(edge, "open");
        builder_.add_edge({edge.source, edge.target, value_of(edge, "type"), open == "true" || open == "1"},
                          claims);
    }

    /// Does `work`; a Mistake that it throws becomes an Error of that line.
    template <typename Work>
    void told(const std::string& where, Work work) {
        try {
            work();
        } catch (const Mistake& mistake) {
            const std::string owner =
                element_ ? (element_->source.empty() ? "node \"" : "edge \"") + element_->id + "\" " : "";
            const std::string path = shown(mistake.path);
            throw Error(where, owner + (path.empty() ? mistake.what : path + ": " + mistake.what),
                        mistake.fix);
        }
    }

    /// An edge, and its line.
    struct Waiting {
        Element element;
        std::string where;
    };

    XML_Parser parser_;
    const std::string& name_;
    GraphBuilder builder_;
    std::map<std::string, std::string> key_names_;  // by the key's id
    Element graph_data_;
    std::optional<Element> element_;  // the node or edge that is being read
    std::string element_where_;
    std::optional<std::string> data_key_;  // of the data that is being read
    std::string text_;
    bool has_graph_ = false;
    bool has_documents_ = false;
    std::vector<Waiting> waiting_;  // edges before the documents: networkx writes the graph's data last
    std::exception_ptr thrown_;
};

}  // namespace

KnowledgeGraph read_graphml(std::istream& in, const std::string& name,
                            std::vector<std::string> symmetric_types) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreateNS(nullptr, '|'), &XML_ParserFree);
    GraphmlHandler handler(parser.get(), name, std::move(symmetric_types));
    handler.parse(in);
    return handler.finish();
}

}  // namespace newsgraph
