#include "ingest/relation/values.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/ingest/relation/written_tree.hpp"

using namespace newsgraph;
using newsgraph::testing::flat_tree;
using newsgraph::testing::tree;
using newsgraph::testing::WrittenTree;

namespace {

/// "date Tuesday 2026-04-07; money $ 5 m 5000000 USD": all values of the words.
std::string values(const WrittenTree& text, std::string_view date) {
    const Dependents dependents(text.analysis);
    std::string result;
    for (const Value& value : find_values(text.analysis, dependents, date)) {
        if (!result.empty()) result += "; ";
        result += std::string(to_string(value.kind)) + " " + value.text;
        if (!value.normalized.empty()) result += " = " + value.normalized;
        CHECK(value.tokens.contains(value.head));
        CHECK(value.text == std::string(text.analysis.quote(value.tokens)));
    }
    return result;
}

const std::string wednesday = "2026-04-08";

}  // namespace

TEST_CASE("dates are read against the document's date", "[relation][values]") {
    const auto [words, expected] = GENERATE(table<std::string, std::string>({
        {"sold on Tuesday", "date Tuesday = 2026-04-07"},
        {"sold on Wednesday", "date Wednesday = 2026-04-08"},
        {"sold on Friday night", "date Friday night = 2026-04-03"},
        {"sold last Tuesday", "date last Tuesday = 2026-04-07"},
        {"sold in 2019", "date 2019 = 2019"},
        {"sold since 2021", "date 2021 = 2021"},
        {"sold in the 1990s", "date 1990s = 1990s"},
        {"sold last week", "date last week = 2026-W14"},
        {"sold this week", "date this week = 2026-W15"},
        {"sold last month", "date last month = 2026-03"},
        {"sold next year", "date next year = 2027"},
        {"sold last autumn", "date last autumn = 2025-AU"},
        {"sold this spring", "date this spring = 2026-SP"},
        {"sold in the summer of 2024", "date the summer of 2024 = 2024-SU"},
        {"sold in the third quarter of 2025", "date the third quarter of 2025 = 2025-Q3"},
        {"sold in Q3 2025", "date Q3 2025 = 2025-Q3"},
        {"sold three years ago", "date three years ago = 2023"},
        {"sold six years after it began", "date six years"},
        {"sold two weeks ago", "date two weeks ago = 2026-W13"},
        {"sold yesterday", "date yesterday = 2026-04-07"},
        {"sold in March", "date March = 2026-03"},
        {"sold in August", "date August = 2025-08"},
        {"sold in March 2029", "date March 2029 = 2029-03"},
        {"sold on 12 November", "date 12 November = 2025-11-12"},
        {"sold on April 2 , 2024", "date April 2 , 2024 = 2024-04-02"},
        {"sold on 2 April 2024", "date 2 April 2024 = 2024-04-02"},
        {"sold on 2024-04-02", "date 2024-04-02 = 2024-04-02"},
        {"sold the next morning", "date the next morning"},
        {"sold at 06:14", "date 06:14 = T06:14"},
        {"sold at 3am", "date 3am = T03:00"},
        {"sold for 112 years", "duration 112 years = P112Y"},
        {"sold over three years", "duration over three years = P3Y"},
    }));
    CAPTURE(words);
    CHECK(values(flat_tree(words), wednesday) == expected);
}

TEST_CASE("without the document's date, relative ones keep their words alone", "[relation][values]") {
    CHECK(values(flat_tree("sold last week in 2019"), "") == "date last week; date 2019 = 2019");
    CHECK(values(flat_tree("sold on Monday"), "no date") == "date Monday");
}

TEST_CASE("what will be is dated forwards", "[relation][values]") {
    const std::string monday = "It|PRP|3|nsubj will|MD|3|aux sell|VB|0|root on|IN|5|case Monday|NNP|3|obl";
    CHECK(values(tree(monday), wednesday) == "date Monday = 2026-04-13");
    const std::string august = "It|PRP|3|nsubj may|MD|3|aux open|VB|0|root in|IN|5|case August|NNP|3|obl";
    CHECK(values(tree(august), wednesday) == "date August = 2026-08");
}

TEST_CASE("money is a number and a currency", "[relation][values]") {
    const auto [words, expected] = GENERATE(table<std::string, std::string>({
        {"worth $ 1.3 billion", "money $ 1.3 billion = 1300000000 USD"},
        {"worth $1.5bn", "money $1.5bn = 1500000000 USD"},
        {"worth € 310m", "money € 310m = 310000000 EUR"},
        {"worth £150,000 now", "money £150,000 = 150000 GBP"},
        {"worth up to $ 50m", "money up to $ 50m = 50000000 USD"},
        {"worth $ 0.12 per million", "money $ 0.12 = 0.12 USD"},
        {"worth 9 cents", "money 9 cents = 0.09"},
        {"worth two million euros", "money two million euros = 2000000 EUR"},
        {"worth CHF 30 million", "money CHF 30 million = 30000000 CHF"},
        {"for an undisclosed sum", "money an undisclosed sum"},
    }));
    CAPTURE(words);
    CHECK(values(flat_tree(words), wednesday) == expected);
}

TEST_CASE("scores, shares, factors and ranks", "[relation][values]") {
    const auto [words, expected] = GENERATE(table<std::string, std::string>({
        {"scores 61.4 %", "percentage 61.4 % = 61.4"},
        {"owns 18 per cent", "percentage 18 per cent = 18"},
        {"owns 61.4%", "percentage 61.4% = 61.4"},
        {"by 3.2 points", "points 3.2 points = 3.2"},
        {"almost nine points", "points almost nine points = 9"},
        {"won 2-1", "score 2-1 = 2-1"},
        {"carried by 212 votes to 190", ""},
        {"almost twice", "factor almost twice = 2"},
        {"three times weaker", "factor three times = 3"},
        {"in the top tier", "rank the top tier"},
        {"in third place", "rank third place = 3"},
        {"ranks number one", "rank number one = 1"},
        {"scores 58.3 on", "number 58.3 = 58.3"},
        {"about twenty-three percent", "percentage about twenty-three percent = 23"},
    }));
    CAPTURE(words);
    if (expected.empty()) {
        CHECK(values(flat_tree(words), wednesday).find("212") != std::string::npos);
    } else {
        CHECK(values(flat_tree(words), wednesday) == expected);
    }
}

TEST_CASE("an ordinal is a part only where it describes no noun", "[relation][values]") {
    CHECK(values(tree("a|DT|2|det third|NN|3|obl:unmarked less|JJR|0|root"), wednesday) ==
          "factor a third = 0.3333");
    CHECK(values(tree("a|DT|3|det third|JJ|3|amod plant|NN|0|root"), wednesday).empty());
}

TEST_CASE("a month's name that is a verb or a person is no date", "[relation][values]") {
    CHECK(values(tree("It|PRP|3|nsubj may|MD|3|aux march|VB|0|root"), wednesday).empty());
    CHECK(values(tree("Theresa|NNP|3|nsubj May|NNP|1|flat spoke/speak|VBD|0|root"), wednesday).empty());
}

TEST_CASE("a value belongs to the predicate that governs it", "[relation][values]") {
    const WrittenTree text = tree(
        "Acme|NNP|2|nsubj took/take|VBD|0|root a|DT|5|det 4%|CD|5|compound stake|NN|2|obj in|IN|7|case "
        "2019|CD|2|obl and|CC|9|cc sold/sell|VBD|2|conj it|PRP|9|obj in|IN|12|case 2021|CD|9|obl");
    const Dependents dependents(text.analysis);
    const std::vector<Value> all = find_values(text.analysis, dependents, wednesday);
    const auto of = [&](std::string_view predicate) {
        std::string found;
        for (const Value* value : values_of(text.analysis, dependents, all, text.at(predicate)))
            found += value->text + " ";
        return found;
    };
    CHECK(of("took") == "4% 2019 ");
    CHECK(of("sold") == "2021 ");
}

TEST_CASE("hostile numbers and dates do no harm", "[relation][values]") {
    for (const std::string words :
         {"99999999999999999999999999 years ago", "a 9999999999 weeks ago", "$ 1.2.3.4",
          "2026-99-99 on 31 February", "Q9 H3 - - -",
          "one hundred hundred hundred hundred thousand million billion dollars", "next next next",
          "the the the third third", "% % %", "$", "€ €", "1-2-3-4-5", "about", "up to", "as much as"}) {
        CAPTURE(words);
        CHECK_NOTHROW(values(flat_tree(words), wednesday));
        CHECK_NOTHROW(values(flat_tree(words), "9999-12-31"));
        CHECK_NOTHROW(values(flat_tree(words), "0000-00-00"));
    }
}
