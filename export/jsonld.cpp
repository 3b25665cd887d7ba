#include "export/jsonld.hpp"

#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <string>

#include "export/json.hpp"
#include "export/json_parts.hpp"
#include "export/rdf.hpp"
#include "export/text_output.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

/// `text` with what `rdf_character` makes of each character.
std::string rdf_text(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = utf8_size(text, at);
        append_utf8(result, size == 0 ? char32_t{0xFFFD} : rdf_character(utf8_code_point(text, at)));
        at += size == 0 ? 1 : size;
    }
    return result;
}

/// Whether `text` is ASCII without NUL, as most is: `rdf_text` would change nothing.
bool is_plain(std::string_view text) {
    return std::ranges::all_of(text,
                               [](char c) { return c != '\0' && static_cast<unsigned char>(c) < 0x80; });
}

class JsonldSink : public RdfSink {
  public:
    JsonldSink(std::ostream& stream, std::string_view base) : out_(stream), json_(buffer_) {
        out_ << "{\"@context\":{";
        for (const RdfPrefix& prefix : rdf_prefixes)
            out_ << json_quoted(prefix.name) << ':' << json_quoted(prefix.iri) << ',';
        out_ << json_quoted(graph_prefix) << ":{\"@id\":" << json_quoted(base)
             << ",\"@prefix\":true}},\"@graph\":[";
    }
    ~JsonldSink() override { out_ << "\n]}\n"; }

    void begin(const Resource& subject) override {
        buffer_.Clear();
        json_.Reset(buffer_);
        predicate_.clear();
        json_.StartObject();
        json_.Key("@id");
        write_text(json_, compact(subject));
    }
    void resource(const Resource& predicate, const Resource& object) override {
        key(predicate);
        if (predicate_ == "@type") return write_text(json_, compact(object));
        json_.StartObject();
        json_.Key("@id");
        write_text(json_, compact(object));
        json_.EndObject();
    }
    void literal(const Resource& predicate, std::string_view text, std::string_view datatype) override {
        key(predicate);
        if (datatype.empty()) return write_value(text);
        json_.StartObject();
        json_.Key("@value");
        write_value(text);
        json_.Key("@type");
        write_text(json_, "xsd:" + std::string(datatype));
        json_.EndObject();
    }
    void end() override {
        if (!predicate_.empty()) json_.EndArray();
        json_.EndObject();
        out_ << (is_first_ ? "\n" : ",\n") << std::string_view(buffer_.GetString(), buffer_.GetSize());
        is_first_ = false;
        out_.end_piece();
    }

  private:
    static std::string compact(const Resource& resource) {
        return std::string(resource.prefix) + ":" + resource.name;
    }

    void write_value(std::string_view text) {
        if (is_plain(text))
            write_text(json_, text);
        else
            write_text(json_, rdf_text(text));
    }

    /// Values of one predicate are a list.
    void key(const Resource& predicate) {
        std::string name = compact(predicate);
        if (name == "rdf:type") name = "@type";
        if (name == predicate_) return;
        if (!predicate_.empty()) json_.EndArray();
        json_.Key(name.c_str());
        json_.StartArray();
        predicate_ = std::move(name);
    }

    TextOutput out_;
    rapidjson::StringBuffer buffer_;
    JsonWriter json_;
    std::string predicate_;
    bool is_first_ = true;
};

}  // namespace

void write_jsonld(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    JsonldSink sink(stream, options.base);
    write_statements(graph, options, sink);
}

}  // namespace newsgraph
