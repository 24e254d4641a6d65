#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/billing/journals/journal_blockers.hpp"
#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/reports/periods_report.hpp"
#include "focus_billing/store/checks/finalizing_blockers.hpp"
#include "focus_billing/store/periods/change_period.hpp"
#include "focus_billing/store/periods/query_periods.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/workflow/load_directory.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

struct PeriodsOptions {
    std::string period;
    ClosingConfirmation confirmation;
    std::string reason;
    bool dry_run = false;
    bool json = false;
};

int run_periods_list(Session& session, const PeriodsOptions& options) {
    auto database = open_database_for_reading(session);
    const auto periods = query_periods(Transaction(database));
    session.host().out << (options.json ? periods_json(periods) : periods_text(periods));
    return 0;
}

void tell(Session& session, const PeriodsOptions& options, const std::string& action,
          PeriodStatus status, const std::string& text,
          const std::optional<Diagnostic>& warning = {}) {
    auto& out = session.host().out;
    if (options.json) {
        std::vector<Diagnostic> diagnostics;
        if (warning)
            diagnostics.push_back(*warning);
        out << period_change_json("periods " + action, parse_period_word(options.period), status,
                                  diagnostics, 0);
        return;
    }
    if (warning)
        session.print(*warning);
    if (!session.options().quiet)
        out << options.period << text << "\n";
}

int run_open(Session& session, const PeriodsOptions& options) {
    const auto period = parse_period_word(options.period);
    auto database = Database::open_for_writing(session.config().database_path);
    const auto warning = open_period_by_name(database, period, session.audit_context());
    tell(session, options, "open", PeriodStatus::open, " is open", warning);
    return 0;
}

// A source is named by its name or by its pattern.
ClosingConfirmation parsed(ClosingConfirmation confirmation, const Config& config) {
    for (auto& name : confirmation.without) {
        if (const auto* source = find_source(name, config.known_sources))
            name = source->name;
    }
    return confirmation;
}

// A month is not closed into a dead end: what would keep its journals from being made is told now.
PostingRules closing_rules(Session& session, const Database& database, BillingPeriod period) {
    auto rules = posting_rules(source_accounts(session.config()));
    const auto journal_rules =
        std::make_shared<const JournalRules>(session.config(), load_directory(session));
    rules.blockers = [journal_rules, day = period.last_day(),
                      path = database.path()](const std::vector<Posting>& postings) {
        std::vector<PostingKey> keys;
        for (const auto& posting : postings)
            keys.push_back(posting.key);
        return journal_blockers(keys, *journal_rules, day, path);
    };
    return rules;
}

int run_close(Session& session, const PeriodsOptions& options) {
    const auto period = parse_period_word(options.period);
    const auto confirmation = parsed(options.confirmation, session.config());
    auto database =
        options.dry_run ? open_database_for_reading(session) : open_database_for_writing(session);
    const auto rules = closing_rules(session, database, period);
    const auto report =
        options.dry_run
            ? rehearse_closing(Transaction(database), period, confirmation, rules)
            : close_period(database, period, confirmation, rules, session.audit_context());
    const int exit_code = report.refused() ? static_cast<int>(ErrorKind::state) : 0;
    if (options.json) {
        session.host().out << closing_report_json(report, exit_code);
        return exit_code;
    }
    for (const auto& refusal : report.refusals)
        session.print(refusal);
    if (!session.options().quiet && (options.dry_run || !report.refused()))
        session.host().out << closing_text(report);
    return exit_code;
}

int run_reopen(Session& session, const PeriodsOptions& options) {
    const auto period = parse_period_word(options.period);
    if (trimmed(options.reason).empty()) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "--reason is empty", {},
                                    "say why: --reason 'AWS sent a corrected bill'"));
    }
    auto database = open_database_for_writing(session);
    reopen_period(database, period, options.reason, session.audit_context());
    tell(session, options, "reopen", PeriodStatus::open, " is open again");
    return 0;
}

int tell_refusals(Session& session, const PeriodsOptions& options, BillingPeriod period,
                  const std::vector<Diagnostic>& refusals) {
    const int exit_code = static_cast<int>(ErrorKind::state);
    if (options.json) {
        session.host().out << period_change_json("periods finalize", period, PeriodStatus::closed,
                                                 refusals, exit_code);
        return exit_code;
    }
    for (const auto& refusal : refusals)
        session.print(refusal);
    return exit_code;
}

int run_finalize(Session& session, const PeriodsOptions& options) {
    const auto period = parse_period_word(options.period);
    auto database = open_database_for_writing(session);
    const auto refusals = finalize_period(
        database, period,
        [&](const Transaction& closing) { return finalizing_blockers(closing, period); },
        session.audit_context());
    if (!refusals.empty())
        return tell_refusals(session, options, period, refusals);
    tell(session, options, "finalize", PeriodStatus::finalized, " is final");
    return 0;
}

PeriodsOptions& declare_month(CommandLine action, int (*run)(Session&, const PeriodsOptions&)) {
    auto& options = action.runs(run);
    action.argument("PERIOD", options.period, "the month (YYYY-MM)").required();
    return options;
}

void finish(CommandLine action, PeriodsOptions& options, const std::string& example,
            const std::string& refused) {
    action.flag("--json", options.json, "print JSON");
    action.example("focus-billing periods " + example);
    action.exit_codes(
        "0 done, 1 " + refused +
        ",\n2 command line or configuration, 3 the database cannot be read or written.");
}

void declare_periods_list(CommandLine periods) {
    auto list = periods.command("list", "Status, charges and totals of each period");
    auto& options = list.runs(run_periods_list);
    list.flag("--json", options.json, "print JSON");
    list.example("focus-billing periods list --json");
    list.exit_codes(reading_exit_codes);
}

void declare_open(CommandLine periods) {
    auto open = periods.command("open", "Open a month by name, also one still to come");
    finish(open, declare_month(open, run_open), "open 2025-02", "it was opened before");
}

void declare_close(CommandLine periods) {
    auto close = periods.command("close", "Close a month: its charges never change again");
    auto& options = declare_month(close, run_close);
    close.option("--with-held", options.confirmation.held,
                 "carry out exactly so many held charges");
    close.option("--without", options.confirmation.without,
                 "close without this source, which had charges the month before");
    close.option("--with-rejected", options.confirmation.rejected,
                 "leave out exactly so many rejected rows");
    close.flag("--dry-run", options.dry_run, "show what would be closed, and change nothing");
    finish(close, options, "close 2025-01 --with-held 3 --without hpc",
           "something stands in its way");
}

void declare_reopen(CommandLine periods) {
    auto reopen = periods.command("reopen", "Open a closed month again");
    auto& options = declare_month(reopen, run_reopen);
    reopen.option("--reason", options.reason, "why; it goes into the audit trail").required();
    finish(reopen, options, "reopen 2025-01 --reason 'AWS sent a corrected bill'",
           "it is not closed");
}

void declare_finalize(CommandLine periods) {
    auto finalize = periods.command("finalize", "Make a closed month final, for ever");
    finish(finalize, declare_month(finalize, run_finalize), "finalize 2025-01",
           "it is not closed, or its journals are not all accepted");
}

}  // namespace

void add_periods(CommandLine program) {
    auto periods =
        program.command("periods", "The months: what is in them; open, close, finalize them");
    periods.examples(
        {"focus-billing periods list", "focus-billing periods close 2025-01 --dry-run"});
    declare_periods_list(periods);
    declare_open(periods);
    declare_close(periods);
    declare_reopen(periods);
    declare_finalize(periods);
}

}  // namespace focus_billing
