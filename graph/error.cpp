#include "graph/error.hpp"

namespace newsgraph {
namespace {

std::string message(const std::string& where, const std::string& what, const std::string& fix) {
    std::string text = where.empty() ? what : where + ": " + what;
    if (!fix.empty()) text += "; " + fix;
    return text;
}

}  // namespace

Error::Error(std::string where, std::string what, std::string fix)
    : std::runtime_error(message(where, what, fix)),
      where_(std::move(where)),
      problem_(std::move(what)),
      fix_(std::move(fix)) {}

}  // namespace newsgraph
