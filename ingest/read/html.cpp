#include "ingest/read/html.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "graph/error.hpp"
#include "graph/utf8.hpp"
#include "ingest/read/date.hpp"
#include "ingest/read/text.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t no_element = static_cast<std::size_t>(-1);
constexpr int chunk_bytes = 1 << 16;
constexpr std::size_t shortest_paragraph = 25;  // bytes: shorter ones say nothing of where the article is

// What is no part of what a page says, and what stands around an article.
constexpr std::array<std::string_view, 13> silent_tags{"script", "style",  "noscript", "template", "svg",
                                                       "iframe", "object", "button",   "select",   "textarea",
                                                       "math",   "audio",  "video"};
constexpr std::array<std::string_view, 8> around_tags{"nav",  "footer", "aside",      "form",
                                                      "menu", "dialog", "figcaption", "table"};
constexpr std::array<std::string_view, 28> around_words{
    "nav",       "navbar",     "navigation",    "menu",    "footer",      "sidebar",  "comment",
    "comments",  "related",    "share",         "sharing", "social",      "cookie",   "cookies",
    "consent",   "advert",     "advertisement", "ad",      "ads",         "promo",    "newsletter",
    "subscribe", "breadcrumb", "breadcrumbs",   "caption", "recommended", "trending", "paywall"};

// Elements that begin a line of their own.
constexpr std::array<std::string_view, 24> block_tags{
    "p",  "div", "section", "article", "main", "body", "ul",     "ol",     "li", "blockquote", "pre", "h1",
    "h2", "h3",  "h4",      "h5",      "h6",   "dl",   "header", "figure", "hr", "br",         "td",  "tr"};

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::ranges::find(words, word) != words.end();
}

bool is_heading_tag(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

/// Whether a class or id has one of the words: "site-nav", "ArticleShare_links".
bool is_around(std::string_view names) {
    std::string word;
    const auto ends = [&] {
        const bool found = is_one_of(lower(word), around_words);
        word.clear();
        return found;
    };
    for (const char c : names) {
        const bool is_letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
        if (!is_letter || (std::isupper(static_cast<unsigned char>(c)) != 0 && !word.empty() &&
                           std::islower(static_cast<unsigned char>(word.back())) != 0)) {
            if (ends()) return true;
        }
        if (is_letter) word += c;
    }
    return ends();
}

struct Element {
    std::size_t parent = no_element;
    std::string tag;
    bool is_silent = false;
    bool is_around = false;
    bool is_article = false;
    double score = 0;  // bytes of prose right beneath it, and half of that beneath its children
};

struct Block {
    std::size_t element = no_element;  // that it stands in
    std::string text;
    std::size_t linked = 0;  // bytes of it within links
    bool is_heading = false;
};

/// Follows the parser, which tells of tags and text in their order.
class Page {
  public:
    std::vector<Element> elements;
    std::vector<Block> blocks;
    std::string title, headline, date, address;
    bool is_too_deep = false;
    htmlParserCtxtPtr parser = nullptr;

    void begin(std::string_view tag, const xmlChar** attributes) {
        if (open_.size() >= deepest_tag) {
            is_too_deep = true;
            xmlStopParser(parser);
            return;
        }
        const Element* parent = open_.empty() ? nullptr : &elements[open_.back()];
        Element element;
        element.parent = open_.empty() ? no_element : open_.back();
        element.tag = tag;
        element.is_silent = (parent && parent->is_silent) || is_one_of(tag, silent_tags) || tag == "head";
        element.is_around = (parent && parent->is_around) || is_one_of(tag, around_tags);
        std::string property, content, datetime, rel, href;
        for (; attributes && attributes[0]; attributes += 2) {
            const std::string_view name(reinterpret_cast<const char*>(attributes[0]));
            const std::string_view value =
                attributes[1] ? std::string_view(reinterpret_cast<const char*>(attributes[1])) : "";
            if ((name == "class" || name == "id" || name == "role") && tag != "body" && tag != "html")
                element.is_around = element.is_around || newsgraph::is_around(value);
            if (name == "hidden" || (name == "aria-hidden" && value == "true")) element.is_silent = true;
            if (name == "itemprop" && value == "articleBody") element.is_article = true;
            if (name == "property" || name == "name" || name == "itemprop") property = lower(value);
            if (name == "content") content = value;
            if (name == "datetime") datetime = value;
            if (name == "rel") rel = lower(value);
            if (name == "href") href = value;
        }
        if (tag == "article" || tag == "main") element.is_article = true;
        if (tag == "meta") note(property, content);
        if (tag == "time" && date.empty() && !element.is_around) date = date_from(datetime).value_or("");
        if (tag == "link" && rel == "canonical" && address.empty()) address = href;
        if (is_one_of(tag, block_tags)) end_block();
        if (tag == "a") ++links_;
        elements.push_back(std::move(element));
        open_.push_back(elements.size() - 1);
    }

    void end(std::string_view tag) {
        if (open_.empty()) return;
        if (is_one_of(tag, block_tags)) end_block();
        if (tag == "a" && links_ > 0) --links_;
        open_.pop_back();
    }

    void text(std::string_view characters) {
        if (open_.empty()) return;
        const Element& element = elements[open_.back()];
        if (element.tag == "title") title += characters;
        if (element.is_silent) return;
        if (line_.element == no_element) line_.element = open_.back();
        line_.text += characters;
        if (links_ > 0) line_.linked += characters.size();
    }

    void end_block() {
        Block block = std::exchange(line_, {});
        block.text = on_one_line(block.text);
        if (block.text.empty()) return;
        // The element whose line this is, not the <b> that it began with.
        while (block.element != no_element && !is_one_of(elements[block.element].tag, block_tags) &&
               elements[block.element].parent != no_element)
            block.element = elements[block.element].parent;
        block.is_heading = block.element != no_element && is_heading_tag(elements[block.element].tag);
        if (block.is_heading && headline.empty() && elements[block.element].tag == "h1")
            headline = block.text;
        blocks.push_back(std::move(block));
    }

  private:
    void note(const std::string& property, const std::string& content) {
        if (property == "og:title") title_of_page_ = content;
        if (property == "og:title" && headline.empty()) headline = on_one_line(content);
        if (property == "og:url" && address.empty()) address = content;
        if (property == "article:published_time" || property == "datepublished" || property == "date" ||
            property == "dc.date") {
            if (const auto iso = date_from(content.substr(0, content.find('T')))) date = *iso;
        }
    }

    std::vector<std::size_t> open_;
    Block line_;
    int links_ = 0;
    std::string title_of_page_;
};

Page& page_of(void* context) { return *static_cast<Page*>(context); }

void on_start(void* context, const xmlChar* tag, const xmlChar** attributes) {
    page_of(context).begin(reinterpret_cast<const char*>(tag), attributes);
}
void on_end(void* context, const xmlChar* tag) { page_of(context).end(reinterpret_cast<const char*>(tag)); }
void on_text(void* context, const xmlChar* text, int size) {
    page_of(context).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}
void ignore_message(void*, const char*, ...) {}

struct FreeParser {
    void operator()(htmlParserCtxtPtr parser) const noexcept { htmlFreeParserCtxt(parser); }
};

Page parse(std::string_view html) {
    Page page;
    htmlSAXHandler handler{};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.error = ignore_message;
    handler.warning = ignore_message;
    const xmlCharEncoding encoding = is_valid_utf8(html) ? XML_CHAR_ENCODING_UTF8 : XML_CHAR_ENCODING_NONE;
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
        htmlCreatePushParserCtxt(&handler, &page, nullptr, 0, nullptr, encoding));
    if (!parser) throw std::bad_alloc();
    page.parser = parser.get();
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NOIMPLIED);
    for (std::size_t at = 0; at < html.size() && !page.is_too_deep; at += chunk_bytes) {
        const auto size = static_cast<int>(std::min<std::size_t>(chunk_bytes, html.size() - at));
        htmlParseChunk(parser.get(), html.data() + at, size, 0);
    }
    if (!page.is_too_deep) htmlParseChunk(parser.get(), nullptr, 0, 1);
    page.end_block();
    return page;
}

bool is_prose(const Page& page, const Block& block) {
    return block.element != no_element && !page.elements[block.element].is_around &&
           block.linked * 2 <= block.text.size();
}

/// The element that the article's paragraphs stand in: one that the page marks as the article, or the one
/// with most prose right beneath it (as in Readability, by Arc90).
std::size_t find_article(Page& page) {
    std::vector<double> prose(page.elements.size(), 0);
    for (const Block& block : page.blocks) {
        if (block.is_heading || !is_prose(page, block) || block.text.size() < shortest_paragraph) continue;
        const auto size = static_cast<double>(block.text.size() - block.linked);
        const std::size_t parent = page.elements[block.element].parent;
        if (parent == no_element) {  // a fragment of a page
            page.elements[block.element].score += size;
            prose[block.element] += size;
            continue;
        }
        page.elements[parent].score += size;
        if (const std::size_t grandparent = page.elements[parent].parent; grandparent != no_element)
            page.elements[grandparent].score += size / 2;
        prose[block.element] += size;
    }
    for (std::size_t i = page.elements.size(); i-- > 0;) {
        if (page.elements[i].parent != no_element) prose[page.elements[i].parent] += prose[i];
    }
    std::size_t best = no_element, marked = no_element;
    for (std::size_t i = 0; i < page.elements.size(); ++i) {
        const Element& element = page.elements[i];
        if (element.score > 0 && (best == no_element || element.score > page.elements[best].score)) best = i;
        if (element.is_article && !element.is_around && prose[i] > 0 &&
            (marked == no_element || prose[i] > prose[marked]))
            marked = i;
    }
    return marked != no_element ? marked : best;
}

}  // namespace

Document document_from_html(std::string_view html, const std::string& name) {
    Page page = parse(html);
    if (page.is_too_deep)
        throw Error(name, "its tags are nested more than " + std::to_string(deepest_tag) + " deep",
                    "save the article as text");
    const std::size_t article = find_article(page);
    std::vector<bool> is_inside(page.elements.size(), false);
    for (std::size_t i = 0; i < page.elements.size(); ++i) {
        const std::size_t parent = page.elements[i].parent;
        is_inside[i] = i == article || (parent != no_element && is_inside[parent]);
    }
    Document document;
    document.title = page.headline.empty() ? on_one_line(page.title) : page.headline;
    document.date = page.date;
    document.source = page.address;
    const auto add = [&document](std::string_view text, bool is_heading) {
        if (!document.text.empty()) document.text += "\n\n";
        document.paragraphs.push_back({{document.text.size(), text.size()}, is_heading});
        document.text += text;
    };
    if (!document.title.empty()) add(document.title, true);
    bool has_prose = false;
    for (const Block& block : page.blocks) {
        if (block.element == no_element || !is_inside[block.element] || !is_prose(page, block)) continue;
        if (block.is_heading && block.text == document.title) continue;
        const bool is_date = publication_date(block.text).has_value();
        if (is_date && document.date.empty()) document.date = *publication_date(block.text);
        add(block.text, block.is_heading || is_date);
        has_prose = has_prose || !(block.is_heading || is_date);
        if (document.date.empty() && !block.is_heading)
            document.date = dateline_date(block.text).value_or("");
    }
    if (!has_prose) throw Error(name, "no article is found in this page", "save the article as text");
    document.text = valid_utf8(document.text);
    return document;
}

}  // namespace newsgraph
