#include <CLI/CLI.hpp>

#include "focus_billing/cli/commands.hpp"

namespace focus_billing {

RunCommand add_init(CLI::App& app) {
    app.add_subcommand("init", "");
    return [](Session&) { return 0; };
}

}  // namespace focus_billing
