#include <algorithm>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/reports/report_tables.hpp"
#include "focus_billing/store/reports/report_spend.hpp"
#include "focus_billing/store/transaction.hpp"
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
    return print(session, options, report_unattributed(Transaction(database), months),
                 "unattributed");
}

int run_tags(Session& session, const ReportOptions& options) {
    const auto months = months_of(options);
    auto database = open_database_for_reading(session);
    auto tables = report_tags(Transaction(database), months);
    if (options.by == "key")
        std::ranges::reverse(tables);
    return print(session, options, tables, "tags");
}

int run_spend(Session& session, const ReportOptions& options) {
    const auto months = months_of(options);
    const auto key = static_cast<SpendKey>(std::ranges::find(spend_key_names, options.by) -
                                           spend_key_names.begin());
    auto database = open_database_for_reading(session);
    return print(session, options, report_spend(Transaction(database), key, months), "spend");
}

void declare_common(CommandLine report, ReportOptions& options) {
    const auto period = report.option("--period", options.period, "only this month (YYYY-MM)");
    report.option("--from", options.from, "from this month on (YYYY-MM)").excludes(period);
    report.option("--to", options.to, "up to this month (YYYY-MM)").excludes(period);
    report.choice("--format", options.format, {"text", "csv", "json"},
                  "text, csv (the first table) or json");
    report.flag("--json", options.json, "the same as --format json");
    report.flag("--all", options.all, "show every row, not only the first 50");
    report.exit_codes(reading_exit_codes);
}

void declare_unattributed(CommandLine reports) {
    auto report = reports.command("unattributed", "Charges without a PI, project or fund/org");
    report.example("focus-billing report unattributed --period 2025-01");
    declare_common(report, report.runs(run_unattributed));
}

void declare_tags(CommandLine reports) {
    auto report = reports.command("tags", "Which charges have which tags, and the money behind it");
    auto& options = report.runs(run_tags);
    options.by = "attribute";
    report.example("focus-billing report tags --by key --period 2025-01 --format csv");
    declare_common(report, options);
    report.choice("--by", options.by, {"attribute", "key"},
                  "which table comes first: attribute or key");
}

void declare_spend(CommandLine reports) {
    auto report =
        reports.command("spend", "What is billed, and how it changed from month to month");
    auto& options = report.runs(run_spend);
    report.example("focus-billing report spend --by service --period 2025-01");
    declare_common(report, options);
    report.choice("--by", options.by, spend_key_names,
                  "pi, project, fund_org, service, source or month");
}

}  // namespace

void add_report(CommandLine program) {
    auto reports = program.command("report", "Overviews: spend, what is unattributed, tags");
    reports.examples({"focus-billing report spend --by pi --period 2025-01",
                      "focus-billing report unattributed"});
    declare_unattributed(reports);
    declare_tags(reports);
    declare_spend(reports);
}

}  // namespace focus_billing
