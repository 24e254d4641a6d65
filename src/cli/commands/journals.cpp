#include <algorithm>
#include <limits>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/commands/journal_options.hpp"
#include "cli/option_values.hpp"
#include "cli/print_results.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/journals/journal_explanation.hpp"
#include "focus_billing/render/journals/journal_report_json.hpp"
#include "focus_billing/render/journals/journal_report_text.hpp"
#include "focus_billing/store/journals/journal_store.hpp"
#include "focus_billing/workflow/journals/explain_reference.hpp"
#include "focus_billing/workflow/journals/load_layout.hpp"
#include "focus_billing/workflow/journals/make_journals.hpp"
#include "focus_billing/workflow/journals/mark_journal.hpp"
#include "focus_billing/workflow/journals/reconcile_journals.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t usual_lines = 20;
constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

std::string format_of(Session& session, const JournalsOptions& options) {
    const auto& usual = session.config().journal.format;
    if (!options.format.empty())
        return options.format;
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

int tell(Session& session, const JournalsOptions& options, const JournalRun& run) {
    const int exit_code = run.refused() ? static_cast<int>(ErrorKind::state) : 0;
    auto& out = session.host().out;
    if (options.json) {
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

int run_journals_make(Session& session, const JournalsOptions& options) {
    const auto period = parse_period_option(options.period);
    if (!period) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "journals needs a month", {},
                                    "name it: focus-billing journals --period 2025-01 --format "
                                    "gl"));
    }
    require_file(options.output);
    JournalRequest request;
    request.period = *period;
    request.format = format_of(session, options);
    request.output = options.output;
    request.date = options.date;
    request.currency = upper_case(options.currency);
    request.other_fiscal_year = options.other_fiscal_year;
    return tell(session, options, run_journals(session, request));
}

int run_journals_list(Session& session, const JournalsOptions& options) {
    auto database = open_database_for_reading(session);
    JournalStore store(database, JournalStore::Purpose::read);
    const auto records = store.list({.period = parse_period_option(options.period)});
    auto& out = session.host().out;
    if (options.json || options.format == "json") {
        out << journal_list_json(records);
    } else {
        out << (options.format == "csv" ? journal_list_csv(records) : journal_list_text(records));
    }
    return 0;
}

int run_journals_show(Session& session, const JournalsOptions& options) {
    const auto name = parse_journal_name(options.word);
    auto& out = session.host().out;
    if (!options.format.empty() && !options.json) {
        const auto bytes = print_journal(session, name, options.format);
        if (bytes)
            out << *bytes;
        return bytes ? 0 : static_cast<int>(ErrorKind::state);
    }
    auto database = open_database_for_reading(session);
    JournalStore store(database, JournalStore::Purpose::read);
    const auto record = find_journal(store, name.journal, name.document);
    auto documents = store.documents(record);
    if (name.document != 0) {
        std::erase_if(documents, [&](const JournalDocument& document) {
            return document.number != name.document;
        });
    }
    if (options.json) {
        out << journal_record_json(record, documents, store.journal_postings(record));
    } else {
        out << journal_record_text(record, documents, options.all ? no_limit : usual_lines);
    }
    return 0;
}

int run_mark(Session& session, const JournalsOptions& options) {
    const auto name = parse_journal_name(options.word);
    const auto state = options.state == "accepted" ? JournalState::accepted : JournalState::failed;
    const auto record = mark_journal(session, name, state, options.ref);
    if (options.json) {
        session.host().out << journal_list_json({record});
    } else if (!session.options().quiet) {
        session.host().out << journal_list_text({record});
    }
    return 0;
}

int run_reverse(Session& session, const JournalsOptions& options) {
    const auto name = parse_journal_name(options.word);
    require_file(options.output);
    ReversalRequest request;
    request.journal = name.journal;
    request.document = name.document;
    request.format = options.format;
    request.output = options.output;
    request.date = options.date;
    request.other_fiscal_year = options.other_fiscal_year;
    return tell(session, options, reverse_journal(session, request));
}

int run_journals_explain(Session& session, const JournalsOptions& options) {
    const auto explanation =
        explain_reference(session, options.word, options.all ? no_limit : usual_lines);
    session.host().out << (options.json ? journal_explanation_json(explanation)
                                        : journal_explanation_text(explanation));
    return 0;
}

int run_reconcile(Session& session, const JournalsOptions& options) {
    const auto month =
        reconcile_journals(session, *parse_period_option(options.period), options.invoice);
    return print_reconciliation(session, month, options.json);
}

int run_layouts_list(Session& session, const JournalsOptions& options) {
    auto& out = session.host().out;
    std::vector<LayoutSummary> layouts;
    for (const auto& layout : layout_names(session)) {
        layouts.push_back(
            {layout.name, layout.file, check_layout(session, layout.name).layout.description});
    }
    out << (options.json ? layout_list_json(layouts) : layout_list_text(layouts));
    return 0;
}

int run_layouts_show(Session& session, const JournalsOptions& options) {
    session.host().out << layout_text(session, options.word).text;
    return 0;
}

int run_layouts_check(Session& session, const JournalsOptions& options) {
    const auto loaded = check_layout(session, options.word);
    for (const auto& diagnostic : loaded.diagnostics)
        session.print(diagnostic);
    if (!loaded.diagnostics.empty())
        return static_cast<int>(ErrorKind::usage);
    if (!session.options().quiet)
        session.host().out << layout_columns_text(loaded.layout);
    return 0;
}

}  // namespace

void add_journals(CommandLine program) {
    auto journals = program.command(
        "journals", "Journals for the finance system: drafts, or registered and on record");
    declare_journals_make(journals, run_journals_make);
    declare_journals_list(journals, run_journals_list);
    declare_journals_show(journals, run_journals_show);
    declare_journals_mark(journals, run_mark);
    declare_journals_reverse(journals, run_reverse);
    declare_journals_explain(journals, run_journals_explain);
    declare_journals_reconcile(journals, run_reconcile);
    auto layouts = declare_journal_layouts(journals);
    declare_layouts_list(layouts, run_layouts_list);
    declare_layouts_show(layouts, run_layouts_show);
    declare_layouts_check(layouts, run_layouts_check);
}

}  // namespace focus_billing
