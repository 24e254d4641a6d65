#include <algorithm>
#include <map>
#include <ostream>

#include "cli/charge_filter_options.hpp"
#include "cli/commands/commands.hpp"
#include "cli/print_results.hpp"
#include "focus_billing/billing/attribution/check_payer.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/input/read_decisions.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/findings.hpp"
#include "focus_billing/render/reports/charge_list.hpp"
#include "focus_billing/render/reports/review_report.hpp"
#include "focus_billing/store/charges/reviewed_charge.hpp"
#include "focus_billing/store/review/decide_charges.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

constexpr std::array<const char*, payer_attribute_count> payer_options = {
    "--to-pi",      "--to-project",     "--to-fund-org",   "--to-cost-center",
    "--to-account", "--to-reference-1", "--to-reference-2"};

struct ReviewOptions {
    std::vector<std::int64_t> charges;
    ChargeFilterOptions chosen;
    Verdict verdict = Verdict::approve;
    std::array<std::optional<std::string>, payer_attribute_count> payer;
    std::string note;
    std::string file;
    std::string format = "text";
    bool all = false;
    bool also_billed = false;
    bool dry_run = false;
    bool json = false;
};

std::string name_in_messages(const std::string& path) {
    return path == "-" ? "<stdin>" : path;
}

Database open_for(Session& session, bool dry_run) {
    return dry_run ? open_database_for_reading(session) : open_database_for_writing(session);
}

void list_for_decisions(Session& session, Database& database, const ChargeFilter& filter) {
    auto& out = session.host().out;
    const Transaction reading(database);
    ReviewedCharges reviewed(reading);
    out << decision_list_header();
    query_charges(reading, filter, [&](const StoredCharge& charge) {
        stop_if_interrupted();
        const auto id = std::stoll(std::string(charge.text(charge_column("x_ChargeId"))));
        const auto now = reviewed.find(id).value();
        out << decision_list_row(charge, now.charged_cost.text(), charge_version(now));
        return out.good();
    });
}

int run_review_list(Session& session, const ReviewOptions& options) {
    auto filter = parse_filter(options.chosen, session.config());
    filter.charges = options.charges;
    filter.held = options.charges.empty();
    auto database = open_database_for_reading(session);
    if (options.format == "csv" && !options.json) {
        list_for_decisions(session, database, filter);
        return 0;
    }
    const auto list =
        options.json || options.format == "json" ? make_charge_json() : make_charge_table();
    print_charges(session, database, filter, *list);
    return 0;
}

[[noreturn]] void refuse_words(std::string message, std::string help) {
    throw Error(ErrorKind::usage, make_diagnostic(20, {}, std::move(message), {}, std::move(help)));
}

bool has_filter(const ChargeFilter& filter) {
    return filter.period || filter.import || filter.flag || filter.above || filter.below ||
           !filter.source.empty() || !filter.pi_email.empty() || !filter.project_id.empty() ||
           !filter.fund_org.empty() || !filter.service.empty();
}

std::vector<std::int64_t> chosen_charges(Database& database, ChargeFilter filter,
                                         const ReviewOptions& options) {
    if (!options.charges.empty())
        return options.charges;
    filter.decided = options.verdict == Verdict::withdraw;
    filter.held = options.verdict != Verdict::withdraw && !options.also_billed;
    return find_charges(Transaction(database), filter);
}

// The first of each code, as for the rows of a file; --json has all.
void print_first(Session& session, const std::vector<Diagnostic>& diagnostics) {
    std::map<int, std::size_t> counts;
    for (const auto& diagnostic : diagnostics) {
        if (++counts[diagnostic.code] <= Findings::usual_limit)
            session.print(diagnostic);
    }
    for (const auto& [code, count] : counts) {
        if (count > Findings::usual_limit) {
            session.host().err << "and " << count - Findings::usual_limit << " more "
                               << "FB" << code << ": --json\n";
        }
    }
}

int finish(Session& session, const ReviewOptions& options, const DecisionReport& report,
           const std::string& command) {
    const int exit_code = report.refusals.empty() ? 0 : static_cast<int>(ErrorKind::state);
    if (options.json) {
        session.host().out << review_json(report, command, exit_code);
        return exit_code;
    }
    print_first(session, report.refusals);
    print_first(session, report.warnings);
    if (!report.refusals.empty()) {
        session.host().err << "Nothing was decided: all decisions of a command are carried out, or "
                              "none.\n";
    } else if (!session.options().quiet) {
        session.host().out << review_text(report);
    }
    return exit_code;
}

DecisionTerms terms_of(Session& session, const ReviewOptions& options, const Database& database,
                       const std::string& command) {
    return {.audit_context = session.audit_context(),
            .place = options.file.empty() ? database.path() : name_in_messages(options.file),
            .command = command,
            .dry_run = options.dry_run,
            .by_filter = options.charges.empty() && options.file.empty(),
            .on_step = stop_if_interrupted};
}

int run_decision(Session& session, const ReviewOptions& options) {
    const std::string command(name_of(options.verdict));
    const auto filter = parse_filter(options.chosen, session.config());
    if (options.charges.empty() && !has_filter(filter) && !options.all)
        refuse_words("no charges are named",
                     "give their numbers, or filters such as --flag and --pi, or --all");
    if (!options.charges.empty() && (has_filter(filter) || options.all))
        refuse_words("charges are named by their numbers and by filters",
                     "give either numbers or filters");
    DecisionRequest request{
        .verdict = options.verdict, .payer = options.payer, .note = options.note};
    if (options.verdict == Verdict::reassign &&
        std::ranges::none_of(request.payer, [](const auto& value) { return value.has_value(); }))
        refuse_words("reassign does not say to whom",
                     "name who pays: --to-pi ada@example.edu --to-fund-org 123456-2345");
    if (const auto refusal = PayerCheck(session.config()).check(request, {}))
        throw Error(ErrorKind::usage, *refusal);
    auto database = open_for(session, options.dry_run);
    std::vector<DecisionRequest> requests;
    for (const auto charge : chosen_charges(database, filter, options)) {
        request.charge = charge;
        requests.push_back(request);
    }
    const auto report =
        decide_charges(database, requests, terms_of(session, options, database, command));
    return finish(session, options, report, "review " + command);
}

int run_apply(Session& session, const ReviewOptions& options) {
    const auto name = name_in_messages(options.file);
    auto input = open_input(options.file, name);
    auto read = read_decisions(input->bytes(), name);
    DecisionReport report;
    report.dry_run = options.dry_run;
    report.refusals = std::move(read.errors);
    const PayerCheck payers(session.config());
    for (const auto& request : read.requests) {
        if (auto refusal = payers.check(request, name))
            report.refusals.push_back(std::move(*refusal));
    }
    if (report.refusals.empty()) {
        auto database = open_for(session, options.dry_run);
        report =
            decide_charges(database, read.requests, terms_of(session, options, database, "review"));
    }
    return finish(session, options, report, "review apply");
}

void declare_charges(CommandLine action, ReviewOptions& options) {
    action.argument("CHARGE", options.charges, "numbers of charges");
    add_charge_filters(action, options.chosen);
}

void declare_review_list(CommandLine review) {
    auto list = review.command("list", "The charges held for review, of any month");
    auto& options = list.runs(run_review_list);
    declare_charges(list, options);
    list.choice("--format", options.format, {"text", "csv", "json"},
                "text, json, or csv: a list to decide in, for 'review apply'");
    list.flag("--json", options.json, "the same as --format json");
    list.examples({"focus-billing review list --period 2025-01",
                   "focus-billing review list --format csv > decisions.csv"});
    list.exit_codes(reading_exit_codes);
}

void declare_outcome(CommandLine action, ReviewOptions& options,
                     std::initializer_list<std::string_view> examples) {
    action.flag("--dry-run", options.dry_run, "show charges and money, and change nothing");
    action.flag("--json", options.json, "print JSON");
    action.examples(examples);
    action.exit_codes("0 done, 1 a charge refuses it, and nothing was decided,\n"
                      "2 command line or configuration, 3 the database cannot be read or written.");
}

ReviewOptions& declare_decision(CommandLine action, Verdict verdict) {
    auto& options = action.runs(run_decision);
    options.verdict = verdict;
    declare_charges(action, options);
    action.option("--note", options.note, "why; needed where the month is not open any more");
    return options;
}

void declare_all_held(CommandLine action, ReviewOptions& options) {
    action.flag("--all", options.all, "all that are held");
}

void declare_also_billed(CommandLine action, ReviewOptions& options) {
    action.flag("--also-billed", options.also_billed,
                "with filters: also charges that are not held");
}

void declare_approve(CommandLine review) {
    auto approve = review.command("approve", "Bill held charges to whom tags and rules name");
    auto& options = declare_decision(approve, Verdict::approve);
    declare_all_held(approve, options);
    declare_outcome(
        approve, options,
        {"focus-billing review approve 12 15 --note 'training in spring'",
         "focus-billing review approve --flag pattern_match --period 2025-01 --dry-run"});
}

void declare_reject(CommandLine review) {
    auto reject = review.command("reject", "Bill charges to nobody");
    auto& options = declare_decision(reject, Verdict::reject);
    declare_all_held(reject, options);
    declare_also_billed(reject, options);
    declare_outcome(reject, options,
                    {"focus-billing review reject 12 --note 'test machine of the data center'"});
}

void declare_reassign(CommandLine review) {
    constexpr std::array<const char*, payer_attribute_count> names = {"e-mail address of the PI",
                                                                      "project",
                                                                      "fund/org",
                                                                      "cost center",
                                                                      "account",
                                                                      "reference 1",
                                                                      "reference 2"};
    auto reassign = review.command("reassign", "Bill charges to somebody else");
    auto& options = declare_decision(reassign, Verdict::reassign);
    for (std::size_t i = 0; i < payer_attribute_count; ++i)
        reassign.option(payer_options[i], options.payer[i], names[i]);
    declare_all_held(reassign, options);
    declare_also_billed(reassign, options);
    declare_outcome(reassign, options,
                    {"focus-billing review reassign 12 --to-pi ada@example.edu --to-project reef "
                     "--to-fund-org 123456-2345",
                     "focus-billing review reassign --pi old@example.edu --period 2025-01 "
                     "--also-billed \\\n"
                     "      --to-pi ada@example.edu --note 'left in December' --dry-run"});
}

void declare_withdraw(CommandLine review) {
    auto withdraw = review.command("withdraw", "Take a decision back while its month is open");
    auto& options = declare_decision(withdraw, Verdict::withdraw);
    withdraw.flag("--all", options.all, "all that were decided");
    declare_outcome(withdraw, options, {"focus-billing review withdraw 12"});
}

void declare_apply(CommandLine review) {
    auto apply = review.command("apply", "Carry out a list of decisions, all or none");
    auto& options = apply.runs(run_apply);
    apply
        .argument("FILE", options.file,
                  "CSV that 'review list --format csv' wrote, filled in; - is standard input")
        .required();
    declare_outcome(apply, options,
                    {"focus-billing review list --format csv > decisions.csv",
                     "focus-billing review apply decisions.csv --dry-run"});
}

}  // namespace

void add_review(CommandLine program) {
    auto review = program.command("review", "Held charges: list them, decide who pays");
    review.examples({"focus-billing review list",
                     "focus-billing review approve --flag pattern_match --dry-run"});
    declare_review_list(review);
    declare_approve(review);
    declare_reject(review);
    declare_reassign(review);
    declare_withdraw(review);
    declare_apply(review);
}

}  // namespace focus_billing
