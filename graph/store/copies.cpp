#include "graph/store/copies.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace newsgraph {
namespace {

constexpr std::size_t sketch_size = 64;
constexpr std::size_t band_rows = 4;
constexpr std::size_t run_words = 5;
constexpr std::size_t fewest_words = 12;
constexpr std::size_t equal_places = sketch_size * 3 / 4;

// The finalizer of SplitMix64.
std::uint64_t mix(std::uint64_t key) noexcept {
    key += 0x9E3779B97F4A7C15u;
    key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9u;
    key = (key ^ (key >> 27)) * 0x94D049BB133111EBu;
    return key ^ (key >> 31);
}

bool is_word_byte(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// FNV-1a of each word, ASCII letters made small.
std::vector<std::uint64_t> word_hashes(std::string_view text) {
    std::vector<std::uint64_t> hashes;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word_byte(static_cast<unsigned char>(text[at]))) {
            ++at;
            continue;
        }
        std::uint64_t hash = 0xCBF29CE484222325u;
        for (; at < text.size() && is_word_byte(static_cast<unsigned char>(text[at])); ++at) {
            unsigned char c = static_cast<unsigned char>(text[at]);
            if (c >= 'A' && c <= 'Z') c = static_cast<unsigned char>(c - 'A' + 'a');
            hash = (hash ^ c) * 0x100000001B3u;
        }
        hashes.push_back(hash);
    }
    return hashes;
}

}  // namespace

std::vector<std::uint32_t> sketch_of(std::string_view text) {
    const std::vector<std::uint64_t> words = word_hashes(text);
    if (words.size() < fewest_words) return {};
    std::vector<std::uint32_t> sketch(sketch_size, std::numeric_limits<std::uint32_t>::max());
    for (std::size_t i = 0; i + run_words <= words.size(); ++i) {
        std::uint64_t run = 0;
        for (std::size_t j = 0; j < run_words; ++j) run = mix(run ^ words[i + j]);
        // Two hashes make all the others (Kirsch and Mitzenmacher, Less hashing, same performance, 2006).
        const std::uint32_t first = static_cast<std::uint32_t>(run);
        const std::uint32_t second = static_cast<std::uint32_t>(run >> 32) | 1u;
        for (std::size_t k = 0; k < sketch_size; ++k)
            sketch[k] = std::min(sketch[k], first + static_cast<std::uint32_t>(k) * second);
    }
    return sketch;
}

std::vector<std::int64_t> bands_of(const std::vector<std::uint32_t>& sketch) {
    std::vector<std::int64_t> bands;
    for (std::size_t at = 0; at + band_rows <= sketch.size(); at += band_rows) {
        std::uint64_t band = at;
        for (std::size_t i = 0; i < band_rows; ++i) band = mix(band ^ sketch[at + i]);
        bands.push_back(static_cast<std::int64_t>(band));
    }
    return bands;
}

bool is_copy(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    if (a.empty() || a.size() != b.size()) return false;
    std::size_t equal = 0;
    for (std::size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i] ? 1 : 0;
    return equal >= equal_places;
}

std::string to_bytes(const std::vector<std::uint32_t>& sketch) {
    std::string bytes;
    for (const std::uint32_t place : sketch) {
        for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(place >> shift & 0xFF);
    }
    return bytes;
}

std::vector<std::uint32_t> sketch_from(std::string_view bytes) {
    std::vector<std::uint32_t> sketch;
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) {
        std::uint32_t place = 0;
        for (std::size_t i = 0; i < 4; ++i)
            place |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
        sketch.push_back(place);
    }
    return sketch;
}

}  // namespace newsgraph
