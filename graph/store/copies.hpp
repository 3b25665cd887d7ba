#pragma once
// Which documents are one article under several names, as when papers print what an agency wires.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// What of a text is compared with others: the least hash of its runs of five words under each of 64 hash
/// functions (MinHash: Broder, On the resemblance and containment of documents, 1997). The share of equal
/// places estimates the share of common runs. Words are compared without case and punctuation. Empty for a
/// text of fewer than 12 words, which would be like many others. Linear in the text.
std::vector<std::uint32_t> sketch_of(std::string_view text);

/// What a sketch is found by: documents with a band in common are candidates. Few of those that are nearly
/// the same have none.
std::vector<std::int64_t> bands_of(const std::vector<std::uint32_t>& sketch);

/// Whether two sketches are of one article: at least three quarters of their places are equal, so a lead cut
/// off, a headline or a byline of one's own makes no new article.
bool is_copy(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

/// A sketch as bytes, and back.
std::string to_bytes(const std::vector<std::uint32_t>& sketch);
std::vector<std::uint32_t> sketch_from(std::string_view bytes);

}  // namespace newsgraph
