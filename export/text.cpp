#include "export/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "export/plain_words.hpp"
#include "export/selection.hpp"
#include "export/text_output.hpp"
#include "export/text_width.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t widest_column = 40;  // so that one long name does not part all others

/// `rows(put)` calls `put` with the cells of each row; it is called twice.
template <std::size_t Columns, typename Rows>
void write_table(TextOutput& out, std::string_view name, const std::array<std::string, Columns>& headings,
                 Rows rows) {
    using Cells = std::array<std::string, Columns>;
    std::array<std::size_t, Columns> widths{};
    const auto measure = [&](const Cells& cells) {
        for (std::size_t i = 0; i < Columns; ++i)
            widths[i] = std::max(widths[i], std::min(text_width(cells[i]), widest_column));
    };
    const auto print = [&](const Cells& cells) {
        for (std::size_t i = 0; i < Columns; ++i) {
            out << cells[i];
            if (i + 1 == Columns) break;
            const std::size_t width = text_width(cells[i]);
            out.text().append(widths[i] > width ? widths[i] - width + 2 : 2, ' ');
        }
        out << '\n';
        out.end_piece();
    };
    measure(headings);
    rows(measure);
    out << name << '\n';
    print(headings);
    rows(print);
}

}  // namespace

std::string text_cell(std::string_view text) {
    std::string cell = in_one_line(printable(in_one_line(text)));
    return cell.empty() ? "-" : cell;
}

void write_text(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    const Selection selection(graph, options);
    TextOutput out(stream);
    write_table(out, "ENTITIES", std::array<std::string, 4>{"Name", "Type", "Mentions", "Other names"},
                [&](auto put) {
                    for (const EntityId id : selection.entities()) {
                        const EntityView entity = graph.entity(id);
                        std::string others;
                        for (const std::string_view alias : entity.aliases)
                            (others += others.empty() ? "" : "; ") += alias;
                        put({text_cell(entity.name), text_cell(entity.type), std::to_string(entity.mentions),
                             text_cell(others)});
                    }
                });
    out << '\n';
    write_table(
        out, "RELATIONS",
        std::array<std::string, 7>{"Head", "Relation", "Tail", "Modality", "Qualifiers", "Document", "Words"},
        [&](auto put) {
            for (const RelationId id : selection.relations()) {
                const RelationView relation = graph.relation(id);
                const EvidenceView evidence = graph.claim(relation.shown).evidence;
                put({text_cell(graph.entity(relation.head).name), text_cell(relation.type),
                     text_cell(graph.entity(relation.tail).name), text_cell(stance_of(relation)),
                     text_cell(qualifiers_of(graph, id)), text_cell(graph.document(evidence.document).id),
                     text_cell(evidence.text)});
            }
        });
    out << '\n';
    write_table(out, "DOCUMENTS", std::array<std::string, 4>{"Id", "Date", "Title", "Source"}, [&](auto put) {
        for (const DocumentId id : graph.documents()) {
            const DocumentRecord& document = graph.document(id);
            put({text_cell(document.id), text_cell(document.date), text_cell(document.title),
                 text_cell(document.source)});
        }
    });
}

}  // namespace newsgraph
