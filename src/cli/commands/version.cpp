#include <CLI/CLI.hpp>

#include <ostream>

#include "cli/commands/commands.hpp"

namespace focus_billing {

RunCommand add_version(CLI::App& app) {
    app.add_subcommand("version", "Print the version");
    return [](Session& session) {
        session.host().out << "focus-billing " FOCUS_BILLING_VERSION "\n";
        return 0;
    };
}

}  // namespace focus_billing
