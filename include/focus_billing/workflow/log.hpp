#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "focus_billing/model/config.hpp"

namespace spdlog {
class logger;
}

namespace focus_billing {

/// The operator's log of what the program did (configuration key `logging`): lines of text or of
/// JSON in a file or on standard error. Messages for the user do not go through it.
class Log {
public:
    using Details = std::vector<std::pair<std::string, std::string>>;

    /// Throws Error (FB903, environment) if the file cannot be written.
    explicit Log(const LoggingConfig& config);

    void write(LogLevel level, const std::string& event, const Details& details = {});

private:
    std::shared_ptr<spdlog::logger> m_logger;  // none: no log
    LogFormat m_format;
};

}  // namespace focus_billing
