#include "focus_billing/files/interruption.hpp"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace focus_billing {

namespace {

volatile std::sig_atomic_t noticed_signal = 0;
int wake_pipe[2] = {-1, -1};

// Whichever thread the kernel picked to run this, the one that waits in `poll` is woken too.
void notice(int signal) {
    const int error = errno;
    noticed_signal = signal;
    [[maybe_unused]] const auto written = write(wake_pipe[1], "", 1);
    errno = error;
}

}  // namespace

void watch_for_interruption() {
    if (pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        wake_pipe[0] = wake_pipe[1] = -1;
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

void wait_until_readable(int fd) {
    pollfd waited[2] = {{fd, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
    do {
        stop_if_interrupted();
    } while (poll(waited, 2, -1) < 0 && errno == EINTR);
    stop_if_interrupted();
}

}  // namespace focus_billing
