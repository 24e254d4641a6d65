#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "focus_billing/workflow/host.hpp"

namespace focus_billing {

/// A bar on the standard error of `host`, for a file of `size` bytes; 0 if that is not known. It
/// shows nothing in the first half second, and takes itself away at the end. `host` must live as
/// long.
[[nodiscard]] std::unique_ptr<Progress> show_progress(const Host& host, const std::string& name,
                                                      std::uint64_t size);

}  // namespace focus_billing
