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

TEST_CASE("of marks within a paragraph the words stay", "[read][markdown]") {
    const auto [text, words] = GENERATE(table<std::string, std::string>({
        {"[Acme](https://acme.example/a_(b) \"Acme\") bought **Bolt**, _it_ said.",
         "Acme bought Bolt, it said."},
        {"[**Acme** Corp][1] and ![logo](a.png)`Bolt` met.", "Acme Corp and Bolt met."},
        {"***Acme*** won 5 \\* 3.", "Acme won 5 * 3."},
        {"The file a_b_c, 2 * 3 and [sic] stay.", "The file a_b_c, 2 * 3 and [sic] stay."},
        {"An *open mark and `open code and [open](link stay",
         "An *open mark and `open code and [open](link stay"},
        {"Over\n*two\nlines* it goes.", "Over\ntwo\nlines it goes."},
        {"*Café* and **Łódź**", "Café and Łódź"},
    }));
    CAPTURE(text);
    CHECK(paragraphs(text) == Paragraphs{words});
}

TEST_CASE("marks of one paragraph don't reach into the next, nor into code", "[read][markdown]") {
    CHECK(paragraphs("*A.\n\nB.*") == Paragraphs{"*A.", "B.*"});
    CHECK(document_from_markdown("```\n**code**\n```\n**B**").text == "```\n**code**\n```\nB");
}

TEST_CASE("hostile marks take linear time", "[read][markdown]") {
    for (const std::string mark : {"[", "*", "`", "_a", "![", "[](", "**a", "\\", "[a](b"}) {
        std::string text;
        for (int i = 0; i < 100'000; ++i) text += mark;
        CAPTURE(mark);
        CHECK(document_from_markdown(text).text.size() <= text.size());
    }
}
