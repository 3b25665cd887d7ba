// Makes a graph and writes it in one format, for tests/bench/export.py:
//
//     newsgraph-bench-export FORMAT RELATIONS FILE
//
// prints the processor seconds that writing took, the bytes written, and by how many KiB memory grew
// meanwhile.

#include <charconv>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "export/write.hpp"
#include "graph/knowledge_graph.hpp"

using namespace newsgraph;

namespace {

/// As news has it: ten claims a document, five relations an entity, some qualified, few ambiguous in form.
KnowledgeGraph made(std::uint32_t relation_count) {
    const std::vector<std::string> types{"develops",   "acquires", "uses",
                                         "invests-in", "supplies", "releases"};
    KnowledgeGraph graph;
    const std::uint32_t entity_count = relation_count / 5 + 2;
    for (std::uint32_t i = 0; i < entity_count; ++i) {
        const std::string name = "Entity Number " + std::to_string(i);
        graph.add_entity(name, i % 3 == 0 ? "person" : "organization",
                         std::vector<std::string>{name + " & Co."}, 5);
    }
    std::uint64_t random = 1;
    for (std::uint32_t i = 0; i < relation_count; ++i) {
        if (i % 10 == 0)
            graph.add_document({"document-" + std::to_string(i / 10), "A title", "2026-03-02", "news.txt"});
        ClaimRecord claim;
        random = random * 6364136223846793005u + 1442695040888963407u;
        claim.head = EntityId{static_cast<std::uint32_t>((random >> 33) % entity_count)};
        // Each pair of entities at most once: as many relations as claims.
        claim.tail = EntityId{i % entity_count};
        claim.type = types[i / entity_count % types.size()];
        claim.document = DocumentId{i / 10};
        claim.span = {i % 10 * 100, 86};
        claim.text =
            "The first entity has, people \"familiar\" with the matter said, something to do with it " +
            std::to_string(i);
        claim.modality = i % 4 == 0 ? Modality::reported : Modality::asserted;
        if (i % 8 == 0) claim.attributed_to = "Entity Number 1";
        if (i % 2 == 0) claim.qualifiers = {{"date", "on Monday", "2026-03-02"}};
        claim.score = 0.5;
        graph.add_claim(claim);
    }
    return graph;
}

/// The most memory that this process has had since `forget_peak`, in KiB; 0 where the system doesn't tell.
std::size_t peak_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6));
    }
    return 0;
}

void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

}  // namespace

int main(int count, char** arguments) {
    const auto format = count == 4 ? format_from_name(arguments[1]) : std::nullopt;
    std::uint32_t relation_count = 0;
    if (format) {
        const std::string_view text = arguments[2];
        std::from_chars(text.data(), text.data() + text.size(), relation_count);
    }
    if (!format || relation_count == 0) {
        std::cerr << "usage: newsgraph-bench-export FORMAT RELATIONS FILE\n";
        return 2;
    }
    const KnowledgeGraph graph = made(relation_count);
    forget_peak();
    const std::size_t before = peak_memory();
    const std::clock_t start = std::clock();
    {
        std::ofstream file(arguments[3], std::ios::binary);
        write_graph(graph, *format, file);
        file.close();
        if (!file) {
            std::cerr << arguments[3] << ": can't be written\n";
            return 1;
        }
    }
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::cout << seconds << ' ' << std::filesystem::file_size(arguments[3]) << ' ' << peak_memory() - before
              << ' ' << graph.relations().size() << '\n';
}
