#include <CLI/CLI.hpp>

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
    std::vector<std::string> numbers;
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

int run_make(Session& session, const StatementsOptions& options) {
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

int run_list(Session& session, const StatementsOptions& options) {
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

int run_show(Session& session, const StatementsOptions& options) {
    auto database = open_database_for_reading(session);
    IssuedStatements issued(database);
    auto filter = filter_of(options);
    filter.number = options.numbers.front();
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

void add_selection(CLI::App& app, StatementsOptions& options) {
    app.add_option("--period", options.period, "the month (YYYY-MM)");
    app.add_option("--pi", options.pi, "only of this PI (e-mail)");
    app.add_option("--project", options.project, "only of this project");
    app.add_option("--currency", options.currency, "only in this currency");
}

void add_files(CLI::App& app, StatementsOptions& options) {
    app.add_option("--format", options.formats,
                   "which files: pdf, html, csv, json, or several of them");
    app.add_option("--output", options.output,
                   "the folder in which that of the month is made; default: output.directory");
}

CLI::App* declare_list(CLI::App& command, StatementsOptions& options) {
    auto* list = command.add_subcommand("list", "What was issued");
    add_selection(*list, options);
    list->add_flag("--all-versions", options.all_versions, "also versions that have a later one");
    list->add_option("--format", options.format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    list->add_flag("--json", options.json, "the same as --format json");
    list->footer("Example:\n  focus-billing statements list --period 2025-01\n\n"
                 "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                 "3 the database cannot be read.");
    return list;
}

CLI::App* declare_show(CLI::App& command, StatementsOptions& options) {
    auto* show = command.add_subcommand("show", "One statement, as it was issued");
    show->add_option("NUMBER", options.numbers, "its number, as 'statements list' shows it")
        ->required()
        ->expected(1);
    show->add_option("--version", options.version, "a version; default: the latest")
        ->check(check_counting_number);
    show->add_option("--format", options.format, "text, json (the record), csv or html")
        ->check(CLI::IsMember({"text", "json", "csv", "html"}));
    show->add_flag("--json", options.json, "the same as --format json");
    show->add_flag("--all", options.all, "as text: also the charges");
    show->footer(
        "Example:\n  focus-billing statements show 2025-01-0001 --format json\n\n"
        "Exit code: 0 done, 1 there is no such statement, 2 command line or configuration,\n"
        "3 the database cannot be read.");
    return show;
}

CLI::App* declare_reprint(CLI::App& command, StatementsOptions& options) {
    auto* reprint = command.add_subcommand("reprint", "Write the files of issued statements again");
    reprint->add_option("NUMBER", options.numbers, "numbers of statements");
    add_selection(*reprint, options);
    reprint->add_option("--version", options.version, "a version; default: the latest")
        ->check(check_counting_number);
    reprint->add_flag("--all-versions", options.all_versions,
                      "also versions that have a later one");
    add_files(*reprint, options);
    reprint->footer(
        "Example:\n  focus-billing statements reprint 2025-01-0001 --format pdf --output again\n\n"
        "Exit code: 0 done, 1 there is no such statement, 2 command line or configuration,\n"
        "3 a file or the database cannot be read or written.");
    return reprint;
}

}  // namespace

RunCommand add_statements(CLI::App& app) {
    auto* command = app.add_subcommand(
        "statements", "Statements for each PI and project: drafts, or issued and on record");
    auto options = std::make_shared<StatementsOptions>();
    add_selection(*command, *options);
    add_files(*command, *options);
    command->add_flag("--issue", options->issue, "issue them: the month is closed");
    command->add_option("--issue-date", options->issue_date, "the day on them; default: today");
    command->add_flag("--json", options->json, "print JSON");
    command->footer(
        "Examples:\n"
        "  focus-billing statements --period 2025-01\n"
        "  focus-billing statements --period 2025-01 --issue --format pdf,csv\n"
        "  focus-billing statements list --period 2025-01\n\n"
        "Exit code: 0 done, 1 no database yet, the month was never opened, or is not closed,\n"
        "2 command line or configuration, 3 a file or the database cannot be read or "
        "written.");
    auto list_words = std::make_shared<StatementsOptions>();
    auto show_words = std::make_shared<StatementsOptions>();
    auto reprint_words = std::make_shared<StatementsOptions>();
    const auto* list = declare_list(*command, *list_words);
    const auto* show = declare_show(*command, *show_words);
    const auto* reprint = declare_reprint(*command, *reprint_words);
    for (auto* action : command->get_subcommands({}))
        action->group("Commands");
    return [=](Session& session) {
        if (list->parsed() || show->parsed() || reprint->parsed())
            refuse_words_before_action(*command);
        if (list->parsed())
            return run_list(session, *list_words);
        if (show->parsed())
            return run_show(session, *show_words);
        if (reprint->parsed())
            return run_reprint(session, *reprint_words);
        return run_make(session, *options);
    };
}

}  // namespace focus_billing
