#include "cli/progress.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace focus_billing;

namespace {

/// A terminal, and a clock that stands still unless it is moved.
struct Terminal {
    std::ostringstream out;
    std::ostringstream err;
    std::chrono::steady_clock::time_point time{};
    Host host{.out = out,
              .err = err,
              .user = "tester",
              .utc_now = [] { return "2026-12-01T06:00:00Z"; },
              .environment = [](const std::string&) { return std::nullopt; },
              .now = [this] { return time; },
              .open_log = [](const LoggingConfig&) { return std::make_unique<Log>(); },
              .show_progress = show_progress};
};

}  // namespace

TEST_CASE("the progress of a file is a bar after half a second, and goes away") {
    Terminal terminal;
    {
        const auto progress = show_progress(terminal.host, "aws.csv", 3'000'000);
        terminal.time += std::chrono::milliseconds(499);
        progress->update(1'000'000);
        CHECK(terminal.err.str().empty());
        terminal.time += std::chrono::milliseconds(1);
        progress->update(1'500'000);
        terminal.time += std::chrono::milliseconds(99);
        progress->update(1'600'000);
    }
    CHECK(terminal.err.str() == "\r\033[Kaws.csv [###############...............]  50%\r\033[K");
}

TEST_CASE("the progress of a file of unknown size is told in megabytes") {
    Terminal terminal;
    const auto progress = show_progress(terminal.host, "<stdin>", 0);
    terminal.time += std::chrono::milliseconds(500);
    progress->update(2'900'000);
    progress->clear();
    progress->clear();
    CHECK(terminal.err.str() == "\r\033[K<stdin> 2 MB\r\033[K");
}
