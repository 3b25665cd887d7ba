#include "export/page.hpp"

#include <array>
#include <cstdint>

#include "export/page_data.hpp"
#include "export/page_parts.hpp"
#include "export/text_output.hpp"
#include "graph/error.hpp"
#include "graph/store/sha256.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

/// The bytes that hexadecimal digits stand for, in base 64 (RFC 4648).
std::string base64_of_hexadecimal(std::string_view digits) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto value = [](char digit) {
        return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    };
    std::string text;
    for (std::size_t at = 0; at < digits.size(); at += 6) {
        std::uint32_t bits = 0;
        for (std::size_t i = at; i < at + 6; ++i)
            bits = bits << 4 | (i < digits.size() ? value(digits[i]) : 0);
        const std::size_t bytes = std::min<std::size_t>(digits.size() - at, 6) / 2;
        for (std::size_t i = 0; i < 4; ++i) text += i <= bytes ? letters[bits >> (18 - 6 * i) & 63] : '=';
    }
    return text;
}

/// What names an inline script or style in a policy (Content Security Policy Level 3, 2.3.1).
std::string hash_source(std::string_view text) {
    return "'sha256-" + base64_of_hexadecimal(sha256(text)) + "'";
}

/// Nothing may be loaded or sent; only the page's own scripts run; and they may not make markup of text.
std::string policy() {
    return "default-src 'none'; script-src " + hash_source(page_library()) + " " +
           hash_source(page_script()) + "; style-src " + hash_source(page_style()) +
           "; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
           "trusted-types 'none'";
}

std::string html_escaped(std::string_view text) {
    std::string out;
    for (const char c : valid_utf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
    return out;
}

}  // namespace

void append_for_script(std::string& out, std::string_view json) {
    constexpr std::string_view separator = "\xE2\x80";  // what U+2028 and U+2029 begin with
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (c == '<')
            out += "\\u003c";
        else if (c == '>')
            out += "\\u003e";
        else if (c == '&')
            out += "\\u0026";
        else if (c == separator[0] && json.substr(at, 2) == separator && at + 2 < json.size() &&
                 (json[at + 2] == '\xA8' || json[at + 2] == '\xA9')) {
            out += json[at + 2] == '\xA8' ? "\\u2028" : "\\u2029";
            at += 2;
        } else {
            out += c;
        }
    }
}

void write_page(const KnowledgeGraph& graph, std::ostream& stream, const PageOptions& options) {
    if (page_library().empty())
        throw Error("page", "this newsgraph was built without the library that draws pages",
                    "run scripts/fetch-packages export/page in its source, and build it anew");
    PageData data(graph, options);
    TextOutput out(stream);
    const std::string_view page = page_template();
    // Each {{name}} of the template is filled; no other braces stand so.
    for (std::size_t at = 0; at < page.size();) {
        const std::size_t mark = std::min(page.find("{{", at), page.size());
        out << page.substr(at, mark - at);
        if (mark == page.size()) break;
        const std::size_t end = page.find("}}", mark);
        const std::string_view name = page.substr(mark + 2, end - mark - 2);
        if (name == "policy")
            out << policy();
        else if (name == "title")
            out << html_escaped(options.title);
        else if (name == "style")
            out << page_style();
        else if (name == "library")
            out << page_library();
        else if (name == "script")
            out << page_script();
        else if (name == "first")
            data.write_first(out);
        else if (name == "data")
            data.write_rest(out);
        at = end + 2;
    }
}

}  // namespace newsgraph
