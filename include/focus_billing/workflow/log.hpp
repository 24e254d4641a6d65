#pragma once

#include <string>
#include <utility>
#include <vector>

#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// The operator's log of what the program did (configuration key `logging`). Messages for the user
/// do not go through it. This base class records nothing.
class Log {
public:
    using Details = std::vector<std::pair<std::string, std::string>>;

    Log() = default;
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    virtual ~Log() = default;

    virtual void write(LogLevel /*level*/, const std::string& /*event*/,
                       const Details& /*details*/) {}
};

}  // namespace focus_billing
