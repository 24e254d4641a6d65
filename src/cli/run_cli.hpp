#pragma once

#include <string>
#include <vector>

#include "focus_billing/workflow/host.hpp"

namespace focus_billing {

/// The whole program: parses `arguments` (without the program's name), runs one command and
/// returns its exit code: 0 done, 1 the data has errors or the state refuses, 2 command line or
/// configuration, 3 environment.
[[nodiscard]] int run_cli(const std::vector<std::string>& arguments, Host& host);

}  // namespace focus_billing
