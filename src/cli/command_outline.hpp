#pragma once

#include <memory>

#include "focus_billing/render/completion/command_outline.hpp"

namespace CLI {
class App;
class FormatterBase;
}  // namespace CLI

namespace focus_billing {

/// Lays out help: commands before options, and only those words about an option that a user needs.
[[nodiscard]] std::shared_ptr<CLI::FormatterBase> help_format();

/// All that is declared on an app and on the commands below it.
[[nodiscard]] CommandOutline outline_commands(const CLI::App& app);

}  // namespace focus_billing
