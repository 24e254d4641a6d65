#pragma once

namespace focus_billing {

/// Thrown where a command stops because a signal asked for it; what was begun is undone on the way.
struct Interruption {
    int signal;
};

/// From now on SIGINT and SIGTERM are noticed by `stop_if_interrupted`; the second one ends the
/// process at once. A signal that is ignored already stays so.
void watch_for_interruption();

/// Throws Interruption if a signal came.
void stop_if_interrupted();

/// Waits until reading `fd` would not wait, or throws Interruption: also if the signal came just
/// before, and if another thread received it.
void wait_until_readable(int fd);

}  // namespace focus_billing
