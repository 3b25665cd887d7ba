#include "cli/stopwatch.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace newsgraph {

void Stopwatch::lap(std::string_view stage) {
    const Clock::time_point now = Clock::now();
    auto known = std::find_if(stages_.begin(), stages_.end(),
                              [stage](const auto& entry) { return entry.first == stage; });
    if (known == stages_.end()) known = stages_.emplace(stages_.end(), stage, Clock::duration::zero());
    known->second += now - last_;
    last_ = now;
}

void Stopwatch::log() const {
    using Milliseconds = std::chrono::duration<double, std::milli>;
    Clock::duration total{};
    for (const auto& [stage, time] : stages_) total += time;
    for (const auto& [stage, time] : stages_) {
        const double share =
            total.count() > 0 ? 100.0 * static_cast<double>(time.count()) / static_cast<double>(total.count())
                              : 0;
        spdlog::debug("time: {} {:.2f} ms, {:.0f}%", stage, Milliseconds(time).count(), share);
    }
}

}  // namespace newsgraph
