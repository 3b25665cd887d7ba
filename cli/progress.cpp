#include "cli/progress.hpp"

#include <unistd.h>

#include <iostream>

#include "cli/text_width.hpp"

namespace newsgraph {
namespace {

constexpr std::chrono::milliseconds first_after{1000};
constexpr std::chrono::milliseconds between{100};
constexpr std::size_t widest_name = 50;

}  // namespace

Progress::Progress(std::size_t total, bool is_quiet)
    : total_(total),
      is_shown_(!is_quiet && ::isatty(STDERR_FILENO) == 1),
      next_(Clock::now() + first_after) {}

Progress::~Progress() { clear(); }

void Progress::show(std::size_t done, const std::string& name) {
    if (!is_shown_ || Clock::now() < next_) return;
    next_ = Clock::now() + between;
    has_line_ = true;
    std::cerr << "\r\033[K" << done << "/" << total_ << "  " << wrapped(printable(name), widest_name).front()
              << std::flush;
}

void Progress::clear() {
    if (has_line_) std::cerr << "\r\033[K" << std::flush;
    has_line_ = false;
}

}  // namespace newsgraph
