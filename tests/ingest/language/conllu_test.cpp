#include "ingest/language/conllu.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace newsgraph;

namespace {

const std::string dont =
    "# newpar\n# sent_id = 1\n# text = Don't go, Ana.\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
    "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "4\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_\n"
    "5\tAna\tAna\tPROPN\tNNP\t_\t3\tvocative\t_\tNER=B-person|SpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";

}  // namespace

TEST_CASE("what is read from CoNLL-U is written as it was", "[language][conllu]") {
    const AnnotatedText read = read_conllu(dont, "dont.conllu");
    CHECK(read.text == "Don't go, Ana. ");
    std::ostringstream out;
    Analysis analysis = read.analysis;
    analysis.text = read.text;
    write_conllu(out, analysis);
    CHECK(out.str() == dont);
}

TEST_CASE("a token's dependents come in the order of the text", "[language]") {
    const AnnotatedText read = read_conllu(dont, "dont.conllu");
    const Dependents dependents(read.analysis);
    const auto of_go = dependents.of(2);
    CHECK(std::vector<TokenIndex>(of_go.begin(), of_go.end()) == std::vector<TokenIndex>{0, 1, 4, 5});
}

TEST_CASE("a broken CoNLL-U line is named", "[language][conllu]") {
    CHECK_THROWS_WITH(read_conllu("1\tone\n", "bad.conllu"),
                      "bad.conllu:1: fewer than ten columns; separate them by tabs");
}
