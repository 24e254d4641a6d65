#pragma once

namespace focus_billing {

/// Thrown when a signal stops a command. Unfinished work is undone during unwinding.
struct Interruption {
    int signal;
};

/// Makes `stop_if_interrupted` notice SIGINT and SIGTERM; a second signal ends the process at once.
/// A signal that is already ignored stays ignored.
void watch_for_interruption();

/// Throws Interruption if a signal has arrived.
void stop_if_interrupted();

/// Waits until reading `fd` would not block, or throws Interruption, even if the signal came just
/// before or another thread received it.
void wait_until_readable(int fd);

}  // namespace focus_billing
