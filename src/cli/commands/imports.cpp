#include <CLI/CLI.hpp>

#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/reports/difference_report.hpp"
#include "focus_billing/render/reports/imports_report.hpp"
#include "focus_billing/store/imports/difference_table.hpp"
#include "focus_billing/store/imports/query_imports.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

struct ImportsOptions {
    std::string source;
    std::string period;
    std::int64_t number = 0;
    std::string format = "text";
    bool all = false;
    bool json = false;
};

int run_list(Session& session, const ImportsOptions& options) {
    ImportFilter filter{.source = options.source, .period = parse_period_option(options.period)};
    if (const auto* source = find_source(options.source, session.config().known_sources))
        filter.source = source->name;
    auto database = open_database_for_reading(session);
    const auto imports = query_imports(database, filter);
    session.host().out << (options.json ? imports_json(imports) : imports_text(imports));
    return 0;
}

int run_show(Session& session, const ImportsOptions& options) {
    auto database = open_database_for_reading(session);
    const auto detail = query_import(database, options.number);
    const ImportDifference difference(database, options.number);
    const Differences rows = [&](std::optional<std::uint64_t> limit,
                                 const OnDifferenceRow& on_row) {
        difference.for_each(limit, on_row);
    };
    auto& out = session.host().out;
    if (options.json || options.format == "json") {
        out << import_json(detail.import, detail.flags, difference.totals(), rows);
    } else if (options.format == "csv") {
        out << difference_csv_header();
        rows({}, [&](const DifferenceRow& row) {
            out << difference_csv(detail.import.file_name, row);
        });
    } else {
        const auto limit = options.all ? std::nullopt : std::optional(usual_differences);
        out << import_text(detail.import, detail.flags,
                           difference_text(difference.totals(), rows, limit));
    }
    return 0;
}

CLI::App* declare_list(CLI::App& command, ImportsOptions& options) {
    auto* list = command.add_subcommand("list", "All imports, the oldest first");
    list->add_option("--source", options.source, "only of this source");
    list->add_option("--period", options.period, "only with charges of this month (YYYY-MM)");
    list->add_flag("--json", options.json, "print JSON");
    list->footer("Example:\n  focus-billing imports list --source aws --period 2025-01\n\n"
                 "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                 "3 the database cannot be read.");
    return list;
}

CLI::App* declare_show(CLI::App& command, ImportsOptions& options) {
    auto* show = command.add_subcommand("show", "All that is known of one import");
    show->add_option("NUMBER", options.number, "its number, as 'imports list' shows it")
        ->required()
        ->check(check_counting_number);
    show->add_option("--format", options.format,
                     "text, json, or csv: only the rows that it changed")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    show->add_flag("--json", options.json, "the same as --format json");
    show->add_flag("--all", options.all, "show every row that it changed, not only the largest 20");
    show->footer("Examples:\n  focus-billing imports show 3\n"
                 "  focus-billing imports show 3 --format csv > changes.csv\n\n"
                 "Exit code: 0 done, 1 no such import or no database yet,\n"
                 "2 command line or configuration, 3 the database cannot be read.");
    return show;
}

}  // namespace

RunCommand add_imports(CLI::App& app) {
    auto* command = app.add_subcommand("imports", "Which files were ingested, when and by whom");
    command->footer("Examples:\n"
                    "  focus-billing imports list --period 2025-01\n"
                    "  focus-billing imports show 3");
    auto options = std::make_shared<ImportsOptions>();
    const auto* list = declare_list(*command, *options);
    const auto* show = declare_show(*command, *options);
    for (auto* action : command->get_subcommands({}))
        action->group("Commands");
    return [command, list, show, options](Session& session) {
        if (list->parsed())
            return run_list(session, *options);
        if (show->parsed())
            return run_show(session, *options);
        session.host().err << command->help("focus-billing");
        return static_cast<int>(ErrorKind::usage);
    };
}

}  // namespace focus_billing
