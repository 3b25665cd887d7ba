#pragma once
// Text in XML.

#include <string>
#include <string_view>

namespace newsgraph {

/// `text` for the content of an XML 1.0 element or for an attribute between quotes: `a<b` -> `a&lt;b`. Tabs
/// and line ends are character references, which no parser changes.
///
/// XML 1.0 has no way to write most control characters, U+FFFE and U+FFFF. They are written as ECMA-376 does
/// (part 1, 22.9.2.19, ST_Xstring): U+0001 -> `_x0001_`; and so is the `_` of a text that has `_x` and four
/// hexadecimal digits itself: `_x0001_` -> `_x005F_x0001_`. Other programs show just that. Bytes that are no
/// UTF-8 become U+FFFD.
std::string xml_escaped(std::string_view text);

/// The same, at the end of `out`.
void append_xml_escaped(std::string& out, std::string_view text);

/// The text before `xml_escaped`, from what an XML parser makes of it: `_x0001_` -> U+0001.
std::string xml_restored(std::string_view text);

}  // namespace newsgraph
