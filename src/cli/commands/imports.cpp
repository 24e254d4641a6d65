#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/render/reports/difference_report.hpp"
#include "focus_billing/render/reports/imports_report.hpp"
#include "focus_billing/store/imports/difference_table.hpp"
#include "focus_billing/store/imports/query_imports.hpp"
#include "focus_billing/store/transaction.hpp"
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

int run_imports_list(Session& session, const ImportsOptions& options) {
    ImportFilter filter{.source = options.source, .period = parse_period_option(options.period)};
    if (const auto* source = find_source(options.source, session.config().known_sources))
        filter.source = source->name;
    auto database = open_database_for_reading(session);
    const auto imports = query_imports(Transaction(database), filter);
    session.host().out << (options.json ? imports_json(imports) : imports_text(imports));
    return 0;
}

int run_imports_show(Session& session, const ImportsOptions& options) {
    auto database = open_database_for_reading(session);
    const auto detail = query_import(Transaction(database), options.number);
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

void declare_imports_list(CommandLine imports) {
    auto list = imports.command("list", "All imports, the oldest first");
    auto& options = list.runs(run_imports_list);
    list.option("--source", options.source, "only of this source");
    list.option("--period", options.period, "only with charges of this month (YYYY-MM)");
    list.flag("--json", options.json, "print JSON");
    list.example("focus-billing imports list --source aws --period 2025-01");
    list.exit_codes(reading_exit_codes);
}

void declare_imports_show(CommandLine imports) {
    auto show = imports.command("show", "All that is known of one import");
    auto& options = show.runs(run_imports_show);
    show.argument("NUMBER", options.number, "its number, as 'imports list' shows it").required();
    show.choice("--format", options.format, {"text", "csv", "json"},
                "text, json, or csv: only the rows that it changed");
    show.flag("--json", options.json, "the same as --format json");
    show.flag("--all", options.all, "show every row that it changed, not only the largest 20");
    show.examples({"focus-billing imports show 3",
                   "focus-billing imports show 3 --format csv > changes.csv"});
    show.exit_codes("0 done, 1 no such import or no database yet,\n"
                    "2 command line or configuration, 3 the database cannot be read.");
}

}  // namespace

void add_imports(CommandLine program) {
    auto imports = program.command("imports", "Which files were ingested, when and by whom");
    imports.examples(
        {"focus-billing imports list --period 2025-01", "focus-billing imports show 3"});
    declare_imports_list(imports);
    declare_imports_show(imports);
}

}  // namespace focus_billing
