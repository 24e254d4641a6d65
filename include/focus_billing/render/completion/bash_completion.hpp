#pragma once

#include <string>

#include "focus_billing/render/completion/command_outline.hpp"

namespace focus_billing {

/// A script that makes bash complete the commands, options and values of a program.
[[nodiscard]] std::string bash_completion(const CommandOutline& program);

}  // namespace focus_billing
