#include "graph/store/sense.hpp"

#include <algorithm>
#include <cstdlib>

#include "graph/store/normal_form.hpp"

namespace newsgraph {
namespace {

constexpr int name_weight = 1;
constexpr int neighbor_weight = 3;
constexpr int difference_weight = 2;

bool are_alike(const std::string& a, const std::string& b) {
    const FormName ours{"organization", a, {}, {}}, theirs{"organization", b, {}, {}};
    return a == b || !likeness(ours, theirs).empty() || !likeness(theirs, ours).empty() ||
           bare_form(a, ours.type) == b || bare_form(b, ours.type) == a;
}

template <typename Items>
std::string joined(const Items& items, const char* between) {
    std::string text;
    for (const auto& item : items) text += (text.empty() ? "" : between) + item;
    return text;
}

}  // namespace

void Sense::add(const Sense& other) {
    kinds.insert(other.kinds.begin(), other.kinds.end());
    posts.insert(other.posts.begin(), other.posts.end());
}

std::string to_text(const Sense& sense) {
    if (sense.empty()) return {};
    std::string text = joined(sense.kinds, ", ");
    for (const Post& post : sense.posts) text += '\n' + std::to_string(post.year) + ' ' + post.body;
    return text;
}

Sense sense_from(std::string_view text) {
    Sense sense;
    std::string_view kinds = text.substr(0, text.find('\n'));
    while (!kinds.empty()) {
        const std::size_t end = std::min(kinds.find(", "), kinds.size());
        sense.kinds.emplace(kinds.substr(0, end));
        kinds.remove_prefix(std::min(end + 2, kinds.size()));
    }
    for (std::size_t at = text.find('\n'); at != text.npos;) {
        const std::size_t end = text.find('\n', at + 1);
        const std::string post(text.substr(at + 1, end == text.npos ? text.npos : end - at - 1));
        const std::size_t space = std::min(post.find(' '), post.size() - 1);
        sense.posts.insert({std::atoi(post.c_str()), post.substr(space + 1)});
        at = end;
    }
    return sense;
}

std::string in_words(const Sense& sense) {
    std::string text = joined(sense.kinds, ", ");
    for (const Post& post : sense.posts)
        text += (text.empty() ? "heads " : "; heads ") + post.body + " in " + std::to_string(post.year);
    return text;
}

bool have_different_work(const Sense& a, const Sense& b) {
    return !a.kinds.empty() && !b.kinds.empty() &&
           std::ranges::none_of(a.kinds, [&](const std::string& kind) { return b.kinds.contains(kind); });
}

bool head_different_bodies(const Sense& a, const Sense& b) {
    bool is_at_one_time = false;
    for (const Post& ours : a.posts) {
        for (const Post& theirs : b.posts) {
            if (are_alike(ours.body, theirs.body)) return false;
            if (std::abs(ours.year - theirs.year) <= 1) is_at_one_time = true;
        }
    }
    return is_at_one_time;
}

int weight_of_namesakes(const Sense& a, const Sense& b, bool share_neighbor) {
    return name_weight + (share_neighbor ? neighbor_weight : 0) -
           (have_different_work(a, b) ? difference_weight : 0) -
           (head_different_bodies(a, b) ? difference_weight : 0);
}

}  // namespace newsgraph
