// Writes the hostile graph in every format into a folder, for readers that are not ours, and what they have
// to find there: lines of format-independent facts, each value in hexadecimal.
//
//     node <number> label 506c61696e
//     edge <number> evidence …

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "export/sheet.hpp"
#include "export/write.hpp"
#include "tests/export/hostile.hpp"

using namespace newsgraph;

namespace {

std::string hexadecimal(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const char c : text) {
        result += digits[static_cast<unsigned char>(c) >> 4];
        result += digits[static_cast<unsigned char>(c) & 0xF];
    }
    return result;
}

void write_expected(const KnowledgeGraph& graph, std::ostream& out) {
    const auto fact = [&](const char* kind, std::uint32_t number, const char* key, std::string_view value) {
        out << kind << ' ' << number << ' ' << key << ' ' << hexadecimal(value) << '\n';
    };
    for (const DocumentId id : graph.documents()) fact("document", index_of(id), "id", graph.document(id).id);
    for (const EntityId id : graph.entities()) {
        const EntityView entity = graph.entity(id);
        fact("node", index_of(id), "label", entity.name);
        fact("node", index_of(id), "type", entity.type);
        fact("node", index_of(id), "mentions", std::to_string(entity.mentions));
        for (const std::string_view alias : entity.aliases) fact("node", index_of(id), "alias", alias);
    }
    for (const RelationId id : graph.relations()) {
        const RelationView relation = graph.relation(id);
        const EvidenceView evidence = graph.claim(relation.shown).evidence;
        const std::uint32_t edge = index_of(id);
        fact("edge", edge, "source", "e" + std::to_string(index_of(relation.head)));
        fact("edge", edge, "target", "e" + std::to_string(index_of(relation.tail)));
        fact("edge", edge, "type", relation.type);
        fact("edge", edge, "open", relation.open ? "true" : "false");
        fact("edge", edge, "inferred", relation.inferred ? "true" : "false");
        fact("edge", edge, "modality", to_string(relation.modality));
        fact("edge", edge, "attribution", relation.attributed_to);
        fact("edge", edge, "evidence", evidence.text);
        fact("edge", edge, "document", graph.document(evidence.document).id);
        fact("edge", edge, "begin", std::to_string(evidence.span.begin));
        fact("edge", edge, "end", std::to_string(evidence.span.end()));
        for (const QualifierView& qualifier : graph.qualifiers(id)) {
            fact("edge", edge, "qualifier", hexadecimal(qualifier.name) + " " + hexadecimal(qualifier.value));
        }
        for (const ClaimId claim : relation.claims) {
            fact("edge", edge, "claim",
                 hexadecimal(graph.claim(claim).attributed_to) + " " +
                     hexadecimal(graph.claim(claim).evidence.text));
            fact("edge", edge, "claim_modality", to_string(graph.claim(claim).modality));
            fact("edge", edge, "claim_inferred", graph.claim(claim).inferred ? "true" : "false");
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: newsgraph-write-hostile FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    const KnowledgeGraph graph = hostile::graph();
    for (const FormatFacts& known : formats()) {
        std::ofstream file(folder / ("hostile" + std::string(known.endings.front())), std::ios::binary);
        write_graph(graph, known.format, file);
    }
    const Drawing drawn = drawing_of(graph, {.title = hostile::all_control_characters()});
    const std::vector<Size> sizes(
        drawn.entities.size() + drawn.relations.size() + 2 + drawn.types.size() + drawn.looks.size(),
        {60, 20});
    std::ofstream drawing(folder / "drawing.dot");
    drawing << sheet_of(drawn, Theme::light, sizes).dot;
    std::ofstream expected(folder / "expected.txt");
    write_expected(graph, expected);
}
