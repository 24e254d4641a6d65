// measure RESULT OUTPUT COMMAND [ARGUMENT...]
// Runs the command with its standard output in the file OUTPUT and writes one line to the file
// RESULT: wall-clock seconds, and peak resident memory in MB (10^6 bytes). The exit status is the
// command's.
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int cannot_run = 127;

[[noreturn]] void become_command(const char* output, char** command) {
    const int file = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file >= 0 && dup2(file, STDOUT_FILENO) >= 0)
        execvp(command[0], command);
    std::cerr << "measure: " << command[0] << ": " << std::strerror(errno) << '\n';
    _exit(cannot_run);
}

int exit_status(int wait_status) {
    return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 128 + WTERMSIG(wait_status);
}

/// Linux counts ru_maxrss in KiB.
std::string result_line(std::chrono::steady_clock::duration elapsed, long peak_kib) {
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count();
    const long tenths_of_mb = peak_kib * 1024 / 100'000;
    return fmt::format("{}.{:03} {}.{}\n", milliseconds / 1000, milliseconds % 1000,
                       tenths_of_mb / 10, tenths_of_mb % 10);
}

int measure(const char* result, const char* output, char** command) {
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0)
        become_command(output, command);
    int wait_status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &wait_status, 0, &usage) != child) {
        std::cerr << "measure: " << std::strerror(errno) << '\n';
        return cannot_run;
    }
    const auto elapsed = std::chrono::steady_clock::now() - begin;
    std::ofstream file(result);
    file << result_line(elapsed, usage.ru_maxrss) << std::flush;
    return file ? exit_status(wait_status) : cannot_run;
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count < 4) {
        std::cerr << "usage: measure RESULT OUTPUT COMMAND [ARGUMENT...]\n";
        return 2;
    }
    return measure(arguments[1], arguments[2], arguments + 3);
}
