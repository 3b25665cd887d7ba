#include "export/facts_tsv.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace newsgraph;

TEST_CASE("A fact is a row of sentence, confidence, relation and arguments", "[export][facts]") {
    std::ostringstream out;
    write_fact_tsv("Acme sold Bolt .", {"sold", {"Acme", "Bolt"}, 0.5}, out);
    CHECK(out.str() == "Acme sold Bolt .\t0.5000\tsold\tAcme\tBolt\n");
}

TEST_CASE("No field of a fact breaks its row", "[export][facts]") {
    std::ostringstream out;
    write_fact_tsv("a\tb", {"c\rd", {"e\nf", "\xE9"}, 1}, out);
    CHECK(out.str() == "a b\t1.0000\tc d\te f\t\uFFFD\n");
}
