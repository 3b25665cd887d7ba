#include "ingest/relation/modality.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/ingest/relation/written_tree.hpp"

using namespace newsgraph;
using newsgraph::testing::tree;
using newsgraph::testing::WrittenTree;

namespace {

const ModalityLexicon& lexicon() {
    static const ModalityLexicon words =
        ModalityLexicon::load(std::string(NEWSGRAPH_SOURCE_DIR) + "/data/ontology/modality.json");
    return words;
}

/// The modality of the word `predicate`, and the word that decides it: "possible (may)".
std::string reading(const std::string& written, const std::string& predicate) {
    const WrittenTree sentence = tree(written);
    const Dependents dependents(sentence.analysis);
    const ModalityReading read =
        modality_of(sentence.analysis, dependents, lexicon(), sentence.at(predicate));
    std::string text(to_string(read.modality));
    if (read.decided_by != no_token)
        text += " (" + std::string(sentence.analysis.form(read.decided_by)) + ")";
    return text;
}

}  // namespace

TEST_CASE("what a sentence states, it asserts", "[relation][modality]") {
    CHECK(reading("Acme|NNP|2|nsubj bought/buy|VBD|0|root Bolt|NNP|2|obj", "bought") == "asserted");
    CHECK(reading("Acme|NNP|3|nsubj will|MD|3|aux buy|VB|0|root Bolt|NNP|3|obj", "buy") == "asserted");
    CHECK(reading("Acme|NNP|2|nsubj is/be|VBZ|0|root to|TO|4|mark buy|VB|2|xcomp Bolt|NNP|4|obj", "buy") ==
          "asserted");
    CHECK(reading("Acme|NNP|3|nsubj has/have|VBZ|3|aux agreed/agree|VBN|0|root to|TO|5|mark buy|VB|3|xcomp "
                  "Bolt|NNP|5|obj",
                  "buy") == "asserted");
    CHECK(reading("Acme|NNP|2|nsubj managed/manage|VBD|0|root to|TO|4|mark buy|VB|2|xcomp Bolt|NNP|4|obj",
                  "buy") == "asserted");
}

TEST_CASE("modals, plans, hopes and conditions leave it open", "[relation][modality]") {
    const auto [written, expected] = GENERATE(table<std::string, std::string>({
        {"Acme|NNP|3|nsubj may|MD|3|aux buy|VB|0|root Bolt|NNP|3|obj", "possible (may)"},
        {"Acme|NNP|3|nsubj could|MD|3|aux buy|VB|0|root Bolt|NNP|3|obj", "possible (could)"},
        {"Acme|NNP|2|nsubj plans/plan|VBZ|0|root to|TO|4|mark buy|VB|2|xcomp Bolt|NNP|4|obj",
         "possible (plans)"},
        {"Acme|NNP|3|nsubj:pass is/be|VBZ|3|aux:pass expected/expect|VBN|0|root to|TO|5|mark buy|VB|3|xcomp "
         "Bolt|NNP|5|obj",
         "possible (expected)"},
        {"Acme|NNP|3|nsubj is/be|VBZ|3|cop likely|JJ|0|root to|TO|5|mark buy|VB|3|xcomp Bolt|NNP|5|obj",
         "possible (likely)"},
        {"Acme|NNP|3|nsubj is/be|VBZ|3|cop due|JJ|0|root to|TO|5|mark buy|VB|3|xcomp Bolt|NNP|5|obj",
         "possible (due)"},
        {"Acme|NNP|2|nsubj has/have|VBZ|0|root a|DT|4|det plan|NN|2|obj to|TO|6|mark buy|VB|4|acl "
         "Bolt|NNP|6|obj",
         "possible (plan)"},
        {"Acme|NNP|4|nsubj is/be|VBZ|4|cop in|IN|4|case talks/talk|NNS|0|root to|TO|6|mark buy|VB|4|acl "
         "Bolt|NNP|6|obj",
         "possible (talks)"},
        {"If|IN|2|mark approved/approve|VBN|5|advcl Acme|NNP|5|nsubj will|MD|5|aux buy|VB|0|root "
         "Bolt|NNP|5|obj",
         "possible (If)"},
        {"Acme|NNP|3|nsubj will|MD|3|aux buy|VB|0|root Bolt|NNP|3|obj pending|IN|6|case approval|NN|3|obl",
         "possible (pending)"},
        {"Perhaps|RB|4|advmod Acme|NNP|4|nsubj will|MD|4|aux buy|VB|0|root Bolt|NNP|4|obj",
         "possible (Perhaps)"},
        {"Will|MD|3|aux Acme|NNP|3|nsubj buy|VB|0|root Bolt|NNP|3|obj ?|.|3|punct", "possible (?)"},
    }));
    CAPTURE(written);
    CHECK(reading(written, "buy") == expected);
}

TEST_CASE("what is itself expected or planned is open", "[relation][modality]") {
    CHECK(
        reading(
            "Ng|NNP|3|nsubj:pass is/be|VBZ|3|aux:pass expected/expect|VBN|0|root at|IN|5|case Bolt|NNP|3|obl",
            "expected") == "possible (expected)");
}

TEST_CASE("a second verb shares the first one's modal, unless it has a subject of its own",
          "[relation][modality]") {
    CHECK(reading("Acme|NNP|3|nsubj may|MD|3|aux buy|VB|0|root Bolt|NNP|3|obj and|CC|6|cc sell|VB|3|conj "
                  "Coil|NNP|6|obj",
                  "sell") == "possible (may)");
    CHECK(reading("Acme|NNP|3|nsubj may|MD|3|aux buy|VB|0|root Bolt|NNP|3|obj and|CC|7|cc Dent|NNP|7|nsubj "
                  "sold/sell|VBD|3|conj Coil|NNP|7|obj",
                  "sold") == "asserted");
    CHECK(reading("Acme|NNP|3|nsubj did/do|VBD|4|aux not|RB|4|advmod buy|VB|0|root Bolt|NNP|4|obj or|CC|7|cc "
                  "sell|VB|4|conj Coil|NNP|7|obj",
                  "sell") == "negated (not)");
}

TEST_CASE("negation holds for what it governs", "[relation][modality]") {
    const auto [written, predicate, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"Acme|NNP|4|nsubj did/do|VBD|4|aux n't/not|RB|4|advmod buy|VB|0|root Bolt|NNP|4|obj", "buy",
         "negated (n't)"},
        {"Acme|NNP|3|nsubj never|RB|3|advmod bought/buy|VBD|0|root Bolt|NNP|3|obj", "bought",
         "negated (never)"},
        {"Acme|NNP|2|nsubj failed/fail|VBD|0|root to|TO|4|mark buy|VB|2|xcomp Bolt|NNP|4|obj", "buy",
         "negated (failed)"},
        {"Acme|NNP|2|nsubj ruled/rule|VBD|0|root out|RP|2|compound:prt buying/buy|VBG|2|xcomp Bolt|NNP|4|obj",
         "buying", "negated (ruled)"},
        {"Acme|NNP|2|nsubj denied/deny|VBD|0|root that|IN|6|mark it|PRP|6|nsubj had/have|VBD|6|aux "
         "bought/buy|VBN|2|ccomp Bolt|NNP|6|obj",
         "bought", "negated (denied)"},
        {"Acme|NNP|2|nsubj has/have|VBZ|0|root no|DT|4|det plans/plan|NNS|2|obj to|TO|6|mark buy|VB|4|acl "
         "Bolt|NNP|6|obj",
         "buy", "negated (no)"},
        {"Neither|CC|2|cc:preconj Acme|NNP|5|nsubj nor|CC|4|cc Coil|NNP|2|conj bought/buy|VBD|0|root "
         "Bolt|NNP|5|obj",
         "bought", "negated (Neither)"},
        {"Nor|CC|4|cc will|MD|4|aux Acme|NNP|4|nsubj buy|VB|0|root Bolt|NNP|4|obj", "buy", "negated (Nor)"},
        {"Acme|NNP|2|nsubj left/leave|VBD|0|root without|IN|4|mark buying/buy|VBG|2|advcl Bolt|NNP|4|obj",
         "buying", "negated (without)"},
        {"Acme|NNP|2|nsubj has/have|VBZ|0|root yet|RB|2|advmod to|TO|5|mark buy|VB|2|xcomp Bolt|NNP|5|obj",
         "buy", "negated (has)"},
        {"The|DT|2|det takeover|NN|5|nsubj of|IN|4|case Bolt|NNP|2|nmod collapsed/collapse|VBD|0|root",
         "takeover", "negated (collapsed)"},
        {"Acme|NNP|2|nsubj abandoned/abandon|VBD|0|root its|PRP$|4|nmod:poss takeover|NN|2|obj of|IN|6|case "
         "Bolt|NNP|4|nmod",
         "takeover", "negated (abandoned)"},
        {"Nobody|NN|2|nsubj bought/buy|VBD|0|root Bolt|NNP|2|obj", "bought", "negated (Nobody)"},
    }));
    CAPTURE(written);
    CHECK(reading(written, predicate) == expected);
}

TEST_CASE("\"not only\" is no negation, and two negations cancel", "[relation][modality]") {
    CHECK(reading("Acme|NNP|4|nsubj not|RB|3|advmod only|RB|4|advmod bought/buy|VBD|0|root Bolt|NNP|4|obj",
                  "bought") == "asserted");
    CHECK(reading(
              "Acme|NNP|4|nsubj did/do|VBD|4|aux not|RB|4|advmod fail|VB|0|root to|TO|6|mark buy|VB|4|xcomp "
              "Bolt|NNP|6|obj",
              "buy") == "asserted");
}

TEST_CASE("a negation stays out of relative clauses and of coordinated ones with their own subject",
          "[relation][modality]") {
    CHECK(
        reading(
            "Acme|NNP|4|nsubj did/do|VBD|4|aux not|RB|4|advmod sue|VB|0|root Bolt|NNP|4|obj which|WDT|7|obj "
            "bought/buy|VBD|5|acl:relcl Coil|NNP|7|obj",
            "bought") == "asserted");
    CHECK(
        reading("Acme|NNP|4|nsubj did/do|VBD|4|aux not|RB|4|advmod sue|VB|0|root Bolt|NNP|4|obj but|CC|8|cc "
                "Dent|NNP|8|nsubj bought/buy|VBD|4|conj Coil|NNP|8|obj",
                "bought") == "asserted");
}

TEST_CASE("hedges stack: negated, else possible, else reported", "[relation][modality]") {
    CHECK(reading("Acme|NNP|3|nsubj reportedly|RB|3|advmod bought/buy|VBD|0|root Bolt|NNP|3|obj", "bought") ==
          "reported (reportedly)");
    CHECK(reading("Acme|NNP|4|nsubj may|MD|4|aux reportedly|RB|4|advmod buy|VB|0|root Bolt|NNP|4|obj",
                  "buy") == "possible (may)");
    CHECK(reading("Acme|NNP|4|nsubj may|MD|4|aux not|RB|4|advmod buy|VB|0|root Bolt|NNP|4|obj", "buy") ==
          "negated (not)");
    CHECK(reading("Acme|NNP|3|nsubj:pass is/be|VBZ|3|aux:pass said/say|VBN|0|root to|TO|6|mark be|VB|6|aux "
                  "considering/consider|VBG|3|xcomp a|DT|8|det bid|NN|6|obj for|IN|10|case Bolt|NNP|8|nmod",
                  "bid") == "possible (bid)");
    CHECK(reading("Acme|NNP|3|nsubj:pass is/be|VBZ|3|aux:pass said/say|VBN|0|root to|TO|6|mark have|VB|6|aux "
                  "bought/buy|VBN|3|xcomp Bolt|NNP|6|obj",
                  "bought") == "reported (said)");
}

TEST_CASE("\"would\" in reported speech is a future, elsewhere a hedge", "[relation][modality]") {
    CHECK(reading("Acme|NNP|2|nsubj said/say|VBD|0|root it|PRP|5|nsubj would|MD|5|aux buy|VB|2|ccomp "
                  "Bolt|NNP|5|obj",
                  "buy") == "asserted");
    CHECK(reading("The|DT|2|det bill|NN|4|nsubj would|MD|4|aux ban|VB|0|root Bolt|NNP|4|obj", "ban") ==
          "possible (would)");
}

TEST_CASE("nouns for doings take over what is said of them", "[relation][modality]") {
    CHECK(reading(
              "the|DT|3|det proposed/propose|VBN|3|amod merger|NN|5|nsubj of|IN|6|case grows/grow|VBZ|0|root "
              "Acme|NNP|3|nmod",
              "merger") == "possible (proposed)");
    CHECK(reading("Acme|NNP|2|nsubj made/make|VBD|0|root no|DT|4|det investment|NN|2|obj in|IN|6|case "
                  "Bolt|NNP|4|nmod",
                  "investment") == "negated (no)");
    CHECK(reading("Acme|NNP|3|nsubj will|MD|3|aux sue|VB|0|root its|PRP$|5|nmod:poss rival|NN|3|obj "
                  "Bolt|NNP|5|appos",
                  "rival") == "asserted");
}

TEST_CASE("\"rather than\" and \"either\" speak of one argument alone", "[relation][modality]") {
    const WrittenTree sentence = tree(
        "Nut|NNP|2|nsubj runs/run|VBZ|0|root on|IN|4|case Acme|NNP|2|obl rather|RB|8|case than|IN|5|fixed "
        "on|IN|8|case Bolt|NNP|4|conj");
    const Dependents dependents(sentence.analysis);
    const auto of = [&](std::string_view name) {
        return modality_of_argument(sentence.analysis, dependents, lexicon(), sentence.at(name),
                                    sentence.at("runs"))
            .modality;
    };
    CHECK(of("Bolt") == Modality::negated);
    CHECK(of("Acme") == Modality::asserted);
}

TEST_CASE("what came of it counts: \"only to walk away\"", "[relation][modality]") {
    CHECK(reading("Acme|NNP|2|nsubj agreed/agree|VBD|0|root to|TO|4|mark buy|VB|2|xcomp Bolt|NNP|4|obj "
                  "only|RB|8|advmod "
                  "to|TO|8|mark walk|VB|4|advcl away|RB|8|advmod",
                  "buy") == "negated (walk)");
}

TEST_CASE("a relative clause is free of the reporting verb that a tree hangs it on", "[relation][modality]") {
    // As parsers do: "who founded Bolt" as the complement of "denied".
    CHECK(reading("Acme|NNP|2|nsubj denied/deny|VBD|0|root it|PRP|2|obj ,|,|6|punct who|WP|6|nsubj "
                  "founded/found|VBD|2|ccomp "
                  "Bolt|NNP|6|obj",
                  "founded") == "asserted");
    CHECK(reading("a|DT|2|det report|NN|8|nsubj that|WDT|5|obj it|PRP|5|nsubj bought/buy|VBD|2|acl:relcl "
                  "Bolt|NNP|5|obj "
                  "is/be|VBZ|8|cop wrong|JJ|0|root",
                  "bought") == "negated (wrong)");
}

TEST_CASE("a broken lexicon is named with its line and field", "[relation][modality]") {
    CHECK_THROWS_WITH(ModalityLexicon::parse("{\"verbs\": {\n\"hopps\": [\"plan\"]}}", "m.json"),
                      Catch::Contains("m.json:2") && Catch::Contains("hopps"));
    CHECK_THROWS_WITH(
        ModalityLexicon::parse("{\"nouns\": {\"hopes\": [\"plan\"],\n\"says\": [\"plan\"]}}", "m.json"),
        Catch::Contains("m.json:2") && Catch::Contains("\"plan\""));
    CHECK_THROWS_WITH(ModalityLexicon::parse("{\"nuons\": {}}", "m.json"), Catch::Contains("nuons"));
    CHECK_THROWS_WITH(ModalityLexicon::parse("{\"verbs\": {\"hopes\": [7]}}", "m.json"),
                      Catch::Contains("verbs.hopes"));
    CHECK_THROWS_WITH(ModalityLexicon::load("/nowhere/m.json"), Catch::Contains("/nowhere/m.json"));
}

TEST_CASE("deep and wide trees cost no more than their size", "[relation][modality]") {
    // A chain of complements, and a verb with thousands of dependents.
    std::string chain = "plans/plan|VBZ|0|root";
    std::string fan = "plans/plan|VBZ|0|root";
    constexpr int tokens = 20'000;
    for (int i = 1; i < tokens; ++i) {
        chain += " plan|VB|" + std::to_string(i) + "|xcomp";
        fan += " plan|VB|1|conj";
    }
    for (const std::string& written : {chain, fan}) {
        const WrittenTree sentence = tree(written);
        const Dependents dependents(sentence.analysis);
        std::size_t possible = 0;
        for (TokenIndex token = 0; token < sentence.analysis.tokens.size(); ++token) {
            possible +=
                modality_of(sentence.analysis, dependents, lexicon(), token).modality == Modality::possible;
        }
        CHECK(possible > 0);
    }
}
