#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/reports/report_tables.hpp"
#include "focus_billing/store/reports/report_spend.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t usual_rows = 50;

struct ReportOptions {
    std::string period;
    std::string from;
    std::string to;
    std::string by = "pi";
    std::string format = "text";
    bool all = false;
    bool json = false;
};

ReportMonths months_of(const ReportOptions& options) {
    if (const auto period = parse_period_option(options.period))
        return {.from = period, .to = period};
    ReportMonths months{.from = parse_period_option(options.from),
                        .to = parse_period_option(options.to)};
    if (months.from && months.to && *months.to < *months.from) {
        throw Error(ErrorKind::usage, make_diagnostic(20, {}, "--to is before --from", options.to,
                                                      "name the earlier month with --from"));
    }
    return months;
}

int print(Session& session, const ReportOptions& options, const std::vector<ReportTable>& tables,
          const std::string& command) {
    auto& out = session.host().out;
    if (options.json || options.format == "json") {
        out << report_tables_json(tables, "report " + command);
    } else if (options.format == "csv") {
        out << report_table_csv(tables.front());
    } else {
        out << report_tables_text(tables, options.all ? 0 : usual_rows);
    }
    return 0;
}

int run_unattributed(Session& session, const ReportOptions& options) {
    const auto months = months_of(options);
    auto database = open_database_for_reading(session);
    return print(session, options, report_unattributed(database, months), "unattributed");
}

int run_tags(Session& session, const ReportOptions& options) {
    const auto months = months_of(options);
    auto database = open_database_for_reading(session);
    auto tables = report_tags(database, months);
    if (options.by == "key")
        std::ranges::reverse(tables);
    return print(session, options, tables, "tags");
}

int run_spend(Session& session, const ReportOptions& options) {
    const auto months = months_of(options);
    const auto key = static_cast<SpendKey>(std::ranges::find(spend_key_names, options.by) -
                                           spend_key_names.begin());
    auto database = open_database_for_reading(session);
    return print(session, options, report_spend(database, key, months), "spend");
}

CLI::App* declare(CLI::App& command, ReportOptions& options, const char* name,
                  const char* description, const std::string& example) {
    auto* report = command.add_subcommand(name, description);
    auto* period = report->add_option("--period", options.period, "only this month (YYYY-MM)");
    report->add_option("--from", options.from, "from this month on (YYYY-MM)")->excludes(period);
    report->add_option("--to", options.to, "up to this month (YYYY-MM)")->excludes(period);
    report->add_option("--format", options.format, "text, csv (the first table) or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    report->add_flag("--json", options.json, "the same as --format json");
    report->add_flag("--all", options.all, "show every row, not only the first 50");
    report->footer("Example:\n  focus-billing report " + example +
                   "\n\nExit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                   "3 the database cannot be read.");
    return report;
}

}  // namespace

RunCommand add_report(CLI::App& app) {
    auto* command = app.add_subcommand("report", "Overviews: spend, what is unattributed, tags");
    command->footer("Examples:\n"
                    "  focus-billing report spend --by pi --period 2025-01\n"
                    "  focus-billing report unattributed");
    auto options = std::make_shared<ReportOptions>();
    const auto* unattributed =
        declare(*command, *options, "unattributed", "Charges without a PI, project or fund/org",
                "unattributed --period 2025-01");
    auto tags_words = std::make_shared<ReportOptions>();
    tags_words->by = "attribute";
    auto* tags = declare(*command, *tags_words, "tags",
                         "Which charges have which tags, and the money behind it",
                         "tags --by key --period 2025-01 --format csv");
    tags->add_option("--by", tags_words->by, "which table comes first: attribute or key")
        ->check(CLI::IsMember({"attribute", "key"}));
    auto spend_words = std::make_shared<ReportOptions>();
    auto* spend = declare(*command, *spend_words, "spend",
                          "What is billed, and how it changed from month to month",
                          "spend --by service --period 2025-01");
    spend->add_option("--by", spend_words->by, "pi, project, fund_org, service, source or month")
        ->check(CLI::IsMember(
            std::vector<std::string>(spend_key_names.begin(), spend_key_names.end())));
    for (auto* action : command->get_subcommands({}))
        action->group("Commands");
    return [=](Session& session) {
        if (unattributed->parsed())
            return run_unattributed(session, *options);
        if (tags->parsed())
            return run_tags(session, *tags_words);
        if (spend->parsed())
            return run_spend(session, *spend_words);
        session.host().err << command->help("focus-billing");
        return static_cast<int>(ErrorKind::usage);
    };
}

}  // namespace focus_billing
