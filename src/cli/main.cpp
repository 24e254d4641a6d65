#include <fcntl.h>
#include <malloc.h>
#include <pwd.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "cli/log.hpp"
#include "cli/progress.hpp"
#include "cli/run_cli.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/model/period.hpp"

namespace {

// fast-cpp-csv-parser allocates 48 MiB for each block of a file. By default glibc would map and
// unmap them every time, and the page faults would cost more than all the parsing.
void keep_freed_memory() {
#if defined(__GLIBC__)
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, 512 << 20);
    // With one arena the threads that read wait for each other; more of them keep more memory.
    mallopt(M_ARENA_MAX, 2);
#endif
}

// A file opened later must not become a standard stream that the caller has closed.
void occupy_standard_streams() {
    int fd = 0;
    do {
        fd = open("/dev/null", O_RDONLY);
    } while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        close(fd);
}

std::optional<std::string> environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::string user_name() {
    const passwd* entry = getpwuid(geteuid());
    return entry != nullptr ? entry->pw_name : std::to_string(geteuid());
}

std::string utc_now() {
    using namespace std::chrono;
    return focus_billing::instant_text(
        {duration_cast<seconds>(system_clock::now().time_since_epoch()).count(), 0});
}

}  // namespace

int main(int argc, char** argv) {
    occupy_standard_streams();
    keep_freed_memory();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a file as large as the user may have it: writing it fails
    focus_billing::watch_for_interruption();
    std::ios::sync_with_stdio(false);
    focus_billing::Host host{.out = std::cout,
                             .err = std::cerr,
                             .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                             .err_is_terminal = isatty(STDERR_FILENO) == 1,
                             .processors = std::thread::hardware_concurrency(),
                             .user = user_name(),
                             .utc_now = utc_now,
                             .environment = environment,
                             .now = std::chrono::steady_clock::now,
                             .open_log = focus_billing::open_log,
                             .show_progress = focus_billing::show_progress};
    return focus_billing::run_cli({argv + 1, argv + argc}, host);
}
