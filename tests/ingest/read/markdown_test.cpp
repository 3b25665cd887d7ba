#include "ingest/read/markdown.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace newsgraph;

namespace {

std::vector<std::string> paragraphs(const std::string& text) {
    const Document document = document_from_markdown(text);
    std::vector<std::string> words;
    for (const Paragraph& paragraph : document.paragraphs) {
        const std::string quoted(quote(document, paragraph.span));
        words.push_back(paragraph.is_heading ? "[" + quoted + "]" : quoted);
    }
    return words;
}

using Paragraphs = std::vector<std::string>;

}  // namespace

TEST_CASE("Markdown's headings, items and quotes lose their markers", "[read][markdown]") {
    CHECK(paragraphs("# Ferries #\n\nThe council\nmet.\n## Cost\n- Two boats\n  for Oslo\n* [x] One yard\n3) "
                     "Ice\n> It voted.\n") == Paragraphs{"[Ferries]", "The council\nmet.", "[Cost]",
                                                         "Two boats\n  for Oslo", "One yard", "Ice",
                                                         "It voted."});
    CHECK(paragraphs("Ferries\n=======\nIt sails.\n") == Paragraphs{"[Ferries]", "It sails."});
}

TEST_CASE("code, comments, tables, rules and link definitions are no paragraphs", "[read][markdown]") {
    CHECK(paragraphs("A.\n\n```\ncode\n```\n~~~~\n~~~\n~~~~\n<!-- a\nb -->\n| x | y "
                     "|\n\n***\n![p](q.png)\n[1]: https://example.org\n\nB.") == Paragraphs{"A.", "B."});
    CHECK(paragraphs("A.\n```\nnever closed") == Paragraphs{"A."});
}

TEST_CASE("the title and date are those of the front matter, else of the first heading", "[read][markdown]") {
    const Document document =
        document_from_markdown("---\ntitle: \"Ferries: two\"\ndate: 2026-04-08\n---\n# Boats\nText.\n");
    CHECK(document.title == "Ferries: two");
    CHECK(document.date == "2026-04-08");
    CHECK(document.paragraphs.size() == 2);
    CHECK(document_from_markdown("# Boats\nText.\n").title == "Boats");
    CHECK(document_from_markdown("---\nnot: closed\n\nText.\n").title.empty());
}

TEST_CASE("any Markdown has paragraphs within it, in order", "[read][markdown]") {
    const std::string text =
        GENERATE(as<std::string>{}, "", "#", "######", "- ", "-", ">", "> > -", "---", "---\n", "```", "<!--",
                 "1.", "- [ ] ", "===", "a\n===", "[a]:", "!", "![](", "# #", "> - [x] b");
    CAPTURE(text);
    std::size_t end = 0;
    for (const Paragraph& paragraph : document_from_markdown(text).paragraphs) {
        CHECK(paragraph.span.begin >= end);
        CHECK(paragraph.span.size > 0);
        end = paragraph.span.end();
    }
    CHECK(end <= text.size());
}
