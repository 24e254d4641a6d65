#include <CLI/CLI.hpp>

#include <algorithm>
#include <limits>
#include <ostream>

#include "cli/check_arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/journal_options.hpp"
#include "cli/print_results.hpp"
#include "focus_billing/cli/option_values.hpp"
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
        const auto bytes = print_journal(session, name, words.format);
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

}  // namespace

RunCommand add_journals(CLI::App& app) {
    auto* command = app.add_subcommand(
        "journals", "Journals for the finance system: drafts, or registered and on record");
    auto words = std::make_shared<JournalsWords>();
    declare_journals_run(*command, *words);
    auto action_words = std::make_shared<JournalsWords>();
    std::vector<std::pair<const CLI::App*, RunAction>> actions = {
        {declare_journals_list(*command, *action_words), run_list},
        {declare_journals_show(*command, *action_words), run_show},
        {declare_journals_mark(*command, *action_words), run_mark},
        {declare_journals_reverse(*command, *action_words), run_reverse},
        {declare_journals_explain(*command, *action_words), run_explain},
        {declare_journals_reconcile(*command, *action_words), run_reconcile}};
    const auto layouts = declare_journal_layouts(*command, *action_words);
    actions.emplace_back(layouts.list, run_layouts_list);
    actions.emplace_back(layouts.show, run_layouts_show);
    actions.emplace_back(layouts.check, run_layouts_check);
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
