#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/config/environment.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

struct LoadedConfig {
    Config config;  ///< must not be used if there is an error among the diagnostics
    std::vector<Diagnostic> diagnostics;
};

/// Reads a configuration from the text of a YAML file. All findings are collected, in the order of
/// the file; a file that is not valid YAML, or too large, has only one. Relative paths, including
/// defaults, are resolved against the folder of `file_name`, which the findings also name. An empty
/// file is a valid configuration: every key has a default.
///
/// Scalars are read as text exactly as written (`054` stays `054`, `off` stays `off`).
[[nodiscard]] LoadedConfig load_config(std::string_view yaml_text, const std::string& file_name,
                                       const Environment& environment);

}  // namespace focus_billing
