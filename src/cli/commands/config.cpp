#include <CLI/CLI.hpp>

#include "focus_billing/cli/commands.hpp"

namespace focus_billing {

RunCommand add_config(CLI::App& app) {
    app.add_subcommand("config", "");
    return [](Session&) { return 0; };
}

}  // namespace focus_billing
