#include "export/markdown.hpp"

#include <vector>

#include "export/plain_words.hpp"
#include "export/selection.hpp"
#include "export/text_output.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
    return std::to_string(count).append(" ").append(count == 1 ? one : several);
}

class MarkdownWriter {
  public:
    MarkdownWriter(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options)
        : graph_(graph), out_(stream), selection_(graph, options) {}

    void write() {
        out_ << "# What " << counted(graph_.documents().size(), "document says", "documents say") << "\n\n"
             << counted(selection_.entities().size(), "entity", "entities") << ", "
             << counted(selection_.relations().size(), "relation", "relations") << ".\n";
        for (const EntityId id : selection_.entities()) {
            if (const auto relations = relations_of(id); !relations.empty()) write_entity(id, relations);
        }
        write_other_entities();
        write_documents();
    }

  private:
    std::vector<RelationId> relations_of(EntityId head) const {
        RelationPattern pattern;
        pattern.head = head;
        pattern.filter.open = true;
        std::vector<RelationId> relations = graph_.relations(pattern);
        std::erase_if(relations, [&](RelationId id) { return !selection_.has(id); });
        return relations;
    }

    /// "organization; also Meta Platforms, Meta's; 4 mentions".
    std::string description(const EntityView& entity) const {
        std::string text = markdown_escaped(entity.type);
        for (std::size_t i = 0; i < entity.aliases.size(); ++i)
            (text += i == 0 ? "; also " : ", ") += markdown_escaped(entity.aliases[i]);
        return text.append("; ").append(counted(entity.mentions, "mention", "mentions"));
    }

    void write_entity(EntityId id, const std::vector<RelationId>& relations) {
        const EntityView entity = graph_.entity(id);
        out_ << "\n## " << markdown_escaped(entity.name) << '\n' << description(entity) << "\n\n";
        for (const RelationId relation : relations) write_relation(graph_.relation(relation));
        out_.end_piece();
    }

    void write_relation(const RelationView& relation) {
        out_ << "- **" << markdown_escaped(relation.type) << "** "
             << markdown_escaped(graph_.entity(relation.tail).name);
        if (const std::string qualifiers = qualifiers_of(graph_, relation.id); !qualifiers.empty())
            out_ << " (" << markdown_escaped(qualifiers) << ')';
        out_ << '\n';
        bool is_first = true;
        for (const ClaimId id : relation.claims) {
            const ClaimView claim = graph_.claim(id);
            const DocumentRecord& document = graph_.document(claim.evidence.document);
            if (!is_first) out_ << "  >\n";  // so that each quotation is a paragraph
            is_first = false;
            out_ << "  > \u201C" << markdown_escaped(claim.evidence.text) << "\u201D \u2014 "
                 << markdown_escaped(document.id);
            if (!document.date.empty()) out_ << ", " << markdown_escaped(document.date);
            out_ << "; " << markdown_escaped(stance_of(claim)) << '\n';
        }
    }

    void write_other_entities() {
        bool is_first = true;
        for (const EntityId id : selection_.entities()) {
            if (!relations_of(id).empty()) continue;
            if (is_first) out_ << "\n## Other entities\n\n";
            is_first = false;
            const EntityView entity = graph_.entity(id);
            out_ << "- **" << markdown_escaped(entity.name) << "** " << description(entity) << '\n';
            out_.end_piece();
        }
    }

    void write_documents() {
        out_ << "\n## Documents\n\n";
        for (const DocumentId id : graph_.documents()) {
            const DocumentRecord& document = graph_.document(id);
            out_ << "- **" << markdown_escaped(document.id) << "** ";
            const std::string_view parts[] = {document.title, document.date, document.source};
            bool is_first = true;
            for (const std::string_view part : parts) {
                if (part.empty()) continue;
                out_ << (is_first ? "" : "; ") << markdown_escaped(part);
                is_first = false;
            }
            out_ << '\n';
            out_.end_piece();
        }
    }

    const KnowledgeGraph& graph_;
    TextOutput out_;
    const Selection selection_;
};

}  // namespace

std::string markdown_escaped(std::string_view text) {
    const std::string line = in_one_line(text);
    if (line.empty()) return "(no text)";
    std::string out;
    for (const char c : line) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            append_utf8(out, 0x2400u + byte);
        } else if (byte == 0x7F) {
            append_utf8(out, 0x2421);
        } else {
            // Those that mean something within a line to CommonMark, or to GitHub's tables, strikes and
            // formulas.
            if (std::string_view("\\`*_[]<>&#|~!^$").find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    return out;
}

void write_markdown(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    MarkdownWriter(graph, stream, options).write();
}

}  // namespace newsgraph
