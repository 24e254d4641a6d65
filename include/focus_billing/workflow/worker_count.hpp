#pragma once

#include <algorithm>

#include "focus_billing/workflow/host.hpp"

namespace focus_billing {

/// How many threads share work that can be divided.
[[nodiscard]] inline unsigned worker_count(const Host& host, unsigned most = 8) {
    return std::clamp(host.processors, 1U, most);
}

}  // namespace focus_billing
