#pragma once
// The fingerprint of a document's bytes.

#include <string>
#include <string_view>

namespace newsgraph {

/// SHA-256 (FIPS 180-4) in small hexadecimal digits, as `sha256sum` prints it.
std::string sha256(std::string_view bytes);

}  // namespace newsgraph
