#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/starter_config.hpp"
#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/render/diagnostic_text.hpp"

namespace focus_billing {

namespace {

struct InitOptions {
    std::string directory;
    bool print = false;
};

std::string file_in(const std::string& directory) {
    if (directory.empty() || directory == ".")
        return "focus-billing.yaml";
    return directory + (directory.ends_with('/') ? "" : "/") + "focus-billing.yaml";
}

// A configuration that later commands would not find by themselves must be named.
std::string config_option(Session& session, const std::string& file) {
    return find_config_file(session.host(), session.options()) == file
               ? ""
               : " --config " + shown_text(file, 500);
}

std::string next_steps(const std::string& file, const std::string& option) {
    return fmt::format("Wrote {}\n\n"
                       "Next:\n"
                       "  1. Put your sources, accounts and tag names into it, in any editor.\n"
                       "  2. focus-billing config check{}\n"
                       "  3. focus-billing ingest FILE.csv --dry-run{}\n",
                       shown_text(file, 500), option, option);
}

int run_init(Session& session, const InitOptions& options) {
    if (options.print) {
        session.host().out << starter_config();
        return 0;
    }
    const auto file = file_in(options.directory);
    create_file(file, starter_config());
    if (!session.options().quiet)
        session.host().out << next_steps(file, config_option(session, file));
    return 0;
}

}  // namespace

void add_init(CommandLine program) {
    auto init = program.command("init", "Write a commented configuration to start from");
    auto& options = init.runs(run_init);
    const auto directory =
        init.argument("DIRECTORY", options.directory,
                      "where to write focus-billing.yaml (default: the working folder)");
    init.flag("--print", options.print, "print the configuration instead").excludes(directory);
    init.examples({"focus-billing init", "focus-billing init /srv/billing",
                   "focus-billing init --print > /etc/focus-billing/config.yaml"});
    init.exit_codes("0 done, 2 the file is there already, 3 it cannot be written.");
}

}  // namespace focus_billing
