#pragma once
// Web pages: the article that a page is about, without what stands around it.

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/read/document.hpp"

namespace newsgraph {

/// Tags within tags that no page needs; deeper ones are refused, so that hostile pages cost little.
inline constexpr std::size_t deepest_tag = 1000;

/// The document that a page holds; its id is left empty, its source is the page's own address where it states
/// one (canonical, og:url). Title and date come from what the page says of itself (og:title,
/// article:published_time, `<time>`), else from its headline and text. The text is made of the article's
/// headings, paragraphs, list items and quotes, with a blank line between: navigation, advertisements,
/// captions, comments, scripts and lists of links are left out. `html` is bytes in UTF-8, or in the encoding
/// that the page names. `name` is for messages.
///
/// Throws Error where tags are nested deeper than `deepest_tag`, or where no article is found. Linear in the
/// page's size.
Document document_from_html(std::string_view html, const std::string& name);

}  // namespace newsgraph
