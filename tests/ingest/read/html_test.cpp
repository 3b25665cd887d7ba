#include "ingest/read/html.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "graph/error.hpp"

using namespace newsgraph;

namespace {

/// A page whose article is `body`.
std::string page(const std::string& body, const std::string& head = "") {
    return "<!doctype html><html><head><title>Acme grows | The Paper</title>" + head + "</head><body>" +
           body + "</body></html>";
}

const std::string prose = "Acme bought Brill Works on Friday for three million dollars.";

}  // namespace

TEST_CASE("Of a page the article is kept, not what stands around it", "[read][html]") {
    const std::string around =
        GENERATE("<nav><ul><li>Home and other places to go to from here</li></ul></nav>",
                 "<script>var p = '<p>no</p>';</script>",
                 "<div class=\"share-links\"><p>Share this story with your friends, please.</p></div>",
                 "<aside><p>Read this other story that has nothing to do with it.</p></aside>",
                 "<footer><p>Copyright by The Paper, all rights are reserved.</p></footer>",
                 "<p><a href=x>Ten things that you never knew about companies</a></p>",
                 "<!-- <p>a comment of the editors</p> -->",
                 "<div hidden><p>Hidden words that no reader ever sees here.</p></div>");
    CAPTURE(around);
    const Document document = document_from_html(
        page("<div><h1>Acme grows</h1><p>" + prose + "</p>" + around + "<p>" + prose + "</p></div>"),
        "page.html");
    CHECK(document.text == "Acme grows\n\n" + prose + "\n\n" + prose);
    CHECK(document.title == "Acme grows");
    REQUIRE(document.paragraphs.size() == 3);
    CHECK(document.paragraphs[0].is_heading);
    CHECK(quote(document, document.paragraphs[1].span) == prose);
}

TEST_CASE("A page says of itself when and where it was published", "[read][html]") {
    const auto [head, date, source] = GENERATE(table<std::string, std::string, std::string>({
        {"<meta property=\"article:published_time\" content=\"2026-04-08T10:00:00Z\">", "2026-04-08", ""},
        {"<link rel=canonical href=\"https://example.org/a\">", "", "https://example.org/a"},
        {"<meta property=\"og:url\" content=\"https://example.org/b\">", "", "https://example.org/b"},
        {"", "", ""},
    }));
    const Document document =
        document_from_html(page("<article><p>" + prose + "</p></article>", head), "page.html");
    CHECK(document.date == date);
    CHECK(document.source == source);
    CHECK(document.title == "Acme grows | The Paper");
}

TEST_CASE("Entities, inline tags and other encodings become plain UTF-8", "[read][html]") {
    const auto [body, text] = GENERATE(table<std::string, std::string>({
        {"<p>Caf&eacute; &amp; <b>Brill</b>&#8217;s <i>new</i> rooms, in Oslo today.</p>",
         "Café & Brill’s new rooms, in Oslo today."},
        {"<meta charset=windows-1252><p>The Caf\xE9 of Oslo has opened on Friday.</p>",
         "The Café of Oslo has opened on Friday."},
    }));
    CHECK(document_from_html("<html><body>" + body + "</body></html>", "page.html").text == text);
}

TEST_CASE("What is no article, or a trap, is refused by name", "[read][html]") {
    CHECK_THROWS_WITH(document_from_html(page("<nav>Home</nav>"), "page.html"),
                      "page.html: no article is found in this page; save the article as text");
    std::string nested;
    for (int i = 0; i < 100'000; ++i) nested += "<b><div>";
    CHECK_THROWS_WITH(document_from_html(page(nested + prose), "page.html"),
                      "page.html: its tags are nested more than 1000 deep; save the article as text");
    CHECK_NOTHROW(
        document_from_html("<p>" + prose + std::string(1000, '<') + "</x></y>&#0;&bogus;<p", "page.html"));
}
