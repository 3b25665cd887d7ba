#include "export/text_width.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace newsgraph;

TEST_CASE("text is as wide as a terminal shows it", "[cli][text_width]") {
    const auto [text, width] = GENERATE(table<std::string, std::size_t>({
        {"", 0},
        {"Meta", 4},
        {"Café", 4},
        {"Cafe\u0301", 4},  // an accent of its own
        {"東京", 4},
        {"\U0001F600", 2},
        {"\U0001F468\u200D\U0001F469\u200D\U0001F467", 2},  // a family, joined
        {"❤\uFE0F", 2},
    }));
    CAPTURE(text);
    CHECK(text_width(text) == width);
}

TEST_CASE("a terminal is shown nothing that it would obey", "[cli][text_width]") {
    CHECK(printable("a\033[31mb") == "a\uFFFD[31mb");
    CHECK(printable("a\r\nb\tc\u009Bd") == "a b c\uFFFDd");
    CHECK(printable("abc\u202Edef") == "abcdef");
    CHECK(printable("a\xFF") == "a\uFFFD");
    CHECK(printable("שלום") == "שלום");
}

TEST_CASE("lines are broken at spaces, and within words that are too long", "[cli][text_width]") {
    using Lines = std::vector<std::string>;
    CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrapped("one", 10) == Lines{"one"});
    CHECK(wrapped("", 10) == Lines{""});
    CHECK(wrapped("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(wrapped("東京都", 3) == Lines{"東", "京", "都"});
    CHECK(wrapped("東", 1) == Lines{"東"});
}
