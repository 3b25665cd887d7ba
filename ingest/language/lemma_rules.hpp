#pragma once
// How the lemmatiser's rules are found and applied; shared by its training.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/language/tags.hpp"

namespace newsgraph {

/// A change of a word's ending: "-ies" to "-y" is {3, "y", true}.
struct LemmaRule {
    std::size_t strip = 0;   // bytes
    std::string append;      // after what is left
    bool lower_case = true;  // applied to the word in lower case

    friend auto operator<=>(const LemmaRule&, const LemmaRule&) = default;
};

/// Hashes of a word's endings under a tag: of the empty one, the last byte, the last two, ...; and of the
/// whole word, which differs from those of longer words that end alike.
class EndingHashes {
  public:
    static constexpr std::size_t longest = 8;  // bytes; longer words are known as a whole

    EndingHashes(std::string_view lowered, Xpos tag) : word_(lowered) {
        hashes_[0] = step(0xCBF29CE484222325u, static_cast<unsigned char>(tag));
        count_ = word_.size() < longest ? word_.size() : longest;
        for (std::size_t size = 1; size <= count_; ++size) {
            hashes_[size] = step(hashes_[size - 1], static_cast<unsigned char>(word_[word_.size() - size]));
        }
        whole_ = hashes_[count_];
        for (std::size_t size = count_ + 1; size <= word_.size() && size <= longest_word; ++size) {
            whole_ = step(whole_, static_cast<unsigned char>(word_[word_.size() - size]));
        }
        whole_ = step(whole_, 0);
    }

    static constexpr std::size_t longest_word = 40;  // longer ones are no words that anyone learns

    std::size_t longest_ending() const noexcept { return count_; }
    std::uint64_t ending(std::size_t size) const noexcept { return hashes_[size]; }
    std::uint64_t whole() const noexcept { return whole_; }

  private:
    static constexpr std::uint64_t step(std::uint64_t hash, unsigned char byte) {
        hash = (hash ^ byte) * 0x100000001B3u;
        return hash ^ (hash >> 29);
    }

    std::string_view word_;
    std::uint64_t hashes_[longest + 1] = {};
    std::uint64_t whole_ = 0;
    std::size_t count_ = 0;
};

/// A slot of the rules' hash table, which is searched from `hash % size` on until an empty slot.
struct LemmaSlot {
    std::uint32_t check = 0;  // the hash's high half
    std::uint32_t rule = 0;   // 1 + the rule's place; 0: empty
};

inline constexpr std::string_view lemma_definition = "lemmas 1";

}  // namespace newsgraph
