#pragma once

#include <functional>
#include <string>
#include <vector>

#include "focus_billing/render/completion/command_outline.hpp"

namespace focus_billing {

/// Calls `visit` for a program and all commands below it, with the names of the commands that lead
/// there, each behind a slash: "", "/config", "/config/check".
void for_each_command(
    const CommandOutline& program,
    const std::function<void(const std::string& path, const CommandOutline& command)>& visit);

/// The long and short names of all options that take a value, each once.
[[nodiscard]] std::vector<std::string> options_with_value(const CommandOutline& program);

/// `focus-billing` as a part of a shell function's name: `focus_billing`.
[[nodiscard]] std::string shell_name(const std::string& name);

/// A text as one word of a shell, in single quotes.
[[nodiscard]] std::string shell_quoted(const std::string& text);

}  // namespace focus_billing
