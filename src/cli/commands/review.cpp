#include <CLI/CLI.hpp>

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
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/reports/charge_list.hpp"
#include "focus_billing/render/reports/review_report.hpp"
#include "focus_billing/store/charges/reviewed_charge.hpp"
#include "focus_billing/store/review/decide_charges.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

constexpr std::array<const char*, payer_attribute_count> payer_options = {
    "--to-pi",      "--to-project",     "--to-fund-org",   "--to-cost-center",
    "--to-account", "--to-reference-1", "--to-reference-2"};

struct ReviewOptions {
    std::vector<std::int64_t> charges;
    ChargeFilterOptions chosen;
    std::array<std::string, payer_attribute_count> payer;
    std::array<CLI::Option*, payer_attribute_count> payer_given{};
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
    ReviewedCharges reviewed(database.handle());
    out << decision_list_header();
    query_charges(database, filter, [&](const StoredCharge& charge) {
        stop_if_interrupted();
        const auto id = std::stoll(std::string(charge.text(charge_column("x_ChargeId"))));
        const auto now = reviewed.find(id).value();
        out << decision_list_row(charge, now.charged_cost.text(), charge_version(now));
        return out.good();
    });
}

int run_list(Session& session, const ReviewOptions& options) {
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
                                         const ReviewOptions& options, Verdict verdict) {
    if (!options.charges.empty())
        return options.charges;
    filter.decided = verdict == Verdict::withdraw;
    filter.held = verdict != Verdict::withdraw && !options.also_billed;
    return find_charges(database, filter);
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

int run_decision(Session& session, const ReviewOptions& options, Verdict verdict) {
    const std::string command(name_of(verdict));
    const auto filter = parse_filter(options.chosen, session.config());
    if (options.charges.empty() && !has_filter(filter) && !options.all)
        refuse_words("no charges are named",
                     "give their numbers, or filters such as --flag and --pi, or --all");
    if (!options.charges.empty() && (has_filter(filter) || options.all))
        refuse_words("charges are named by their numbers and by filters",
                     "give either numbers or filters");
    DecisionRequest request{.verdict = verdict, .note = options.note};
    for (std::size_t i = 0; i < payer_attribute_count; ++i) {
        if (options.payer_given[i] != nullptr && options.payer_given[i]->count() > 0)
            request.payer[i] = options.payer[i];
    }
    if (verdict == Verdict::reassign &&
        std::ranges::none_of(request.payer, [](const auto& value) { return value.has_value(); }))
        refuse_words("reassign does not say to whom",
                     "name who pays: --to-pi ada@example.edu --to-fund-org 123456-2345");
    if (const auto refusal = PayerCheck(session.config()).check(request, {}))
        throw Error(ErrorKind::usage, *refusal);
    auto database = open_for(session, options.dry_run);
    std::vector<DecisionRequest> requests;
    for (const auto charge : chosen_charges(database, filter, options, verdict)) {
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

void declare_charges(CLI::App& action, ReviewOptions& options) {
    action.add_option("CHARGE", options.charges, "numbers of charges")
        ->check(check_counting_number);
    add_charge_filters(action, options.chosen);
}

CLI::App* declare_list(CLI::App& command, ReviewOptions& options) {
    auto* list = command.add_subcommand("list", "The charges held for review, of any month");
    declare_charges(*list, options);
    list->add_option("--format", options.format,
                     "text, json, or csv: a list to decide in, for 'review apply'")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    list->add_flag("--json", options.json, "the same as --format json");
    list->footer("Examples:\n  focus-billing review list --period 2025-01\n"
                 "  focus-billing review list --format csv > decisions.csv\n\n"
                 "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                 "3 the database cannot be read.");
    return list;
}

void declare_outcome(CLI::App& action, ReviewOptions& options, const std::string& examples) {
    action.add_flag("--dry-run", options.dry_run, "show charges and money, and change nothing");
    action.add_flag("--json", options.json, "print JSON");
    action.footer("Examples:\n" + examples +
                  "\nExit code: 0 done, 1 a charge refuses it, and nothing was decided,\n"
                  "2 command line or configuration, 3 the database cannot be read or written.");
}

CLI::App* declare_decision(CLI::App& command, ReviewOptions& options, const char* name,
                           const char* description) {
    auto* action = command.add_subcommand(name, description);
    declare_charges(*action, options);
    action->add_option("--note", options.note, "why; needed where the month is not open any more");
    return action;
}

CLI::App* declare_approve(CLI::App& command, ReviewOptions& options) {
    auto* action = declare_decision(command, options, "approve",
                                    "Bill held charges to whom tags and rules name");
    action->add_flag("--all", options.all, "all that are held");
    declare_outcome(*action, options,
                    "  focus-billing review approve 12 15 --note 'training in spring'\n"
                    "  focus-billing review approve --flag pattern_match --period 2025-01 "
                    "--dry-run\n");
    return action;
}

CLI::App* declare_reject(CLI::App& command, ReviewOptions& options) {
    auto* action = declare_decision(command, options, "reject", "Bill charges to nobody");
    action->add_flag("--all", options.all, "all that are held");
    action->add_flag("--also-billed", options.also_billed,
                     "with filters: also charges that are not held");
    declare_outcome(*action, options,
                    "  focus-billing review reject 12 --note 'test machine of the data center'\n");
    return action;
}

CLI::App* declare_reassign(CLI::App& command, ReviewOptions& options) {
    constexpr std::array<const char*, payer_attribute_count> names = {"e-mail address of the PI",
                                                                      "project",
                                                                      "fund/org",
                                                                      "cost center",
                                                                      "account",
                                                                      "reference 1",
                                                                      "reference 2"};
    auto* action = declare_decision(command, options, "reassign", "Bill charges to somebody else");
    for (std::size_t i = 0; i < payer_attribute_count; ++i)
        options.payer_given[i] = action->add_option(payer_options[i], options.payer[i], names[i]);
    action->add_flag("--all", options.all, "all that are held");
    action->add_flag("--also-billed", options.also_billed,
                     "with filters: also charges that are not held");
    declare_outcome(*action, options,
                    "  focus-billing review reassign 12 --to-pi ada@example.edu --to-project reef "
                    "--to-fund-org 123456-2345\n"
                    "  focus-billing review reassign --pi old@example.edu --period 2025-01 "
                    "--also-billed \\\n"
                    "      --to-pi ada@example.edu --note 'left in December' --dry-run\n");
    return action;
}

CLI::App* declare_withdraw(CLI::App& command, ReviewOptions& options) {
    auto* action = declare_decision(command, options, "withdraw",
                                    "Take a decision back while its month is open");
    action->add_flag("--all", options.all, "all that were decided");
    declare_outcome(*action, options, "  focus-billing review withdraw 12\n");
    return action;
}

CLI::App* declare_apply(CLI::App& command, ReviewOptions& options) {
    auto* action = command.add_subcommand("apply", "Carry out a list of decisions, all or none");
    action
        ->add_option("FILE", options.file,
                     "CSV that 'review list --format csv' wrote, filled in; - is standard input")
        ->required();
    declare_outcome(*action, options,
                    "  focus-billing review list --format csv > decisions.csv\n"
                    "  focus-billing review apply decisions.csv --dry-run\n");
    return action;
}

}  // namespace

RunCommand add_review(CLI::App& app) {
    auto* command = app.add_subcommand("review", "Held charges: list them, decide who pays");
    command->footer("Examples:\n"
                    "  focus-billing review list\n"
                    "  focus-billing review approve --flag pattern_match --dry-run");
    // Each action has words of its own, since their options have the same names.
    using Action = std::function<int(Session&, const ReviewOptions&)>;
    struct Declared {
        const CLI::App* app;
        std::shared_ptr<ReviewOptions> options;
        Action run;
    };
    std::vector<Declared> actions;
    const auto declare = [&](CLI::App* (*declare_action)(CLI::App&, ReviewOptions&), Action run) {
        auto options = std::make_shared<ReviewOptions>();
        actions.push_back({declare_action(*command, *options), options, std::move(run)});
    };
    const auto decides = [](Verdict verdict) {
        return [verdict](Session& session, const ReviewOptions& options) {
            return run_decision(session, options, verdict);
        };
    };
    declare(declare_list, run_list);
    declare(declare_approve, decides(Verdict::approve));
    declare(declare_reject, decides(Verdict::reject));
    declare(declare_reassign, decides(Verdict::reassign));
    declare(declare_withdraw, decides(Verdict::withdraw));
    declare(declare_apply, run_apply);
    for (auto* action : command->get_subcommands({}))
        action->group("Commands");
    return [command, actions](Session& session) {
        for (const auto& action : actions) {
            if (action.app->parsed())
                return action.run(session, *action.options);
        }
        session.host().err << command->help("focus-billing");
        return static_cast<int>(ErrorKind::usage);
    };
}

}  // namespace focus_billing
