#include <algorithm>
#include <ostream>

#include "cli/check_arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/html/pages.hpp"
#include "focus_billing/render/statements/read_statement.hpp"
#include "focus_billing/render/statements/statement_report.hpp"
#include "focus_billing/render/statements/statement_style_json.hpp"
#include "focus_billing/render/statements/statement_text.hpp"
#include "focus_billing/render/statements/statement_view.hpp"
#include "focus_billing/store/statements/statement_register.hpp"
#include "focus_billing/workflow/session.hpp"
#include "focus_billing/workflow/statements/issue_statements.hpp"
#include "focus_billing/workflow/statements/make_statements.hpp"

namespace focus_billing {

namespace {

struct StatementsOptions {
    std::string period;
    std::string pi;
    std::string project;
    std::string currency;
    std::string formats = "pdf,html,csv,json";
    std::string format = "text";
    std::string output;
    std::string issue_date;
    std::string number;                ///< of show
    std::vector<std::string> numbers;  ///< of reprint
    std::uint32_t version = 0;
    bool all_versions = false;
    bool issue = false;
    bool all = false;
    bool json = false;
};

StatementFilter filter_of(const StatementsOptions& options) {
    StatementFilter filter;
    filter.period = parse_period_option(options.period);
    filter.pi_email = options.pi;
    filter.project_id = options.project;
    filter.currency = upper_case(options.currency);
    if (options.version != 0)
        filter.version = options.version;
    filter.all_versions = options.all_versions;
    return filter;
}

std::string issue_date_of(Session& session, const std::string& word) {
    if (word.empty())
        return session.host().utc_now().substr(0, 10);
    const auto date = parse_timestamp(word);
    if (!date || !date->date_only) {
        throw Error(ErrorKind::usage, make_diagnostic(20, {}, "--issue-date is no day", word,
                                                      "write it like --issue-date 2025-02-03"));
    }
    return word;
}

std::string spaced(const std::string& options) {
    std::string text;
    for (const char c : options) {
        text += c;
        if (c == ',')
            text += ' ';
    }
    return text;
}

StatementRequest order_of(Session& session, const StatementsOptions& options) {
    StatementRequest request;
    request.filter = filter_of(options);
    request.formats = StatementFormats::parse(options.formats);
    request.formats_text = spaced(options.formats);
    request.issue = options.issue;
    request.output = options.output.empty() ? session.config().output_directory : options.output;
    return request;
}

int run_statements_make(Session& session, const StatementsOptions& options) {
    if (options.period.empty()) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "statements needs a month", {},
                                    "name it: focus-billing statements --period 2025-01"));
    }
    auto request = order_of(session, options);
    request.issue_date = issue_date_of(session, options.issue_date);
    if (request.issue_date < options.period) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "--issue-date is before the month begins",
                                    request.issue_date,
                                    "give a day of " + options.period + " or later"));
    }
    const auto run = run_statements(session, request);
    if (options.json) {
        session.host().out << statement_run_json(run);
    } else if (!session.options().quiet) {
        session.host().out << statement_run_text(run);
    }
    return 0;
}

int run_statements_list(Session& session, const StatementsOptions& options) {
    auto database = open_database_for_reading(session);
    const auto versions = IssuedStatements(database).list(filter_of(options));
    auto& out = session.host().out;
    if (options.json || options.format == "json") {
        out << issued_list_json(versions);
    } else {
        out << (options.format == "csv" ? issued_list_csv(versions) : issued_list_text(versions));
    }
    return 0;
}

int run_statements_show(Session& session, const StatementsOptions& options) {
    auto database = open_database_for_reading(session);
    IssuedStatements issued(database);
    auto filter = filter_of(options);
    filter.number = options.number;
    const auto version = find_issued(database, issued, filter).front();
    const auto json = issued.content(version);
    auto& out = session.host().out;
    if (options.json || options.format == "json") {
        out << json;
        return 0;
    }
    const auto statement = read_statement(json);
    if (options.format == "csv") {
        out << statement_csv(statement);
        return 0;
    }
    const auto style = read_statement_style(issued.style(version.style));
    const auto view = statement_view(statement, style);
    out << (options.format == "html" ? statement_html(view, style)
                                     : statement_text(view, options.all));
    return 0;
}

int run_reprint(Session& session, const StatementsOptions& options) {
    const auto request = order_of(session, options);
    std::vector<StatementFilter> wanted(std::max<std::size_t>(options.numbers.size(), 1),
                                        request.filter);
    for (std::size_t i = 0; i < options.numbers.size(); ++i)
        wanted[i].number = options.numbers[i];
    if (options.numbers.empty() && options.period.empty() && options.pi.empty() &&
        options.project.empty() && options.currency.empty()) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "reprint needs the numbers of statements, or a month",
                                    {},
                                    "name them: focus-billing statements reprint "
                                    "2025-01-0001, or --period 2025-01"));
    }
    const auto count = reprint_statements(session, request, wanted);
    if (!session.options().quiet) {
        session.host().out << count << (count == 1 ? " statement" : " statements")
                           << " printed again (" << request.formats_text << ") in "
                           << request.output << "\n";
    }
    return 0;
}

void declare_selection(CommandLine command, StatementsOptions& options) {
    command.option("--period", options.period, "the month (YYYY-MM)");
    command.option("--pi", options.pi, "only of this PI (e-mail)");
    command.option("--project", options.project, "only of this project");
    command.option("--currency", options.currency, "only in this currency");
}

void declare_files(CommandLine command, StatementsOptions& options) {
    command.option("--format", options.formats,
                   "which files: pdf, html, csv, json, or several of them");
    command.option("--output", options.output,
                   "the folder in which that of the month is made; default: output.directory");
}

void declare_make(CommandLine statements) {
    auto& options = statements.runs(run_statements_make);
    declare_selection(statements, options);
    declare_files(statements, options);
    statements.flag("--issue", options.issue, "issue them: the month is closed");
    statements.option("--issue-date", options.issue_date, "the day on them; default: today");
    statements.flag("--json", options.json, "print JSON");
    statements.examples({"focus-billing statements --period 2025-01",
                         "focus-billing statements --period 2025-01 --issue --format pdf,csv",
                         "focus-billing statements list --period 2025-01"});
    statements.exit_codes(
        "0 done, 1 no database yet, the month was never opened, or is not closed,\n"
        "2 command line or configuration, 3 a file or the database cannot be read or written.");
}

void declare_statements_list(CommandLine statements) {
    auto list = statements.command("list", "What was issued");
    auto& options = list.runs(run_statements_list);
    declare_selection(list, options);
    list.flag("--all-versions", options.all_versions, "also versions that have a later one");
    list.choice("--format", options.format, {"text", "csv", "json"}, "text, csv or json");
    list.flag("--json", options.json, "the same as --format json");
    list.example("focus-billing statements list --period 2025-01");
    list.exit_codes(reading_exit_codes);
}

void declare_statements_show(CommandLine statements) {
    auto show = statements.command("show", "One statement, as it was issued");
    auto& options = show.runs(run_statements_show);
    show.argument("NUMBER", options.number, "its number, as 'statements list' shows it").required();
    show.option("--version", options.version, "a version; default: the latest");
    show.choice("--format", options.format, {"text", "json", "csv", "html"},
                "text, json (the record), csv or html");
    show.flag("--json", options.json, "the same as --format json");
    show.flag("--all", options.all, "as text: also the charges");
    show.example("focus-billing statements show 2025-01-0001 --format json");
    show.exit_codes("0 done, 1 there is no such statement, 2 command line or configuration,\n"
                    "3 the database cannot be read.");
}

void declare_reprint(CommandLine statements) {
    auto reprint = statements.command("reprint", "Write the files of issued statements again");
    auto& options = reprint.runs(run_reprint);
    reprint.argument("NUMBER", options.numbers, "numbers of statements");
    declare_selection(reprint, options);
    reprint.option("--version", options.version, "a version; default: the latest");
    reprint.flag("--all-versions", options.all_versions, "also versions that have a later one");
    declare_files(reprint, options);
    reprint.example("focus-billing statements reprint 2025-01-0001 --format pdf --output again");
    reprint.exit_codes("0 done, 1 there is no such statement, 2 command line or configuration,\n"
                       "3 a file or the database cannot be read or written.");
}

}  // namespace

void add_statements(CommandLine program) {
    auto statements = program.command(
        "statements", "Statements for each PI and project: drafts, or issued and on record");
    declare_make(statements);
    declare_statements_list(statements);
    declare_statements_show(statements);
    declare_reprint(statements);
}

}  // namespace focus_billing
