#include "ingest/read/text.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ingest/read/lines.hpp"

using namespace newsgraph;

namespace {

/// The paragraphs' words, headings in square brackets.
std::vector<std::string> paragraphs(const std::string& text) {
    const Document document = document_from_text(text);
    std::vector<std::string> words;
    for (const Paragraph& paragraph : document.paragraphs) {
        const std::string quoted(quote(document, paragraph.span));
        words.push_back(paragraph.is_heading ? "[" + quoted + "]" : quoted);
    }
    return words;
}

using Paragraphs = std::vector<std::string>;

const std::string long_line =
    "The harbour council said on Monday that it would buy two electric ferries from a yard in the north, and "
    "that "
    "the first of them was to sail before the end of the coming summer.";

}  // namespace

TEST_CASE("blank lines separate paragraphs and the first short line is the title", "[read][text]") {
    const std::string text = "Harbour buys two ferries\n\nThe council met.\n\nIt voted.\n";
    CHECK(paragraphs(text) == Paragraphs{"[Harbour buys two ferries]", "The council met.", "It voted."});
    CHECK(document_from_text(text).title == "Harbour buys two ferries");
}

TEST_CASE("a text that begins with a sentence has no title", "[read][text]") {
    CHECK(document_from_text("The council met on Monday.\n\nIt voted.").title.empty());
    CHECK(document_from_text("Harbour").title.empty());
}

TEST_CASE("each of several long lines is a paragraph, a short one between them a heading", "[read][text]") {
    CHECK(paragraphs(long_line + "\nWhat It Costs\n" + long_line + "\n") ==
          Paragraphs{long_line, "[What It Costs]", long_line});
}

TEST_CASE("lines broken for their width are one paragraph", "[read][text]") {
    const std::string wrapped =
        "The harbour council said on Monday that it would\n"
        "buy two electric ferries from a yard in the\n"
        "north, and that one was to sail before summer.\n";
    CHECK(paragraphs("Ferries\n\n" + wrapped + "\n" + wrapped) ==
          Paragraphs{"[Ferries]", wrapped.substr(0, wrapped.size() - 1),
                     wrapped.substr(0, wrapped.size() - 1)});
}

TEST_CASE("carriage returns stay in the text but in no paragraph", "[read][text]") {
    const std::string text = "Harbour buys ferries\r\n\r\nThe council met.\r\nIt voted.\r\n";
    CHECK(paragraphs(text) == Paragraphs{"[Harbour buys ferries]", "The council met.", "It voted."});
    CHECK(document_from_text(text).text == text);
}

TEST_CASE("short lines in a row are a list, not headings", "[read][text]") {
    CHECK(paragraphs(long_line + "\nOslo\nLima\nQuito\n" + long_line) ==
          Paragraphs{long_line, "Oslo", "Lima", "Quito", long_line});
    CHECK(paragraphs(long_line + "\n- Oslo\n- Lima\n2. Quito\n") ==
          Paragraphs{long_line, "- Oslo", "- Lima", "2. Quito"});
}

TEST_CASE("a last short line is no heading, for nothing follows it", "[read][text]") {
    CHECK(paragraphs(long_line + "\nReporting by the harbour desk") ==
          Paragraphs{long_line, "Reporting by the harbour desk"});
}

TEST_CASE("headings have no final punctuation, also within quotation marks", "[read][text]") {
    CHECK(looks_like_heading("What the harbour wants"));
    CHECK(looks_like_heading("Is it worth it?"));
    CHECK(looks_like_heading("\u201CNobody asked us\u201D"));
    CHECK_FALSE(looks_like_heading("The council met."));
    CHECK_FALSE(looks_like_heading("\u201CNobody asked us.\u201D"));
    CHECK_FALSE(looks_like_heading("and so it went"));
    CHECK_FALSE(looks_like_heading(std::string(200, 'A')));
}

TEST_CASE("the date is that of a line that says when the text was published", "[read][text]") {
    const Document document = document_from_text("Ferries\n\nPublished: 8 April 2026\n\nThe council met.\n");
    CHECK(document.date == "2026-04-08");
    CHECK(document.title == "Ferries");
    CHECK(document_from_text("8 April 2026\n\nFerries\n\nThe council met.\n").title == "Ferries");
    CHECK(document_from_text("Ferries\n\nOSLO, April 8, 2026 \u2014 The council met.\n").date ==
          "2026-04-08");
    CHECK(document_from_text("Ferries\n\nOSLO, April 8 \u2014 The council met.\n").date.empty());
}

TEST_CASE("any text has paragraphs within it, in order, not overlapping", "[read][text]") {
    const std::string text =
        GENERATE(as<std::string>{}, "", "\n\n\r\r\n", "a", "- ", "1.\n1. \n\n# x", "\u00A0\n\u00A0a\u00A0",
                 "\u2022\n\u2022 \u2022\n", "A\nB\nC\nD\nE\nF\nG\nH\n", "\"\u201D)\n\n.");
    CAPTURE(text);
    const Document document = document_from_text(text);
    std::size_t end = 0;
    const auto is_white = [&](std::size_t begin, std::size_t stop) {
        return trimmed(text, {begin, stop - begin}).size == 0;
    };
    for (const Paragraph& paragraph : document.paragraphs) {
        CHECK(paragraph.span.begin >= end);
        CHECK(paragraph.span.size > 0);
        CHECK(is_white(end, paragraph.span.begin));
        end = paragraph.span.end();
    }
    CHECK(end <= text.size());
    CHECK(is_white(end, text.size()));
}
