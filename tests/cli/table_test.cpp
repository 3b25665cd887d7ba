#include "cli/table.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace newsgraph;

namespace {

std::string printed(const Table& table, const TableStyle& style = {}) {
    std::ostringstream out;
    print_table(out, table, style);
    return out.str();
}

}  // namespace

TEST_CASE("columns are aligned whatever the letters' widths", "[cli][table]") {
    CHECK(printed({{"Name", "Type"}, {{"東京", "place"}, {"Meta", "organization"}, {"Zoë", "person"}}}) ==
          "Name  Type\n"
          "東京  place\n"
          "Meta  organization\n"
          "Zoë   person\n");
}

TEST_CASE("where a table is too wide, its widest column takes several lines", "[cli][table]") {
    CHECK(
        printed({{"Name", "Words"}, {{"Meta", "one two three four five"}, {"Acme", "six"}}}, {.width = 20}) ==
        "Name  Words\n"
        "Meta  one two three\n"
        "      four five\n"
        "Acme  six\n");
}

TEST_CASE("words are broken only where no other column can give way", "[cli][table]") {
    CHECK(printed({{"Type", "Words"}, {{"releases-weights", "one two three four"}}}, {.width = 28}) ==
          "Type              Words\n"
          "releases-weights  one two\n"
          "                  three four\n");
    CHECK(printed({{"Type", "Word"}, {{"releases-weights", "outperforms-on"}}}, {.width = 24}) ==
          "Type         Word\n"
          "releases-we  outperforms\n"
          "ights        -on\n");
}

TEST_CASE("an id is never broken, even where a line gets too wide", "[cli][table]") {
    Table table{{"Id", "Title"}, {{"2-price of tidewatch", "The price of Tidewatch"}}};
    table.ids = {0};
    CHECK(printed(table, {.width = 30}) ==
          "Id                    Title\n"
          "2-price of tidewatch  The price\n"
          "                      of\n"
          "                      Tidewatch\n");
    CHECK(printed({{"Id"}, {{"2-price-of-tidewatch"}}, {}, {0}}, {.width = 10}) ==
          "Id\n2-price-of-tidewatch\n");
}

TEST_CASE("a very narrow terminal does no harm", "[cli][table]") {
    CHECK_FALSE(
        printed({{"A", "B"}, {{std::string(100, 'x'), std::string(100, 'y')}}}, {.width = 1}).empty());
}

TEST_CASE("a table without rows is its headings", "[cli][table]") {
    CHECK(printed({{"A", "B"}, {}}) == "A  B\n");
}

TEST_CASE("tab-separated values have one line for each row", "[cli][table]") {
    std::ostringstream out;
    print_tsv(out, {{"a", "b"}, {{"x\ty", "1\r\n2"}}});
    CHECK(out.str() == "a\tb\nx y\t1  2\n");
}

TEST_CASE("CSV puts cells in quotation marks that would otherwise break it", "[cli][table]") {
    std::ostringstream out;
    print_csv(out, {{"Name", "Words"}, {{"Acme, Inc.", "say \"hi\""}, {"two\nlines", "plain"}}});
    CHECK(out.str() == "Name,Words\r\n\"Acme, Inc.\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",plain\r\n");
}
