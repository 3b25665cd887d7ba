#pragma once
// How far long work has come, shown to who waits at a terminal.

#include <chrono>
#include <cstddef>
#include <string>

namespace newsgraph {

/// "40 s", "12 min", "3 h".
std::string duration_text(double seconds);

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

    /// `done` are done, which took the share `share` of the whole way, from 0 to 1; `name` comes next. Shows
    /// how many are done in a second, and how long the rest will take: "1200  85/s  34%  2 min left
    /// news/a.txt".
    void show(std::size_t done, double share, const std::string& name);

    /// Clears the line, e.g. before something else is written there.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    bool is_due();
    void write(const std::string& figures, const std::string& name);

    std::size_t total_;
    Clock::time_point begun_ = Clock::now();
    bool is_shown_;
    bool has_line_ = false;
    Clock::time_point next_;  // the earliest time to write again
};

}  // namespace newsgraph
