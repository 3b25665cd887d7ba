#include "export/turtle.hpp"

#include "export/rdf.hpp"
#include "export/text_output.hpp"

namespace newsgraph {
namespace {

class TurtleSink : public RdfSink {
  public:
    TurtleSink(std::ostream& stream, std::string_view base) : out_(stream) {
        for (const RdfPrefix& prefix : rdf_prefixes)
            out_ << "@prefix " << prefix.name << ": <" << prefix.iri << "> .\n";
        out_ << "@prefix " << graph_prefix << ": <" << base << "> .\n";
    }

    void begin(const Resource& subject) override {
        out_ << '\n' << subject.prefix << ':' << subject.name;
        predicate_.clear();
    }
    void resource(const Resource& predicate, const Resource& object) override {
        verb(predicate);
        out_ << object.prefix << ':' << object.name;
    }
    void literal(const Resource& predicate, std::string_view text, std::string_view datatype) override {
        verb(predicate);
        append_rdf_quoted(out_.text(), text);
        if (!datatype.empty()) out_ << "^^xsd:" << datatype;
    }
    void end() override {
        out_ << " .\n";
        out_.end_piece();
    }

  private:
    /// Objects of one predicate stand behind one another, parted by commas.
    void verb(const Resource& predicate) {
        const std::string name = std::string(predicate.prefix) + ":" + predicate.name;
        if (name == predicate_) {
            out_ << ", ";
            return;
        }
        out_ << (predicate_.empty() ? " " : " ;\n    ") << (name == "rdf:type" ? "a" : name) << ' ';
        predicate_ = name;
    }

    TextOutput out_;
    std::string predicate_;
};

}  // namespace

void write_turtle(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    TurtleSink sink(stream, options.base);
    write_statements(graph, options, sink);
}

}  // namespace newsgraph
