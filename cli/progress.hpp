#pragma once
// How far long work has come, shown to who waits at a terminal.

#include <chrono>
#include <cstddef>
#include <string>

namespace newsgraph {

/// One line on standard error, written anew as work goes on and gone at its end. Nothing is shown where no
/// terminal shows standard error, nor for work that takes less than a second.
class Progress {
  public:
    Progress(std::size_t total, bool is_quiet);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// `done` of the total are done, and `name` comes next.
    void show(std::size_t done, const std::string& name);

    /// Clears the line, e.g. before something else is written there.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    std::size_t total_;
    bool is_shown_;
    bool has_line_ = false;
    Clock::time_point next_;  // the earliest time to write again
};

}  // namespace newsgraph
