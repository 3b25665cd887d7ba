#pragma once
// What can't be done, told so that a person can mend it: where, what, how.

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace newsgraph {

/// Printed by the program as "where: what; fix", e.g.
/// `news.jsonl:212: field "text" is missing; each line needs "id" and "text"`. `fix` may be empty.
class Error : public std::runtime_error {
  public:
    Error(std::string where, std::string what, std::string fix = {});

    const std::string& where() const noexcept { return where_; }
    const std::string& problem() const noexcept { return problem_; }
    const std::string& fix() const noexcept { return fix_; }

  private:
    std::string where_;
    std::string problem_;
    std::string fix_;
};

/// Where failing is as usual as not: a value, or what was wrong.
struct Problem {
    std::string where;
    std::string what;
    std::string fix;
};

template <typename Value>
using Result = std::variant<Value, Problem>;

}  // namespace newsgraph
