#pragma once
// What a document says of a person beyond the name, and whether two of one full name may be one person.

#include <compare>
#include <set>
#include <string>
#include <string_view>

namespace newsgraph {

/// A body that a person heads, and when a document says so.
struct Post {
    int year = 0;
    std::string body;  // in its normal form

    friend auto operator<=>(const Post&, const Post&) = default;
};

/// Empty where a document says nothing of it.
struct Sense {
    std::set<std::string> kinds;  // of work, e.g. "sport"
    std::set<Post> posts;

    bool empty() const noexcept { return kinds.empty() && posts.empty(); }
    void add(const Sense& other);
};

/// As one text, the same for the same sense, and back: "office, sport\n2026 acme robotics".
std::string to_text(const Sense& sense);
Sense sense_from(std::string_view text);

/// In words: "office, sport; heads acme robotics in 2026".
std::string in_words(const Sense& sense);

/// Whether both have work, and all of it is of different kinds.
bool have_different_work(const Sense& a, const Sense& b);

/// Whether they head different bodies in the same year or the next, and no body that is alike. Bodies are
/// alike if one begins with the words of the other or is its first letters.
bool head_different_bodies(const Sense& a, const Sense& b);

/// What speaks for two of one full name being one person, less what speaks against it; they are one if this
/// is more than 0. The name counts 1, that claims relate both to a third 3, different work -2, and heading
/// different bodies at one time -2.
int weight_of_namesakes(const Sense& a, const Sense& b, bool share_neighbor);

}  // namespace newsgraph
