#include "graph/string_pool.hpp"

namespace newsgraph {

StringId StringPool::intern(std::string_view text) {
    if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
    const StringId id{static_cast<std::uint32_t>(strings_.size())};
    strings_.emplace_back(text);
    ids_.emplace(strings_.back(), id);
    return id;
}

std::optional<StringId> StringPool::find(std::string_view text) const {
    const auto known = ids_.find(text);
    if (known == ids_.end()) return std::nullopt;
    return known->second;
}

}  // namespace newsgraph
