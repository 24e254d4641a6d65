#include <CLI/CLI.hpp>

#include <algorithm>
#include <limits>
#include <ostream>

#include "focus_billing/cli/commands.hpp"
#include "focus_billing/cli/explain_reference.hpp"
#include "focus_billing/cli/find_journal.hpp"
#include "focus_billing/cli/load_layout.hpp"
#include "focus_billing/cli/mark_journal.hpp"
#include "focus_billing/cli/open_database.hpp"
#include "focus_billing/cli/parse_period_option.hpp"
#include "focus_billing/cli/print_journal.hpp"
#include "focus_billing/cli/reconcile_journals.hpp"
#include "focus_billing/cli/run_journals.hpp"
#include "focus_billing/model/ascii.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/journal_explanation.hpp"
#include "focus_billing/render/journal_json.hpp"
#include "focus_billing/render/journal_text.hpp"
#include "focus_billing/render/layout_list.hpp"
#include "focus_billing/store/journal_books.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t usual_lines = 20;
constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

struct JournalsWords {
    std::string period;
    std::string format;
    std::string output;
    std::string date;
    std::string currency;
    std::string word;  ///< a number, a reference, the name of a layout
    std::string state;
    std::string ref;
    std::string invoice;  ///< a file
    bool other_fiscal_year = false;
    bool all = false;
    bool json = false;
};

using RunAction = int (*)(Session&, const JournalsWords&);

std::string format_of(Session& session, const JournalsWords& words) {
    const auto& usual = session.config().journal.format;
    if (!words.format.empty())
        return words.format;
    if (!usual.empty())
        return usual;
    std::string list;
    for (const auto& layout : layout_names(session))
        list += (list.empty() ? "" : ", ") + layout.name;
    throw Error(ErrorKind::usage,
                make_diagnostic(20, {}, "journals needs a format", {},
                                "name it with --format, or in journal.format: " + list));
}

void require_file(const std::string& output) {
    if (output == "-") {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "--output is no file", output,
                                    "a journal is registered with its file; without --output a "
                                    "draft goes to standard output"));
    }
}

int tell(Session& session, const JournalsWords& words, const JournalRun& run) {
    const int exit_code = run.refused() ? static_cast<int>(ErrorKind::state) : 0;
    auto& out = session.host().out;
    if (words.json) {
        out << journal_run_json(run, exit_code);
        return exit_code;
    }
    for (const auto& refusal : run.refusals)
        session.print(refusal);
    if (run.refused())
        return exit_code;
    const bool is_on_stdout = !run.record && run.file.empty() && !run.nothing;
    if (is_on_stdout)
        out << run.bytes;
    if (!session.options().quiet)
        (is_on_stdout ? session.host().err : out) << journal_run_text(run);
    return exit_code;
}

int run_make(Session& session, const JournalsWords& words) {
    const auto period = parse_period_option(words.period);
    if (!period) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "journals needs a month", {},
                                    "name it: focus-billing journals --period 2025-01 --format "
                                    "gl"));
    }
    require_file(words.output);
    JournalOrder order;
    order.period = *period;
    order.format = format_of(session, words);
    order.output = words.output;
    order.date = words.date;
    order.currency = upper_case(words.currency);
    order.other_fiscal_year = words.other_fiscal_year;
    return tell(session, words, run_journals(session, order));
}

int run_list(Session& session, const JournalsWords& words) {
    auto database = open_database_for_reading(session);
    JournalBooks books(database, JournalBooks::Purpose::read);
    const auto records = books.list({.period = parse_period_option(words.period)});
    auto& out = session.host().out;
    if (words.json || words.format == "json") {
        out << journal_list_json(records);
    } else {
        out << (words.format == "csv" ? journal_list_csv(records) : journal_list_text(records));
    }
    return 0;
}

int run_show(Session& session, const JournalsWords& words) {
    const auto name = parse_journal_name(words.word);
    auto& out = session.host().out;
    if (!words.format.empty() && !words.json) {
        const auto bytes = print_journal(session, name.journal, words.format);
        if (bytes)
            out << *bytes;
        return bytes ? 0 : static_cast<int>(ErrorKind::state);
    }
    auto database = open_database_for_reading(session);
    JournalBooks books(database, JournalBooks::Purpose::read);
    const auto record = find_journal(books, name.journal, name.document);
    auto documents = books.documents(record);
    if (name.document != 0) {
        std::erase_if(documents, [&](const JournalDocument& document) {
            return document.number != name.document;
        });
    }
    if (words.json) {
        out << journal_record_json(record, documents, books.journal_postings(record));
    } else {
        out << journal_record_text(record, documents, words.all ? no_limit : usual_lines);
    }
    return 0;
}

int run_mark(Session& session, const JournalsWords& words) {
    const auto name = parse_journal_name(words.word);
    const auto state = words.state == "accepted" ? JournalState::accepted : JournalState::failed;
    const auto record = mark_journal(session, name, state, words.ref);
    if (words.json) {
        session.host().out << journal_list_json({record});
    } else if (!session.options().quiet) {
        session.host().out << journal_list_text({record});
    }
    return 0;
}

int run_reverse(Session& session, const JournalsWords& words) {
    const auto name = parse_journal_name(words.word);
    require_file(words.output);
    ReversalOrder order;
    order.journal = name.journal;
    order.document = name.document;
    order.format = words.format;
    order.output = words.output;
    order.date = words.date;
    order.other_fiscal_year = words.other_fiscal_year;
    return tell(session, words, reverse_journal(session, order));
}

int run_explain(Session& session, const JournalsWords& words) {
    const auto explanation =
        explain_reference(session, words.word, words.all ? no_limit : usual_lines);
    session.host().out << (words.json ? journal_explanation_json(explanation)
                                      : journal_explanation_text(explanation));
    return 0;
}

int run_reconcile(Session& session, const JournalsWords& words) {
    return reconcile_journals(session, *parse_period_option(words.period), words.invoice,
                              words.json);
}

int run_layouts_list(Session& session, const JournalsWords& words) {
    auto& out = session.host().out;
    std::vector<LayoutSummary> layouts;
    for (const auto& layout : layout_names(session)) {
        layouts.push_back(
            {layout.name, layout.file, check_layout(session, layout.name).layout.description});
    }
    out << (words.json ? layout_list_json(layouts) : layout_list_text(layouts));
    return 0;
}

int run_layouts_show(Session& session, const JournalsWords& words) {
    session.host().out << layout_text(session, words.word).text;
    return 0;
}

int run_layouts_check(Session& session, const JournalsWords& words) {
    const auto loaded = check_layout(session, words.word);
    for (const auto& diagnostic : loaded.diagnostics)
        session.print(diagnostic);
    if (!loaded.diagnostics.empty())
        return static_cast<int>(ErrorKind::usage);
    if (!session.options().quiet)
        session.host().out << layout_columns_text(loaded.layout);
    return 0;
}

// Before the action they would be taken for those of a run, and mean nothing.
void refuse_words_before_action(const CLI::App& command) {
    for (const auto* option : command.get_options()) {
        if (option->count() > 0 && option->get_name() != "--help") {
            throw Error(ErrorKind::usage,
                        make_diagnostic(20, {}, option->get_name() + " stands before the action",
                                        {},
                                        "write it behind: focus-billing journals list " +
                                            option->get_name() + " ..."));
        }
    }
}

void add_date(CLI::App& app, JournalsWords& words) {
    app.add_option("--date", words.date,
                   "the day on which it is posted (YYYY-MM-DD); default: the month's last day");
    app.add_flag("--other-fiscal-year", words.other_fiscal_year,
                 "let the day be in another fiscal year than the month");
}

CLI::App* declare_list(CLI::App& command, JournalsWords& words) {
    auto* list = command.add_subcommand("list", "The journals on record, and their states");
    list->add_option("--period", words.period, "only of this month (YYYY-MM)");
    list->add_option("--format", words.format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    list->add_flag("--json", words.json, "the same as --format json");
    list->footer("Example:\n  focus-billing journals list --period 2025-01\n\n"
                 "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                 "3 the database cannot be read.");
    return list;
}

CLI::App* declare_show(CLI::App& command, JournalsWords& words) {
    auto* show = command.add_subcommand("show", "One journal, also in another layout");
    show->add_option("JOURNAL", words.word, "its number, or that of a document: 3 or 3.1")
        ->required();
    show->add_option("--format", words.format,
                     "print its file: in its own layout as it was registered, or in another one");
    show->add_flag("--all", words.all, "as text: all lines");
    show->add_flag("--json", words.json, "print JSON, with its lines and postings");
    show->footer("Examples:\n  focus-billing journals show 3\n"
                 "  focus-billing journals show 3 --format hledger\n\n"
                 "Exit code: 0 done, 1 there is no such journal, or the layout cannot hold it,\n"
                 "2 command line or configuration, 3 the database cannot be read.");
    return show;
}

CLI::App* declare_mark(CLI::App& command, JournalsWords& words) {
    auto* mark = command.add_subcommand("mark", "Record what the finance system made of a journal");
    mark->add_option("JOURNAL", words.word, "its number, or that of a document: 3 or 3.1")
        ->required();
    mark->add_option("STATE", words.state, "accepted, or failed: then its postings are free again")
        ->required()
        ->check(CLI::IsMember({"accepted", "failed"}));
    mark->add_option("--ref", words.ref, "the finance system's own number");
    mark->add_flag("--json", words.json, "print JSON");
    mark->footer("Example:\n  focus-billing journals mark 3 accepted --ref B0012345\n\n"
                 "Exit code: 0 done, 1 there is no such journal, or it is in another state,\n"
                 "2 command line or configuration, 3 the database cannot be written.");
    return mark;
}

CLI::App* declare_reverse(CLI::App& command, JournalsWords& words) {
    auto* reverse = command.add_subcommand("reverse", "A journal that takes another one back");
    reverse->add_option("JOURNAL", words.word, "its number, or that of a document: 3 or 3.1")
        ->required();
    reverse->add_option("--output", words.output, "the file of the new journal")->required();
    reverse->add_option("--format", words.format, "its layout; default: that of the journal");
    add_date(*reverse, words);
    reverse->add_flag("--json", words.json, "print JSON");
    reverse->footer(
        "Example:\n  focus-billing journals reverse 3 --date 2025-02-10 --output back.txt\n\n"
        "Exit code: 0 done, 1 there is no such journal, or it cannot be reversed,\n"
        "2 command line or configuration, 3 a file or the database cannot be written.");
    return reverse;
}

CLI::App* declare_explain(CLI::App& command, JournalsWords& words) {
    auto* explain = command.add_subcommand("explain", "What a line of a journal is the sum of");
    explain->add_option("REF", words.word, "the reference of a line, or the number of a statement")
        ->required();
    explain->add_flag("--all", words.all, "all charges");
    explain->add_flag("--json", words.json, "print JSON");
    explain->footer("Example:\n  focus-billing journals explain 7K3M9QXA\n\n"
                    "Exit code: 0 done, 1 no journal has it, 2 command line or configuration,\n"
                    "3 the database cannot be read.");
    return explain;
}

CLI::App* declare_reconcile(CLI::App& command, JournalsWords& words) {
    auto* reconcile = command.add_subcommand(
        "reconcile", "From the charges of a month to its journals: each difference named");
    reconcile->add_option("--period", words.period, "the month (YYYY-MM)")->required();
    reconcile->add_option("--invoice", words.invoice,
                          "compare BilledCost with this list of invoices (CSV)");
    reconcile->add_flag("--json", words.json, "print JSON");
    reconcile->footer(
        "Example:\n  focus-billing journals reconcile --period 2025-01 --invoice invoices.csv\n\n"
        "Exit code: 0 done, 1 something is not explained, or an invoice differs too much,\n"
        "2 command line or configuration, 3 a file or the database cannot be read.");
    return reconcile;
}

std::vector<std::pair<const CLI::App*, RunAction>> declare_layouts(CLI::App& command,
                                                                   JournalsWords& words) {
    auto* layouts = command.add_subcommand("layouts", "The layouts of journals");
    layouts->require_subcommand(1);
    auto* list = layouts->add_subcommand("list", "The layouts that --format can name");
    list->add_flag("--json", words.json, "print JSON");
    list->footer("Example:\n  focus-billing journals layouts list\n\n"
                 "Exit code: 0 done, 2 command line or configuration.");
    auto* show = layouts->add_subcommand("show", "The file of a layout, to copy and change");
    show->add_option("LAYOUT", words.word, "its name")->required();
    show->footer("Example:\n  focus-billing journals layouts show banner > layouts/ours.yaml\n\n"
                 "Exit code: 0 done, 2 there is no such layout, or the configuration has errors.");
    auto* check = layouts->add_subcommand("check", "What is wrong with a layout, and its columns");
    check->add_option("LAYOUT", words.word, "its name, or its file")->required();
    check->footer("Example:\n  focus-billing journals layouts check layouts/ours.yaml\n\n"
                  "Exit code: 0 done, 2 the layout or the configuration has errors.");
    for (auto* action : layouts->get_subcommands({}))
        action->group("Commands");
    return {{list, run_layouts_list}, {show, run_layouts_show}, {check, run_layouts_check}};
}

}  // namespace

RunCommand add_journals(CLI::App& app) {
    auto* command = app.add_subcommand(
        "journals", "Journals for the finance system: drafts, or registered and on record");
    auto words = std::make_shared<JournalsWords>();
    command->add_option("--period", words->period, "the month (YYYY-MM)");
    command->add_option("--format", words->format,
                        "the layout: its name, or a file; default: journal.format");
    command->add_option("--output", words->output,
                        "register the journal, and write this file; without it: a draft");
    add_date(*command, *words);
    command->add_option("--currency", words->currency, "only what is in this currency");
    command->add_flag("--json", words->json, "print JSON");
    command->footer(
        "Examples:\n"
        "  focus-billing journals --period 2025-01 --format gl\n"
        "  focus-billing journals --period 2025-01 --format banner --output banner.txt\n"
        "  focus-billing journals mark 1 accepted --ref B0012345\n\n"
        "Exit code: 0 done, 1 something stands in its way, 2 command line or configuration,\n"
        "3 a file or the database cannot be read or written.");
    auto action_words = std::make_shared<JournalsWords>();
    std::vector<std::pair<const CLI::App*, RunAction>> actions = {
        {declare_list(*command, *action_words), run_list},
        {declare_show(*command, *action_words), run_show},
        {declare_mark(*command, *action_words), run_mark},
        {declare_reverse(*command, *action_words), run_reverse},
        {declare_explain(*command, *action_words), run_explain},
        {declare_reconcile(*command, *action_words), run_reconcile}};
    for (const auto& action : declare_layouts(*command, *action_words))
        actions.push_back(action);
    for (auto* action : command->get_subcommands({}))
        action->group("Commands");
    return [=](Session& session) {
        for (const auto& [action, run] : actions) {
            if (!action->parsed())
                continue;
            refuse_words_before_action(*command);
            return run(session, *action_words);
        }
        return run_make(session, *words);
    };
}

}  // namespace focus_billing
