#include <ostream>

#include "cli/commands/commands.hpp"

namespace focus_billing {

void add_version(CommandLine program) {
    program.command("version", "Print the version").runs([](Session& session) {
        session.host().out << "focus-billing " FOCUS_BILLING_VERSION "\n";
        return 0;
    });
}

}  // namespace focus_billing
