#pragma once

#include <string>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

/// FB903 (environment): the file `path` cannot be written, for the reason that `errno` gave.
[[nodiscard]] Error not_written(const std::string& path, int reason);

}  // namespace focus_billing
