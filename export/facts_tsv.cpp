#include "export/facts_tsv.hpp"

#include <array>
#include <cstdio>

#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

void write_field(std::string_view field, std::ostream& out) {
    const std::string text = valid_utf8(field);
    for (const char c : text) out.put(c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
}

}  // namespace

void write_fact_tsv(std::string_view sentence, const Fact& fact, std::ostream& out) {
    std::array<char, 32> confidence{};
    std::snprintf(confidence.data(), confidence.size(), "%.4f", fact.confidence);
    write_field(sentence, out);
    out << '\t' << confidence.data() << '\t';
    write_field(fact.relation, out);
    for (const std::string& argument : fact.arguments) {
        out.put('\t');
        write_field(argument, out);
    }
    out.put('\n');
}

}  // namespace newsgraph
