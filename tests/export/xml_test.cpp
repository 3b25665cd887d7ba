#include "export/xml.hpp"

#include <catch2/catch.hpp>

#include "tests/export/hostile.hpp"

using namespace newsgraph;

TEST_CASE("XML quotes what XML can't hold", "[export][graphml]") {
    const auto [text, escaped] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"a<b> & \"c\"", "a&lt;b&gt; &amp; &quot;c&quot;"},
        {"]]>", "]]&gt;"},
        {"a\tb\nc\rd", "a&#9;b&#10;c&#13;d"},
        {std::string("\0", 1), "_x0000_"},
        {"\x1F", "_x001F_"},
        {"\x7F", "\x7F"},
        {"\uFFFE\uFFFF", "_xFFFE__xFFFF_"},
        {"_x0001_", "_x005F_x0001_"},
        {"snake_case_x1", "snake_case_x1"},
        {"Caf\xE9", "Caf\uFFFD"},
    }));
    CAPTURE(text);
    CHECK(xml_escaped(text) == escaped);
}

TEST_CASE("What is quoted for XML comes back whole", "[export][graphml]") {
    // A parser undoes the references, as this does for the few that we write.
    const auto parsed = [](std::string xml) {
        for (const auto& [reference, character] :
             std::vector<std::pair<std::string, std::string>>{{"&lt;", "<"},
                                                              {"&gt;", ">"},
                                                              {"&quot;", "\""},
                                                              {"&#9;", "\t"},
                                                              {"&#10;", "\n"},
                                                              {"&#13;", "\r"},
                                                              {"&amp;", "&"}}) {
            for (std::size_t at = xml.find(reference); at != std::string::npos;
                 at = xml.find(reference, at + 1)) {
                xml.replace(at, reference.size(), character);
            }
        }
        return xml;
    };
    for (const std::string& text : hostile::texts()) {
        CAPTURE(text);
        CHECK(xml_restored(parsed(xml_escaped(text))) == text);
    }
}

TEST_CASE("Every mix of escapes and of what looks like them comes back", "[export][graphml]") {
    const std::vector<std::string> pieces{"_",       "x",    "_x",           "0041", "_x0041",
                                          "_x0041_", "\x01", "\xEF\xBF\xBE", "A"};
    for (const std::string& a : pieces) {
        for (const std::string& b : pieces) {
            for (const std::string& c : pieces) {
                for (const std::string& d : pieces) {
                    const std::string text = a + b + c + d;
                    if (xml_restored(xml_escaped(text)) != text) FAIL_CHECK(text);
                }
            }
        }
    }
}
