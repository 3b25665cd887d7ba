#pragma once
// Ctrl-C, where work is to come to an orderly end.

#include <csignal>

#include "graph/error.hpp"

namespace newsgraph {

/// While it lives, the first SIGINT or SIGTERM only is noted, so that what was begun can be finished; the
/// next one ends the program as ever. At most one at a time.
class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// The signal that came; 0 where none did.
    int signal() const noexcept;

  private:
    struct sigaction before_[2];
};

/// The work was stopped by a signal: the program ends with 128 and its number, as shells have it.
class InterruptedError : public Error {
  public:
    InterruptedError(int signal, std::string where, std::string what, std::string fix)
        : Error(std::move(where), std::move(what), std::move(fix)), signal_(signal) {}

    int signal() const noexcept { return signal_; }

  private:
    int signal_;
};

}  // namespace newsgraph
