#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "focus_billing/workflow/log.hpp"
#include "focus_billing/workflow/progress.hpp"

namespace focus_billing {

/// The outside world of one run of the program: everything that a test may replace.
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
    /// Asked only for what is to be logged. Throws Error FB903 (environment).
    std::function<std::unique_ptr<Log>(const LoggingConfig& config)> open_log;
    /// Asked only if standard error is a terminal. `size` in bytes, 0 if it is not known.
    std::function<std::unique_ptr<Progress>(const Host& host, const std::string& name,
                                            std::uint64_t size)>
        show_progress;
};

/// The number of threads for work that can be divided.
[[nodiscard]] inline unsigned worker_count(const Host& host, unsigned most = 8) {
    return std::clamp(host.processors, 1U, most);
}

}  // namespace focus_billing
