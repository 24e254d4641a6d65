#pragma once

#include <string>

#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// The whole effective configuration as YAML, defaults included. `load_config` reads it as an equal
/// Config, except for `file` and for relative paths, which it resolves against the new file's
/// folder.
[[nodiscard]] std::string show_config(const Config& config);

}  // namespace focus_billing
