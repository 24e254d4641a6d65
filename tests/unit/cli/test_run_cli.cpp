#include "cli/run_cli.hpp"

#include <catch2/catch.hpp>

#include <new>
#include <sstream>
#include <stdexcept>

#include "cli/log.hpp"
#include "cli/progress.hpp"

using namespace focus_billing;

namespace {

struct Ran {
    int exit_code = 0;
    std::string out;
    std::string err;
};

Ran run(const std::vector<std::string>& arguments,
        std::function<std::optional<std::string>(const std::string&)> environment) {
    std::ostringstream out;
    std::ostringstream err;
    Host host{.out = out,
              .err = err,
              .user = "tester",
              .utc_now = [] { return "2025-02-01T06:00:00Z"; },
              .environment = std::move(environment),
              .now = std::chrono::steady_clock::now,
              .open_log = open_log,
              .show_progress = show_progress};
    const int exit_code = run_cli(arguments, host);
    return {exit_code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("memory that does not suffice ends the program with a message") {
    const auto ran = run({"validate", "x.csv"},
                         [](const auto&) -> std::optional<std::string> { throw std::bad_alloc(); });
    CHECK(ran.exit_code == 3);
    CHECK(ran.out.empty());
    CHECK(ran.err == "error[FB907]: the memory does not suffice\n"
                     "    help: close other programs, or allow this one more\n");
}

TEST_CASE("a fault of the program is told as such") {
    const auto ran = run({"validate", "x.csv"}, [](const auto&) -> std::optional<std::string> {
        throw std::logic_error("two is not one");
    });
    CHECK(ran.exit_code == 3);
    CHECK(ran.err == "error[FB999]: a fault of this program\n"
                     "    value: 'two is not one'\n"
                     "    help: nothing was changed; please report it with the command that led "
                     "to it\n");
}
