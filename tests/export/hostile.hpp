#pragma once
// Texts that formats stumble over, and a graph that has them everywhere.

#include <string>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/utf8.hpp"

namespace newsgraph::hostile {

inline std::string all_control_characters() {
    std::string text = "controls:";
    for (char32_t c = 0; c < 0x20; ++c) append_utf8(text, c);
    for (char32_t c = 0x7F; c <= 0xA0; ++c) append_utf8(text, c);
    return text + ".";
}

inline std::string long_text() {
    std::string text;
    while (text.size() < 10'000) text += "ten \"thousand\" <characters> & a \\backslash\\; ";
    return text.substr(0, 9'999) + "\\";
}

inline std::vector<std::string> texts() {
    return {
        "plain",
        "",
        " spaces  at both ends ",
        "\n",
        R"("double" and 'single' quotes)",
        "\"",
        R"(back\slash \n \t \" \\ \N \G \L)",
        R"(ends in a backslash\)",
        R"(\)",
        R"(\\)",
        "line\nline\ttab\n\nline",
        "<b>bold</b> & <i>",
        "]]> <![CDATA[ x ]]>",
        "<!-- comment --> <?pi?> <!ENTITY a \"b\">",
        "&amp; &lt; &#38; &#x26; &nbsp; &unknown; &",
        all_control_characters(),
        "\x01\x02",
        "_x0001_ _x005F_ _x00 __x0041_ _x0041\x01",
        "not characters: \uFFFE \uFFFF \uFFFD",
        "emoji 😀 👩‍👩‍👧 🇪🇺",
        "right to left: שלום עולם مرحبا \u202Eoverridden\u202C",
        "Zalgo: Z\u0351\u036B\u0343a\u0328\u034C",
        "line separators\u2028and\u2029more\u0085",
        R"({"json": ["in", {"json": null}]} \u0041)",
        "</data></node></graph>",
        "-> { } [label=x]; // # /* */",
        "<TABLE><TR><TD>html-like</TD></TR></TABLE>",
        "%s %n ${HOME} `id` $(id)",
        "=SUM(A1)|'; DROP TABLE edges; --",
        "日本語 Ελληνικά кириллица",
        long_text(),
    };
}

/// Each text is a name, an alias, a type, a qualifier's name and value, an attribution, and the words of a
/// claim; and the id and title of a document.
inline KnowledgeGraph graph() {
    KnowledgeGraph graph;
    const std::vector<std::string> all = texts();
    for (const std::string& text : all) {
        graph.add_document({text, text, text, text});
        graph.add_entity(text, text == "plain" ? "organization" : text,
                         std::vector<std::string>{text + "!", "alias", ""}, text.size());
    }
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const auto claim = [&](Modality modality, std::string value, const std::string& attributed_to) {
            ClaimRecord record;
            record.head = EntityId{i};
            record.type = all[i];
            record.tail = EntityId{(i + 1) % static_cast<std::uint32_t>(all.size())};
            record.qualifiers = {{all[i], value, all[i]}, {"on", all[i], ""}};
            record.modality = modality;
            record.attributed_to = attributed_to;
            record.document = DocumentId{i};
            record.span = {1'000'000 + i, all[i].size()};
            record.text = all[i];
            record.score = 0.1 * i;
            return record;
        };
        graph.add_claim(claim(Modality::possible, "first", "who?"));
        const ClaimId second = graph.add_claim(claim(Modality::reported, all[i], all[i]));
        ClaimRecord inferred = claim(Modality::asserted, "x", "");
        inferred.type = "follows";
        inferred.inferred = true;
        graph.set_premises(graph.add_claim(inferred), {second});
    }
    return graph;
}

}  // namespace newsgraph::hostile
