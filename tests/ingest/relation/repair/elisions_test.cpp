#include "ingest/relation/repair/elisions.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "ingest/relation/repair/repair.hpp"
#include "tests/ingest/relation/written_tree.hpp"

using namespace newsgraph;
using newsgraph::testing::tree;

namespace {

/// What the word hangs on after the repair, and by which relation: "nsubj leading". Entities named in
/// `persons` are persons, all others organizations.
std::string attachment(std::string_view written, std::string_view word, std::string_view persons = "") {
    auto read = tree(written);
    for (Entity& entity : read.entities.entities)
        entity.type = persons.find(entity.name) != std::string_view::npos ? "person" : "organization";
    const Analysis repaired = repair_trees(read.analysis, read.entities);
    const Token& token = repaired.tokens[read.at(word)];
    return std::string(to_string(token.deprel)) +
           (token.head == no_token ? "" : " " + std::string(repaired.form(token.head)));
}

}  // namespace

TEST_CASE("a with-clause has its own subject and hangs on the sentence's verb", "[relation][elisions]") {
    const std::string sentence =
        "With|IN|2|case Acme|NNP|13|obl leading/lead|VBG|2|acl the|DT|5|det round|NN|3|obj and|CC|7|cc "
        "Bolt|NNP|5|conj joining/join|VBG|3|xcomp ,|,|13|punct the|DT|11|det start-up|NN|13|nsubj "
        "Crane|NNP|11|appos raised/raise|VBD|0|root money|NN|13|obj";
    CHECK(attachment(sentence, "Acme") == "nsubj leading");
    CHECK(attachment(sentence, "leading") == "advcl raised");
    CHECK(attachment(sentence, "With") == "mark leading");
    CHECK(attachment(sentence, "Bolt") == "nsubj joining");
    CHECK(attachment(sentence, "joining") == "conj leading");
}

TEST_CASE("an apposition is no second subject of a with-clause", "[relation][elisions]") {
    const std::string sentence =
        "With|IN|2|case Acme|NNP|9|obl ,|,|5|punct a|DT|5|det firm|NN|2|appos making/make|VBG|5|acl "
        "chips/chip|NNS|6|obj Bolt|NNP|9|nsubj signed/sign|VBD|0|root a|DT|11|det deal|NN|9|obj";
    CHECK(attachment(sentence, "Acme") == "obl signed");
    CHECK(attachment(sentence, "firm") == "appos Acme");
}

TEST_CASE("a with-clause may have several subjects and an adverb", "[relation][elisions]") {
    const std::string sentence =
        "Acme|NNP|2|nsubj raised/raise|VBD|0|root money|NN|2|obj ,|,|6|punct with|IN|6|case Bolt|NNP|2|obl "
        "and|CC|8|cc Crane|NNP|6|conj also|RB|10|advmod investing/invest|VBG|2|advcl";
    CHECK(attachment(sentence, "Bolt") == "nsubj investing");
    CHECK(attachment(sentence, "Crane") == "conj Bolt");
}

TEST_CASE("a phrase with \"with\" and no participle stays as it is", "[relation][elisions]") {
    CHECK(attachment("Acme|NNP|2|nsubj merged/merge|VBD|0|root with|IN|4|case Bolt|NNP|2|obl in|IN|6|case "
                     "May|NN|2|obl",
                     "Bolt") == "obl merged");
}

TEST_CASE("what is left of a second clause hangs together beside the first one's verb",
          "[relation][elisions]") {
    const std::string sentence =
        "Acme|NNP|2|nsubj beats/beat|VBZ|0|root Bolt|NNP|2|obj on|IN|5|case speed|NN|2|obl and|CC|7|cc "
        "Crane|NNP|5|conj on|IN|9|case price|NN|5|nmod";
    CHECK(attachment(sentence, "Crane") == "conj beats");
    CHECK(attachment(sentence, "price") == "orphan Crane");
}

TEST_CASE("a name that a verb follows opens a clause of its own, not a shortened one",
          "[relation][elisions]") {
    CHECK(attachment("Acme|NNP|2|nsubj beats/beat|VBZ|0|root Bolt|NNP|2|obj on|IN|5|case speed|NN|2|obl "
                     "and|CC|10|cc Crane|NNP|10|nsubj on|IN|9|case price|NN|7|nmod fell/fall|VBD|2|conj",
                     "price") == "nmod Crane");
}

TEST_CASE("where a person is now belongs to her", "[relation][elisions]") {
    const std::string sentence =
        "Roe|NNP|7|nsubj ,|,|3|punct now|RB|7|advmod at|IN|5|case Acme|NNP|7|obl ,|,|5|punct "
        "spoke/speak|VBD|0|root";
    CHECK(attachment(sentence, "Acme", "Roe") == "nmod Roe");
    CHECK(attachment(sentence, "Acme") == "obl spoke");
}
