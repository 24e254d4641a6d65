#include <CLI/CLI.hpp>

#include <ostream>

#include "focus_billing/cli/commands.hpp"
#include "focus_billing/cli/open_database.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/periods_json.hpp"
#include "focus_billing/render/periods_text.hpp"
#include "focus_billing/store/query_periods.hpp"

namespace focus_billing {

namespace {

int run_list(Session& session, bool json) {
    auto database = open_database_for_reading(session);
    const auto periods = query_periods(database);
    session.host().out << (json ? periods_json(periods) : periods_text(periods));
    return 0;
}

}  // namespace

RunCommand add_periods(CLI::App& app) {
    auto* command = app.add_subcommand("periods", "The billing periods and what is in them");
    command->footer("Example:\n  focus-billing periods list");
    auto* list = command->add_subcommand("list", "Status, charges and totals of each period");
    auto json = std::make_shared<bool>(false);
    list->add_flag("--json", *json, "print JSON");
    list->footer("Example:\n  focus-billing periods list --json\n\n"
                 "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                 "3 the database cannot be read.");
    list->group("Commands");
    return [command, list, json](Session& session) {
        if (list->parsed())
            return run_list(session, *json);
        session.host().err << command->help("focus-billing");
        return static_cast<int>(ErrorKind::usage);
    };
}

}  // namespace focus_billing
