#include "cli/relation_rows.hpp"

#include <ostream>
#include <string_view>

#include "cli/session.hpp"
#include "cli/table.hpp"
#include "export/json.hpp"

namespace newsgraph {
namespace {

std::string place_of(const KnowledgeGraph& graph, const EvidenceView& evidence) {
    return graph.document(evidence.document).id + ":" + std::to_string(evidence.span.begin) + "-" +
           std::to_string(evidence.span.end());
}

std::vector<std::string> quotations_of(const KnowledgeGraph& graph, const RelationView& relation) {
    std::vector<std::string> quotations;
    for (const ClaimId id : relation.claims) {
        const EvidenceView evidence = graph.claim(id).evidence;
        quotations.push_back("\u201C" + std::string(evidence.text) + "\u201D " + place_of(graph, evidence));
    }
    return quotations;
}

Table table_of(const KnowledgeGraph& graph, std::span<const RelationId> relations) {
    Table table{{"Head", "Relation", "Tail", "Modality", "Qualifiers"}, {}};
    for (const RelationId id : relations) {
        const RelationView relation = graph.relation(id);
        table.rows.push_back({std::string(graph.entity(relation.head).name), std::string(relation.type),
                              std::string(graph.entity(relation.tail).name), stance_of(relation),
                              qualifiers_of(graph, id)});
    }
    return table;
}

void print_for_people(std::ostream& out, const KnowledgeGraph& graph, std::span<const RelationId> relations,
                      bool with_evidence) {
    Table table = table_of(graph, relations);
    if (with_evidence) {
        for (const RelationId id : relations) table.notes.push_back(quotations_of(graph, graph.relation(id)));
    }
    print_table(out, table, table_style());
}

void print_as_tsv(std::ostream& out, const KnowledgeGraph& graph, std::span<const RelationId> relations,
                  bool with_evidence) {
    Table table = table_of(graph, relations);
    if (with_evidence) {
        table.headings.emplace_back("Evidence");
        for (std::size_t i = 0; i < relations.size(); ++i) {
            std::string quotations;
            for (const std::string& quotation : quotations_of(graph, graph.relation(relations[i])))
                quotations += (quotations.empty() ? "" : " ") + quotation;
            table.rows[i].push_back(std::move(quotations));
        }
    }
    print_tsv(out, table);
}

void print_attribution(std::ostream& out, std::string_view attributed_to) {
    out << ",\"attributed_to\":" << (attributed_to.empty() ? "null" : json_quoted(attributed_to));
}

void print_evidence(std::ostream& out, const KnowledgeGraph& graph, const RelationView& relation) {
    out << ",\"evidence\":[";
    bool is_first = true;
    for (const ClaimId id : relation.claims) {
        const EvidenceView evidence = graph.claim(id).evidence;
        out << (is_first ? "" : ",") << "{\"document\":" << json_quoted(graph.document(evidence.document).id)
            << ",\"begin\":" << evidence.span.begin << ",\"end\":" << evidence.span.end()
            << ",\"text\":" << json_quoted(evidence.text) << '}';
        is_first = false;
    }
    out << ']';
}

void print_qualifiers(std::ostream& out, const std::vector<QualifierView>& qualifiers) {
    out << ",\"qualifiers\":{";
    std::string_view name;  // those of one name stand together
    bool is_first = true;
    for (const QualifierView& qualifier : qualifiers) {
        if (is_first || qualifier.name != name)
            out << (is_first ? "" : "],") << json_quoted(qualifier.name) << ":[";
        else
            out << ',';
        out << json_quoted(qualifier.value);
        name = qualifier.name;
        is_first = false;
    }
    out << (is_first ? "}" : "]}");
}

/// One row a line, in an array.
void print_as_json(std::ostream& out, const KnowledgeGraph& graph, std::span<const RelationId> relations,
                   bool with_evidence) {
    out << '[';
    for (std::size_t i = 0; i < relations.size(); ++i) {
        const RelationView relation = graph.relation(relations[i]);
        out << (i == 0 ? "\n" : ",\n") << "{\"head\":" << json_quoted(graph.entity(relation.head).name)
            << ",\"type\":" << json_quoted(relation.type)
            << ",\"tail\":" << json_quoted(graph.entity(relation.tail).name)
            << ",\"open\":" << (relation.open ? "true" : "false")
            << ",\"inferred\":" << (relation.inferred ? "true" : "false")
            << ",\"modality\":" << json_quoted(to_string(relation.modality));
        print_attribution(out, relation.attributed_to);
        print_qualifiers(out, graph.qualifiers(relations[i]));
        if (with_evidence) print_evidence(out, graph, relation);
        out << '}';
    }
    out << "\n]\n";
}

}  // namespace

std::vector<std::string> result_formats() { return {"table", "json", "tsv"}; }

void print_relations(std::ostream& out, const KnowledgeGraph& graph, std::span<const RelationId> relations,
                     const std::string& format, bool with_evidence) {
    if (format == "json")
        print_as_json(out, graph, relations, with_evidence);
    else if (format == "tsv")
        print_as_tsv(out, graph, relations, with_evidence);
    else
        print_for_people(out, graph, relations, with_evidence);
}

}  // namespace newsgraph
