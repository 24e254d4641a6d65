#include "cli/journal_options.hpp"

#include <CLI/CLI.hpp>

namespace focus_billing {

namespace {

void add_journal_date(CLI::App& app, JournalsOptions& options) {
    app.add_option("--date", options.date,
                   "the day on which it is posted (YYYY-MM-DD); default: the month's last day");
    app.add_flag("--other-fiscal-year", options.other_fiscal_year,
                 "let the day be in another fiscal year than the month");
}

}  // namespace

void declare_journals_run(CLI::App& command, JournalsOptions& options) {
    command.add_option("--period", options.period, "the month (YYYY-MM)");
    command.add_option("--format", options.format,
                       "the layout: its name, or a file; default: journal.format");
    command.add_option("--output", options.output,
                       "register the journal, and write this file; without it: a draft");
    add_journal_date(command, options);
    command.add_option("--currency", options.currency, "only what is in this currency");
    command.add_flag("--json", options.json, "print JSON");
    command.footer(
        "Examples:\n"
        "  focus-billing journals --period 2025-01 --format gl\n"
        "  focus-billing journals --period 2025-01 --format banner --output banner.txt\n"
        "  focus-billing journals mark 1 accepted --ref B0012345\n\n"
        "Exit code: 0 done, 1 something stands in its way, 2 command line or configuration,\n"
        "3 a file or the database cannot be read or written.");
}

const CLI::App* declare_journals_list(CLI::App& command, JournalsOptions& options) {
    auto* list = command.add_subcommand("list", "The journals on record, and their states");
    list->add_option("--period", options.period, "only of this month (YYYY-MM)");
    list->add_option("--format", options.format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    list->add_flag("--json", options.json, "the same as --format json");
    list->footer("Example:\n  focus-billing journals list --period 2025-01\n\n"
                 "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                 "3 the database cannot be read.");
    return list;
}

const CLI::App* declare_journals_show(CLI::App& command, JournalsOptions& options) {
    auto* show = command.add_subcommand("show", "One journal, also in another layout");
    show->add_option("JOURNAL", options.word, "its number, or that of a document: 3 or 3.1")
        ->required();
    show->add_option("--format", options.format,
                     "print its file: in its own layout as it was registered, or in another one");
    show->add_flag("--all", options.all, "as text: all lines");
    show->add_flag("--json", options.json, "print JSON, with its lines and postings");
    show->footer("Examples:\n  focus-billing journals show 3\n"
                 "  focus-billing journals show 3 --format hledger\n\n"
                 "Exit code: 0 done, 1 there is no such journal, or the layout cannot hold it,\n"
                 "2 command line or configuration, 3 the database cannot be read.");
    return show;
}

const CLI::App* declare_journals_mark(CLI::App& command, JournalsOptions& options) {
    auto* mark = command.add_subcommand("mark", "Record what the finance system made of a journal");
    mark->add_option("JOURNAL", options.word, "its number, or that of a document: 3 or 3.1")
        ->required();
    mark->add_option("STATE", options.state,
                     "accepted, or failed: then its postings are free again")
        ->required()
        ->check(CLI::IsMember({"accepted", "failed"}));
    mark->add_option("--ref", options.ref, "the finance system's own number");
    mark->add_flag("--json", options.json, "print JSON");
    mark->footer("Example:\n  focus-billing journals mark 3 accepted --ref B0012345\n\n"
                 "Exit code: 0 done, 1 there is no such journal, or it is in another state,\n"
                 "2 command line or configuration, 3 the database cannot be written.");
    return mark;
}

const CLI::App* declare_journals_reverse(CLI::App& command, JournalsOptions& options) {
    auto* reverse = command.add_subcommand("reverse", "A journal that takes another one back");
    reverse->add_option("JOURNAL", options.word, "its number, or that of a document: 3 or 3.1")
        ->required();
    reverse->add_option("--output", options.output, "the file of the new journal")->required();
    reverse->add_option("--format", options.format, "its layout; default: that of the journal");
    add_journal_date(*reverse, options);
    reverse->add_flag("--json", options.json, "print JSON");
    reverse->footer(
        "Example:\n  focus-billing journals reverse 3 --date 2025-02-10 --output back.txt\n\n"
        "Exit code: 0 done, 1 there is no such journal, or it cannot be reversed,\n"
        "2 command line or configuration, 3 a file or the database cannot be written.");
    return reverse;
}

const CLI::App* declare_journals_explain(CLI::App& command, JournalsOptions& options) {
    auto* explain = command.add_subcommand("explain", "What a line of a journal is the sum of");
    explain
        ->add_option("REF", options.word, "the reference of a line, or the number of a statement")
        ->required();
    explain->add_flag("--all", options.all, "all charges");
    explain->add_flag("--json", options.json, "print JSON");
    explain->footer("Example:\n  focus-billing journals explain 7K3M9QXA\n\n"
                    "Exit code: 0 done, 1 no journal has it, 2 command line or configuration,\n"
                    "3 the database cannot be read.");
    return explain;
}

const CLI::App* declare_journals_reconcile(CLI::App& command, JournalsOptions& options) {
    auto* reconcile = command.add_subcommand(
        "reconcile", "From the charges of a month to its journals: each difference named");
    reconcile->add_option("--period", options.period, "the month (YYYY-MM)")->required();
    reconcile->add_option("--invoice", options.invoice,
                          "compare BilledCost with this list of invoices (CSV)");
    reconcile->add_flag("--json", options.json, "print JSON");
    reconcile->footer(
        "Example:\n  focus-billing journals reconcile --period 2025-01 --invoice invoices.csv\n\n"
        "Exit code: 0 done, 1 something is not explained, or an invoice differs too much,\n"
        "2 command line or configuration, 3 a file or the database cannot be read.");
    return reconcile;
}

LayoutActions declare_journal_layouts(CLI::App& command, JournalsOptions& options) {
    auto* layouts = command.add_subcommand("layouts", "The layouts of journals");
    layouts->require_subcommand(1);
    auto* list = layouts->add_subcommand("list", "The layouts that --format can name");
    list->add_flag("--json", options.json, "print JSON");
    list->footer("Example:\n  focus-billing journals layouts list\n\n"
                 "Exit code: 0 done, 2 command line or configuration.");
    auto* show = layouts->add_subcommand("show", "The file of a layout, to copy and change");
    show->add_option("LAYOUT", options.word, "its name")->required();
    show->footer("Example:\n  focus-billing journals layouts show banner > layouts/ours.yaml\n\n"
                 "Exit code: 0 done, 2 there is no such layout, or the configuration has errors.");
    auto* check = layouts->add_subcommand("check", "What is wrong with a layout, and its columns");
    check->add_option("LAYOUT", options.word, "its name, or its file")->required();
    check->footer("Example:\n  focus-billing journals layouts check layouts/ours.yaml\n\n"
                  "Exit code: 0 done, 2 the layout or the configuration has errors.");
    for (auto* action : layouts->get_subcommands({}))
        action->group("Commands");
    return {list, show, check};
}

}  // namespace focus_billing
