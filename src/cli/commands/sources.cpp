#include <CLI/CLI.hpp>

#include "focus_billing/cli/commands.hpp"

namespace focus_billing {

RunCommand add_sources(CLI::App& app) {
    app.add_subcommand("sources", "");
    return [](Session&) { return 0; };
}

}  // namespace focus_billing
