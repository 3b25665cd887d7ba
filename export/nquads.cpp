#include "export/nquads.hpp"

#include "export/rdf.hpp"
#include "export/text_output.hpp"

namespace newsgraph {
namespace {

class NquadsSink : public RdfSink {
  public:
    NquadsSink(std::ostream& stream, std::string_view base) : out_(stream), base_(base) {}

    void begin(const Resource& subject) override { subject_ = bracketed(subject); }
    void resource(const Resource& predicate, const Resource& object) override {
        out_ << subject_ << ' ' << bracketed(predicate) << ' ' << bracketed(object) << " .\n";
    }
    void literal(const Resource& predicate, std::string_view text, std::string_view datatype) override {
        out_ << subject_ << ' ' << bracketed(predicate) << ' ';
        append_rdf_quoted(out_.text(), text);
        if (!datatype.empty()) out_ << "^^" << bracketed({"xsd", std::string(datatype)});
        out_ << " .\n";
    }
    void end() override { out_.end_piece(); }

    void quad(const Resource& subject, const Resource& predicate, const Resource& object,
              const Resource& graph) override {
        out_ << bracketed(subject) << ' ' << bracketed(predicate) << ' ' << bracketed(object) << ' '
             << bracketed(graph) << " .\n";
    }
    bool has_named_graphs() const override { return true; }

  private:
    std::string bracketed(const Resource& resource) const {
        std::string iri = "<";
        iri += iri_of(resource, base_);
        return iri += '>';
    }

    TextOutput out_;
    std::string_view base_;
    std::string subject_;
};

}  // namespace

void write_nquads(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    NquadsSink sink(stream, options.base);
    write_statements(graph, options, sink);
}

}  // namespace newsgraph
