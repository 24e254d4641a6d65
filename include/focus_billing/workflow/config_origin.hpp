#pragma once

#include <string>

#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// The file that a configuration came from, fit for one line of a terminal; or that it is the
/// built-in one, and which files would have been read.
[[nodiscard]] std::string config_origin(const Config& config);

}  // namespace focus_billing
