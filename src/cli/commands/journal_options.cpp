#include "cli/commands/journal_options.hpp"

#include "cli/commands/commands.hpp"

namespace focus_billing {

namespace {

void declare_date(CommandLine command, JournalsOptions& options) {
    command.option("--date", options.date,
                   "the day on which it is posted (YYYY-MM-DD); default: the month's last day");
    command.flag("--other-fiscal-year", options.other_fiscal_year,
                 "let the day be in another fiscal year than the month");
}

void declare_journal(CommandLine command, JournalsOptions& options) {
    command.argument("JOURNAL", options.word, "its number, or that of a document: 3 or 3.1")
        .required();
}

}  // namespace

void declare_journals_make(CommandLine journals, RunJournals run) {
    auto& options = journals.runs(run);
    journals.option("--period", options.period, "the month (YYYY-MM)");
    journals.option("--format", options.format,
                    "the layout: its name, or a file; default: journal.format");
    journals.option("--output", options.output,
                    "register the journal, and write this file; without it: a draft");
    declare_date(journals, options);
    journals.option("--currency", options.currency, "only what is in this currency");
    journals.flag("--json", options.json, "print JSON");
    journals.examples(
        {"focus-billing journals --period 2025-01 --format gl",
         "focus-billing journals --period 2025-01 --format banner --output banner.txt",
         "focus-billing journals mark 1 accepted --ref B0012345"});
    journals.exit_codes("0 done, 1 something stands in its way, 2 command line or configuration,\n"
                        "3 a file or the database cannot be read or written.");
}

void declare_journals_list(CommandLine journals, RunJournals run) {
    auto list = journals.command("list", "The journals on record, and their states");
    auto& options = list.runs(run);
    list.option("--period", options.period, "only of this month (YYYY-MM)");
    list.choice("--format", options.format, {"text", "csv", "json"}, "text, csv or json");
    list.flag("--json", options.json, "the same as --format json");
    list.example("focus-billing journals list --period 2025-01");
    list.exit_codes(reading_exit_codes);
}

void declare_journals_show(CommandLine journals, RunJournals run) {
    auto show = journals.command("show", "One journal, also in another layout");
    auto& options = show.runs(run);
    declare_journal(show, options);
    show.option("--format", options.format,
                "print its file: in its own layout as it was registered, or in another one");
    show.flag("--all", options.all, "as text: all lines");
    show.flag("--json", options.json, "print JSON, with its lines and postings");
    show.examples(
        {"focus-billing journals show 3", "focus-billing journals show 3 --format hledger"});
    show.exit_codes("0 done, 1 there is no such journal, or the layout cannot hold it,\n"
                    "2 command line or configuration, 3 the database cannot be read.");
}

void declare_journals_mark(CommandLine journals, RunJournals run) {
    auto mark = journals.command("mark", "Record what the finance system made of a journal");
    auto& options = mark.runs(run);
    declare_journal(mark, options);
    mark.choice("STATE", options.state, {"accepted", "failed"},
                "accepted, or failed: then its postings are free again")
        .required();
    mark.option("--ref", options.ref, "the finance system's own number");
    mark.flag("--json", options.json, "print JSON");
    mark.example("focus-billing journals mark 3 accepted --ref B0012345");
    mark.exit_codes("0 done, 1 there is no such journal, or it is in another state,\n"
                    "2 command line or configuration, 3 the database cannot be written.");
}

void declare_journals_reverse(CommandLine journals, RunJournals run) {
    auto reverse = journals.command("reverse", "A journal that takes another one back");
    auto& options = reverse.runs(run);
    declare_journal(reverse, options);
    reverse.option("--output", options.output, "the file of the new journal").required();
    reverse.option("--format", options.format, "its layout; default: that of the journal");
    declare_date(reverse, options);
    reverse.flag("--json", options.json, "print JSON");
    reverse.example("focus-billing journals reverse 3 --date 2025-02-10 --output back.txt");
    reverse.exit_codes(
        "0 done, 1 there is no such journal, or it cannot be reversed,\n"
        "2 command line or configuration, 3 a file or the database cannot be written.");
}

void declare_journals_explain(CommandLine journals, RunJournals run) {
    auto explain = journals.command("explain", "What a line of a journal is the sum of");
    auto& options = explain.runs(run);
    explain.argument("REF", options.word, "the reference of a line, or the number of a statement")
        .required();
    explain.flag("--all", options.all, "all charges");
    explain.flag("--json", options.json, "print JSON");
    explain.example("focus-billing journals explain 7K3M9QXA");
    explain.exit_codes("0 done, 1 no journal has it, 2 command line or configuration,\n"
                       "3 the database cannot be read.");
}

void declare_journals_reconcile(CommandLine journals, RunJournals run) {
    auto reconcile = journals.command(
        "reconcile", "From the charges of a month to its journals: each difference named");
    auto& options = reconcile.runs(run);
    reconcile.option("--period", options.period, "the month (YYYY-MM)").required();
    reconcile.option("--invoice", options.invoice,
                     "compare BilledCost with this list of invoices (CSV)");
    reconcile.flag("--json", options.json, "print JSON");
    reconcile.example("focus-billing journals reconcile --period 2025-01 --invoice invoices.csv");
    reconcile.exit_codes(
        "0 done, 1 something is not explained, or an invoice differs too much,\n"
        "2 command line or configuration, 3 a file or the database cannot be read.");
}

CommandLine declare_journal_layouts(CommandLine journals) {
    auto layouts = journals.command("layouts", "The layouts of journals");
    layouts.require_command();
    return layouts;
}

void declare_layouts_list(CommandLine layouts, RunJournals run) {
    auto list = layouts.command("list", "The layouts that --format can name");
    auto& options = list.runs(run);
    list.flag("--json", options.json, "print JSON");
    list.example("focus-billing journals layouts list");
    list.exit_codes("0 done, 2 command line or configuration.");
}

void declare_layouts_show(CommandLine layouts, RunJournals run) {
    auto show = layouts.command("show", "The file of a layout, to copy and change");
    auto& options = show.runs(run);
    show.argument("LAYOUT", options.word, "its name").required();
    show.example("focus-billing journals layouts show banner > layouts/ours.yaml");
    show.exit_codes("0 done, 2 there is no such layout, or the configuration has errors.");
}

void declare_layouts_check(CommandLine layouts, RunJournals run) {
    auto check = layouts.command("check", "What is wrong with a layout, and its columns");
    auto& options = check.runs(run);
    check.argument("LAYOUT", options.word, "its name, or its file").required();
    check.example("focus-billing journals layouts check layouts/ours.yaml");
    check.exit_codes("0 done, 2 the layout or the configuration has errors.");
}

}  // namespace focus_billing
