#include "focus_billing/cli/interruption.hpp"

#include <csignal>

namespace focus_billing {

namespace {

volatile std::sig_atomic_t noticed_signal = 0;

void notice(int signal) {
    noticed_signal = signal;
}

}  // namespace

void watch_for_interruption() {
    for (const int signal : {SIGINT, SIGTERM}) {
        struct sigaction before {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_IGN)
            continue;
        struct sigaction action {};
        action.sa_handler = notice;
        action.sa_flags = static_cast<int>(SA_RESETHAND);  // without SA_RESTART: reading ends
        sigaction(signal, &action, nullptr);
    }
}

void stop_if_interrupted() {
    if (noticed_signal != 0)
        throw Interruption{noticed_signal};
}

}  // namespace focus_billing
