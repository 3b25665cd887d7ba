#include "cli/progress.hpp"

#include <unistd.h>

#include <cmath>
#include <iostream>

#include "export/text_width.hpp"

namespace newsgraph {
namespace {

constexpr std::chrono::milliseconds first_after{1000};
constexpr std::chrono::milliseconds between{100};
constexpr std::size_t widest_name = 50;

}  // namespace

std::string duration_text(double seconds) {
    if (seconds < 60) return std::to_string(std::lround(seconds)) + " s";
    if (seconds < 5400) return std::to_string(std::lround(seconds / 60)) + " min";
    return std::to_string(std::lround(seconds / 3600)) + " h";
}

Progress::Progress(std::size_t total, bool is_quiet)
    : total_(total),
      is_shown_(!is_quiet && ::isatty(STDERR_FILENO) == 1),
      next_(Clock::now() + first_after) {}

Progress::~Progress() { clear(); }

bool Progress::is_due() {
    if (!is_shown_ || Clock::now() < next_) return false;
    next_ = Clock::now() + between;
    return true;
}

void Progress::write(const std::string& figures, const std::string& name) {
    has_line_ = true;
    std::cerr << "\r\033[K" << figures << "  " << wrapped(printable(name), widest_name).front() << std::flush;
}

void Progress::show(std::size_t done, const std::string& name) {
    if (is_due()) write(std::to_string(done) + '/' + std::to_string(total_), name);
}

void Progress::show(std::size_t done, double share, const std::string& name) {
    if (!is_due()) return;
    const double seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
    std::string figures =
        std::to_string(done) + "  " + std::to_string(std::lround(static_cast<double>(done) / seconds)) + "/s";
    if (share > 0) {
        figures += "  " + std::to_string(std::lround(share * 100)) + "%  " +
                   duration_text(seconds * (1 - share) / share) + " left";
    }
    write(figures, name);
}

void Progress::clear() {
    if (has_line_) std::cerr << "\r\033[K" << std::flush;
    has_line_ = false;
}

}  // namespace newsgraph
