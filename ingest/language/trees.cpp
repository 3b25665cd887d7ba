#include "ingest/language/trees.hpp"

#include <algorithm>
#include <limits>

namespace newsgraph {

namespace {

constexpr double impossible = -1e12;
constexpr double root_cost = 1e6;  // more than any tree's score: the best tree has as few roots as it can

/// Square: `at(i, j)` scores node i under node j; node 0 is the root and has no head.
struct Graph {
    std::size_t size;
    std::vector<double> scores;

    explicit Graph(std::size_t n) : size(n), scores(n * n, impossible) {}
    double& at(std::size_t node, std::size_t head) { return scores[node * size + head]; }
    double at(std::size_t node, std::size_t head) const { return scores[node * size + head]; }
};

/// The nodes of one cycle; empty if there is none.
std::vector<std::size_t> cycle_of(const std::vector<std::size_t>& heads) {
    enum State : char { unseen, on_path, done };
    std::vector<State> state(heads.size(), unseen);
    state[0] = done;
    std::vector<std::size_t> path;
    for (std::size_t start = 1; start < heads.size(); ++start) {
        path.clear();
        std::size_t at = start;
        for (; state[at] == unseen; at = heads[at]) {
            state[at] = on_path;
            path.push_back(at);
        }
        if (state[at] == on_path) return {std::find(path.begin(), path.end(), at), path.end()};
        for (const std::size_t node : path) state[node] = done;
    }
    return {};
}

/// One step of the algorithm: a cycle that was made one node, and how its arcs stand for those before.
struct Contraction {
    std::vector<std::size_t> heads;    // the greedy choice before
    std::vector<std::size_t> outside;  // node of the smaller graph -> node before; the cycle comes last
    std::vector<std::size_t> enter;    // for a head outside: which node of the cycle it would govern
    std::vector<std::size_t> leave;    // for a node outside: its best head in the cycle
};

std::vector<std::size_t> greedy_heads(const Graph& graph) {
    std::vector<std::size_t> heads(graph.size, 0);
    for (std::size_t i = 1; i < graph.size; ++i) {
        double best = -std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < graph.size; ++j) {
            if (j != i && graph.at(i, j) > best) {
                best = graph.at(i, j);
                heads[i] = j;
            }
        }
    }
    return heads;
}

/// Makes `cycle` one node, the last of the graph that is returned.
Graph contract(const Graph& graph, const std::vector<std::size_t>& cycle, Contraction& step) {
    std::vector<bool> inside(graph.size, false);
    for (const std::size_t node : cycle) inside[node] = true;
    for (std::size_t i = 0; i < graph.size; ++i) {
        if (!inside[i]) step.outside.push_back(i);
    }
    const std::size_t whole = step.outside.size();
    step.enter.assign(graph.size, 0);
    step.leave.assign(graph.size, 0);
    Graph smaller(whole + 1);
    for (std::size_t a = 0; a < whole; ++a) {
        const std::size_t i = step.outside[a];
        for (std::size_t b = 0; b < whole; ++b) {
            if (a != b) smaller.at(a, b) = graph.at(i, step.outside[b]);
        }
        std::size_t best_head = cycle.front();
        std::size_t best_node = cycle.front();
        double best_gain = -std::numeric_limits<double>::infinity();
        for (const std::size_t node : cycle) {
            if (graph.at(i, node) > graph.at(i, best_head)) best_head = node;
            const double gain = graph.at(node, i) - graph.at(node, step.heads[node]);
            if (gain > best_gain) {
                best_gain = gain;
                best_node = node;
            }
        }
        step.leave[i] = best_head;
        step.enter[i] = best_node;
        if (i != 0) smaller.at(a, whole) = graph.at(i, best_head);
        smaller.at(whole, a) = best_gain;
    }
    return smaller;
}

std::vector<std::size_t> arborescence(Graph graph) {
    std::vector<Contraction> steps;
    std::vector<std::size_t> heads;
    for (;;) {
        heads = greedy_heads(graph);
        const std::vector<std::size_t> cycle = cycle_of(heads);
        if (cycle.empty()) break;
        Contraction step;
        step.heads = std::move(heads);
        graph = contract(graph, cycle, step);
        steps.push_back(std::move(step));
    }
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const std::size_t whole = step->outside.size();
        std::vector<std::size_t> before = step->heads;
        for (std::size_t a = 1; a < whole; ++a) {
            const std::size_t i = step->outside[a];
            before[i] = heads[a] == whole ? step->leave[i] : step->outside[heads[a]];
        }
        const std::size_t governor = step->outside[heads[whole]];
        before[step->enter[governor]] = governor;
        heads = std::move(before);
    }
    return heads;
}

}  // namespace

std::vector<std::size_t> best_tree(std::span<const float> scores, std::size_t words, std::size_t stride) {
    std::vector<std::size_t> heads(words + 1, 0);
    std::size_t roots = 0;
    for (std::size_t i = 1; i <= words; ++i) {
        const std::span<const float> row = scores.subspan((i - 1) * stride, words + 1);
        float best = row[0];
        for (std::size_t j = 1; j <= words; ++j) {
            if (j != i && row[j] > best) {
                best = row[j];
                heads[i] = j;
            }
        }
        roots += heads[i] == 0;
    }
    if (roots != 1 || !cycle_of(heads).empty()) {
        Graph graph(words + 1);
        for (std::size_t i = 1; i <= words; ++i) {
            for (std::size_t j = 0; j <= words; ++j) {
                if (j != i) graph.at(i, j) = scores[(i - 1) * stride + j] - (j == 0 ? root_cost : 0.0);
            }
        }
        heads = arborescence(std::move(graph));
    }
    heads.erase(heads.begin());
    return heads;
}

}  // namespace newsgraph
