#pragma once

#include <memory>

#include "focus_billing/workflow/log.hpp"

namespace focus_billing {

/// Lines of text or of JSON in a file or on standard error. Throws Error FB903 (environment) if the
/// file cannot be written.
[[nodiscard]] std::unique_ptr<Log> open_log(const LoggingConfig& config);

}  // namespace focus_billing
