#include "export/markdown.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("Markdown shows a text as it is, whatever it would mean", "[export][markdown]") {
    CHECK(markdown_escaped("*a* <b> [c](d) `e` &amp; | # ~~f~~") ==
          R"(\*a\* \<b\> \[c\](d) \`e\` \&amp; \| \# \~\~f\~\~)");
    CHECK(markdown_escaped(" two\n\n lines\t") == "two lines");
    CHECK(markdown_escaped(" \n") == "(no text)");
    CHECK(markdown_escaped(std::string_view("\0\x7f", 2)) == "\u2400\u2421");
    CHECK(markdown_escaped("Caf\xE9 é") == "Caf\uFFFD é");
}

TEST_CASE("A report quotes each claim with its document and how firmly it is held", "[export][markdown]") {
    std::ostringstream out;
    write_markdown(sample::rivals_graph(), out);
    CHECK(
        out.str().starts_with("# What 1 document says\n\n6 entities, 7 relations.\n\n## Boreal Labs\n"
                              "organization; also Boreal; 5 mentions\n\n"
                              "- **releases** Aurora (date: on Monday)\n"
                              "  > “Boreal Labs released Aurora on Monday” — rivals; asserted\n"));
    CHECK_THAT(out.str(),
               Catch::Contains("- **outperforms-on** Delta (on: code, long tasks)\n"
                               "  > “Aurora may beat Delta on code” — rivals; possible\n"
                               "  >\n"
                               "  > “Aurora reportedly beats Delta on long tasks” — rivals; reported "
                               "by Ember\n"));
    CHECK_THAT(out.str(), Catch::Contains("\n## Other entities\n\n- **Delta** model; 3 mentions\n"));
    CHECK_THAT(out.str(), Catch::Contains("\n## Documents\n\n- **rivals**"));
}
