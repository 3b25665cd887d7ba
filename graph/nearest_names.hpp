#pragma once
// Names for "did you mean".

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace newsgraph {

/// Picks from names those that are nearest to one that nothing has: they have all its words ("Mark" -> "Mark
/// Zuckerberg") or differ in few characters ("Zuckerburg" -> "Zuckerberg").
class NearestNames {
  public:
    explicit NearestNames(std::string_view name);

    /// `folded` is folded_name(candidate) (graph/names.hpp); of equally near names the more mentioned wins.
    void consider(std::string_view candidate, std::string_view folded, std::size_t mentions);

    /// At most `count` of the names considered, the best first, each once.
    std::vector<std::string> best(std::size_t count) const;

  private:
    std::u32string asked_;
    std::u32string asked_words_;  // with a space on either side
    std::size_t most_ = 0;        // characters that may differ
    std::map<std::string, std::tuple<std::size_t, std::size_t>, std::less<>> found_;  // and how good it is
};

}  // namespace newsgraph
