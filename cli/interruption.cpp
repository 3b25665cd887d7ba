#include "cli/interruption.hpp"

#include <array>
#include <cstddef>

namespace newsgraph {
namespace {

constexpr std::array<int, 2> signals{SIGINT, SIGTERM};

volatile std::sig_atomic_t came = 0;

void note(int signal) { came = signal; }

}  // namespace

Interruption::Interruption() {
    came = 0;
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = SA_RESTART | SA_RESETHAND;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        ::sigaction(signals[i], nullptr, &before_[i]);
        // Who has it ignored, e.g. by nohup or in the background, means it.
        if (before_[i].sa_handler != SIG_IGN) ::sigaction(signals[i], &action, nullptr);
    }
}

Interruption::~Interruption() {
    for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &before_[i], nullptr);
}

int Interruption::signal() const noexcept { return came; }

}  // namespace newsgraph
