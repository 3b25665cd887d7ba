#include "graph/utf8.hpp"

#include <catch2/catch.hpp>

using namespace newsgraph;

TEST_CASE("Only what RFC 3629 allows is UTF-8", "[graph][utf8]") {
    for (const char* text : {"", "plain", "Café", "日本", "😀", "\x7F", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"}) {
        CAPTURE(text);
        CHECK(is_valid_utf8(text));
        CHECK(valid_utf8(text) == text);
    }
    for (const char* text : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\xAF",
                             "\xF4\x90\x80\x80", "\xFF", "\xE2\x82", "\xF0\x9F\x98"}) {
        CAPTURE(text);
        CHECK_FALSE(is_valid_utf8(text));
        CHECK(is_valid_utf8(valid_utf8(text)));
    }
    CHECK(valid_utf8("a\xFF"
                     "b") == "a\uFFFDb");
}

TEST_CASE("Every code point survives encoding", "[graph][utf8]") {
    for (const char32_t c :
         {U'\0', U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
        std::string text;
        append_utf8(text, c);
        CHECK(utf8_size(text, 0) == text.size());
        CHECK(utf8_code_point(text, 0) == c);
    }
}
