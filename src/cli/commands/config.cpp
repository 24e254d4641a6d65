#include <ostream>
#include <set>

#include "cli/commands/commands.hpp"
#include "focus_billing/config/show_config.hpp"
#include "focus_billing/render/text_table.hpp"
#include "focus_billing/workflow/convert/find_conversion.hpp"
#include "focus_billing/workflow/journals/load_layout.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

// The layouts that the configuration names are a part of it.
void check_layouts(Session& session) {
    std::set<std::string> names;
    for (const auto& layout : layout_names(session)) {
        if (!layout.file.empty())
            names.insert(layout.name);
    }
    if (const auto& format = session.config().journal.format; !format.empty())
        names.insert(format);
    bool is_good = true;
    for (const auto& name : names) {
        for (const auto& diagnostic : check_layout(session, name).diagnostics) {
            session.print(diagnostic);
            is_good = false;
        }
    }
    if (!is_good)
        throw ConfigurationRefused();
}

int run_config_check(Session& session) {
    const auto& config = session.config();
    check_layouts(session);
    check_conversions(session);
    if (!session.options().quiet) {
        session.host().out << config_origin(config) << ": "
                           << counted(config.known_sources.size(), "source") << ", no errors\n";
    }
    return 0;
}

int run_config_show(Session& session) {
    const auto& config = session.config();
    session.host().out << "# Configuration in effect, from " << config_origin(config) << "\n"
                       << show_config(config);
    return 0;
}

}  // namespace

void add_config(CommandLine program) {
    auto config = program.command("config", "Check the configuration, or show what is in effect");
    config.examples({"focus-billing config check",
                     "focus-billing config show --config /etc/focus-billing/config.yaml"});
    config.exit_codes("0 no errors, 2 errors in the configuration or the command line.");
    config.command("check", "Find every mistake in the configuration").runs(run_config_check);
    config.command("show", "Print the configuration in effect, with its defaults")
        .runs(run_config_show);
}

}  // namespace focus_billing
