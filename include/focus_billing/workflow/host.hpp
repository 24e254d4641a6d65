#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace focus_billing {

/// The outside world of one run of the program: all that a test may want to replace.
struct Host {
    std::ostream& out;  ///< results
    std::ostream& err;  ///< everything else
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    unsigned processors = 1;
    std::string user;                      ///< of the operating system
    std::function<std::string()> utc_now;  ///< `2025-02-01T06:00:00Z`
    std::function<std::optional<std::string>(const std::string& name)> environment;
    std::function<std::chrono::steady_clock::time_point()> now;
};

}  // namespace focus_billing
