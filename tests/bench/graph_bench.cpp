// How fast the graph grows, answers and is written, on made news: 10,000 documents with ten claims each, most
// of them on few entities, as in the real world.

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "export/dot.hpp"
#include "export/read.hpp"
#include "export/write.hpp"
#include "graph/algorithms.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/names.hpp"

namespace {

using namespace newsgraph;

constexpr std::uint32_t document_count = 10'000;
constexpr std::uint32_t claims_of_document = 10;
constexpr std::uint32_t entity_count = 30'000;

/// SplitMix64: the same numbers everywhere.
class Numbers {
  public:
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  private:
    std::uint64_t state_ = 1;
};

/// Few entities are in most documents: the k-th is as often there as about 1/k.
std::uint32_t popular(Numbers& numbers) {
    return static_cast<std::uint32_t>(std::pow(double{entity_count}, numbers.share())) - 1;
}

std::string name_of(std::uint32_t entity) { return "Entity Number " + std::to_string(entity); }

const std::vector<Extraction>& documents() {
    static const std::vector<Extraction> made = [] {
        const std::vector<std::string> types{"develops", "competes-with", "acquires",
                                             "uses",     "invests-in",    "supplies"};
        const std::string words =
            "The first entity has, people familiar with the matter said, something to do with it.";
        Numbers numbers;
        std::vector<Extraction> all;
        for (std::uint32_t d = 0; d < document_count; ++d) {
            Extraction extraction;
            extraction.document = {"document-" + std::to_string(d), "A title", "2026-03-02",
                                   "news/somewhere.txt"};
            for (std::uint32_t c = 0; c < claims_of_document; ++c) {
                for (const std::uint32_t entity : {popular(numbers), popular(numbers)}) {
                    extraction.entities.push_back({name_of(entity),
                                                   "organization",
                                                   {"Entity " + std::to_string(entity)},
                                                   {{0, 1}, {2, 1}}});
                }
                Claim claim;
                claim.head = EntityId{2 * c};
                claim.tail = EntityId{2 * c + 1};
                claim.type = types[numbers.next() % types.size()];
                claim.modality = numbers.next() % 3 == 0 ? Modality::reported : Modality::asserted;
                claim.qualifiers = {{"date", "on Monday", "2026-03-02"}};
                claim.evidence = {extraction.document.id, {c * 100, words.size()}, words};
                extraction.claims.push_back(claim);
            }
            all.push_back(std::move(extraction));
        }
        return all;
    }();
    return made;
}

KnowledgeGraph grown() {
    KnowledgeGraph graph({"competes-with"});
    for (const Extraction& extraction : documents()) graph.add(extraction);
    return graph;
}

const KnowledgeGraph& graph() {
    static const KnowledgeGraph made = grown();
    return made;
}

/// Takes what is written and forgets it.
class CountingBuffer : public std::streambuf {
  public:
    std::size_t bytes() const { return bytes_; }

  protected:
    int_type overflow(int_type byte) override {
        ++bytes_;
        return traits_type::not_eof(byte);
    }
    std::streamsize xsputn(const char*, std::streamsize size) override {
        bytes_ += static_cast<std::size_t>(size);
        return size;
    }

  private:
    std::size_t bytes_ = 0;
};

void add(benchmark::State& state) {
    documents();
    for (auto _ : state) benchmark::DoNotOptimize(grown());
    state.SetItemsProcessed(state.iterations() * document_count * claims_of_document);
    state.counters["relations"] = static_cast<double>(graph().relations().size());
    state.counters["entities"] = static_cast<double>(graph().entities().size());
}
BENCHMARK(add)->Unit(benchmark::kMillisecond);

void fold_name(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(folded_name("The Café-Société, Inc.’s"));
}
BENCHMARK(fold_name);

void find_exact(benchmark::State& state) {
    Numbers numbers;
    for (auto _ : state) benchmark::DoNotOptimize(graph().find(name_of(popular(numbers))));
}
BENCHMARK(find_exact);

void find_folded(benchmark::State& state) {
    Numbers numbers;
    for (auto _ : state)
        benchmark::DoNotOptimize(graph().find("the ENTITY number-" + std::to_string(popular(numbers))));
}
BENCHMARK(find_folded);

void nearest_names(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(graph().nearest_names("Entty Number 123"));
}
BENCHMARK(nearest_names)->Unit(benchmark::kMillisecond);

EntityId random_entity(Numbers& numbers) {
    return EntityId{static_cast<std::uint32_t>(numbers.next() % graph().entities().size())};
}

void relations_of_head(benchmark::State& state) {
    Numbers numbers;
    for (auto _ : state) benchmark::DoNotOptimize(graph().relations({.head = random_entity(numbers)}));
}
BENCHMARK(relations_of_head);

void relations_of_type_and_tail(benchmark::State& state) {
    Numbers numbers;
    for (auto _ : state) {
        benchmark::DoNotOptimize(graph().relations({.type = "acquires", .tail = random_entity(numbers)}));
    }
}
BENCHMARK(relations_of_type_and_tail);

void relations_of_head_type_and_tail(benchmark::State& state) {
    Numbers numbers;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            graph().relations({.head = EntityId{0}, .type = "uses", .tail = random_entity(numbers)}));
    }
}
BENCHMARK(relations_of_head_type_and_tail);

void neighbors_within_two(benchmark::State& state) {
    Numbers numbers;
    for (auto _ : state) benchmark::DoNotOptimize(neighbors(graph(), random_entity(numbers), 2));
}
BENCHMARK(neighbors_within_two)->Unit(benchmark::kMillisecond);

void path(benchmark::State& state) {
    Numbers numbers;
    for (auto _ : state) {
        const EntityId from = random_entity(numbers), to = random_entity(numbers);
        benchmark::DoNotOptimize(shortest_path(graph(), from, to));
    }
}
BENCHMARK(path)->Unit(benchmark::kMillisecond);

void rank(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(page_rank(graph()));
}
BENCHMARK(rank)->Unit(benchmark::kMillisecond);

void write(benchmark::State& state, Format format) {
    std::size_t bytes = 0;
    for (auto _ : state) {
        CountingBuffer buffer;
        std::ostream out(&buffer);
        write_graph(graph(), format, out);
        bytes += buffer.bytes();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK_CAPTURE(write, graphml, Format::graphml)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write, dot, Format::dot)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write, json, Format::json)->Unit(benchmark::kMillisecond);

void read_back(benchmark::State& state, Format format) {
    std::ostringstream out;
    write_graph(graph(), format, out);
    const std::string text = out.str();
    for (auto _ : state) {
        std::istringstream in(text);
        benchmark::DoNotOptimize(read_graph(in, "made"));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK_CAPTURE(read_back, graphml, Format::graphml)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_back, json, Format::json)->Unit(benchmark::kMillisecond);

}  // namespace
