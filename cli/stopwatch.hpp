#pragma once
// How long the stages of a run take.

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph {

/// Started when made; each lap adds the time since the one before to its stage.
class Stopwatch {
  public:
    void lap(std::string_view stage);

    /// Logs each stage with its share, for -v: "time: language 12.3 ms, 40%".
    void log() const;

  private:
    using Clock = std::chrono::steady_clock;

    Clock::time_point last_ = Clock::now();
    std::vector<std::pair<std::string, Clock::duration>> stages_;  // in the order of their first laps
};

}  // namespace newsgraph
