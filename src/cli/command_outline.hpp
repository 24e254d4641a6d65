#pragma once

#include "focus_billing/render/completion/command_outline.hpp"

namespace CLI {
class App;
}

namespace focus_billing {

/// All that is declared on an app and on the commands below it.
[[nodiscard]] CommandOutline outline_commands(const CLI::App& app);

}  // namespace focus_billing
