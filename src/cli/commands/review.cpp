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

struct ReviewWords {
    std::vector<std::int64_t> charges;
    ChargeFilterWords chosen;
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
        out << decision_list_row(charge, now.charged_cost.text(), mark_of_charge(now));
        return out.good();
    });
}

int run_list(Session& session, const ReviewWords& words) {
    auto filter = understood_filter(words.chosen, session.config());
    filter.charges = words.charges;
    filter.held = words.charges.empty();
    auto database = open_database_for_reading(session);
    if (words.format == "csv" && !words.json) {
        list_for_decisions(session, database, filter);
        return 0;
    }
    const auto list =
        words.json || words.format == "json" ? make_charge_json() : make_charge_table();
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
                                         const ReviewWords& words, Verdict verdict) {
    if (!words.charges.empty())
        return words.charges;
    filter.decided = verdict == Verdict::withdraw;
    filter.held = verdict != Verdict::withdraw && !words.also_billed;
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

int finish(Session& session, const ReviewWords& words, const DecisionReport& report,
           const std::string& command) {
    const int exit_code = report.refusals.empty() ? 0 : static_cast<int>(ErrorKind::state);
    if (words.json) {
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

DecisionTerms terms_of(Session& session, const ReviewWords& words, const Database& database,
                       const std::string& command) {
    return {.occasion = session.occasion(),
            .place = words.file.empty() ? database.path() : name_in_messages(words.file),
            .command = command,
            .dry_run = words.dry_run,
            .by_filter = words.charges.empty() && words.file.empty(),
            .on_step = stop_if_interrupted};
}

int run_decision(Session& session, const ReviewWords& words, Verdict verdict) {
    const std::string command(name_of(verdict));
    const auto filter = understood_filter(words.chosen, session.config());
    if (words.charges.empty() && !has_filter(filter) && !words.all)
        refuse_words("no charges are named",
                     "give their numbers, or filters such as --flag and --pi, or --all");
    if (!words.charges.empty() && (has_filter(filter) || words.all))
        refuse_words("charges are named by their numbers and by filters",
                     "give either numbers or filters");
    DecisionOrder order{.verdict = verdict, .note = words.note};
    for (std::size_t i = 0; i < payer_attribute_count; ++i) {
        if (words.payer_given[i] != nullptr && words.payer_given[i]->count() > 0)
            order.payer[i] = words.payer[i];
    }
    if (verdict == Verdict::reassign &&
        std::ranges::none_of(order.payer, [](const auto& value) { return value.has_value(); }))
        refuse_words("reassign does not say to whom",
                     "name who pays: --to-pi ada@example.edu --to-fund-org 123456-2345");
    if (const auto refusal = PayerCheck(session.config()).check(order, {}))
        throw Error(ErrorKind::usage, *refusal);
    auto database = open_for(session, words.dry_run);
    std::vector<DecisionOrder> orders;
    for (const auto charge : chosen_charges(database, filter, words, verdict)) {
        order.charge = charge;
        orders.push_back(order);
    }
    const auto report =
        decide_charges(database, orders, terms_of(session, words, database, command));
    return finish(session, words, report, "review " + command);
}

int run_apply(Session& session, const ReviewWords& words) {
    const auto name = name_in_messages(words.file);
    auto input = open_input(words.file, name);
    auto read = read_decisions(input->bytes(), name);
    DecisionReport report;
    report.dry_run = words.dry_run;
    report.refusals = std::move(read.errors);
    const PayerCheck payers(session.config());
    for (const auto& order : read.orders) {
        if (auto refusal = payers.check(order, name))
            report.refusals.push_back(std::move(*refusal));
    }
    if (report.refusals.empty()) {
        auto database = open_for(session, words.dry_run);
        report =
            decide_charges(database, read.orders, terms_of(session, words, database, "review"));
    }
    return finish(session, words, report, "review apply");
}

void declare_charges(CLI::App& action, ReviewWords& words) {
    action.add_option("CHARGE", words.charges, "numbers of charges")->check(check_counting_number);
    add_charge_filters(action, words.chosen);
}

CLI::App* declare_list(CLI::App& command, ReviewWords& words) {
    auto* list = command.add_subcommand("list", "The charges held for review, of any month");
    declare_charges(*list, words);
    list->add_option("--format", words.format,
                     "text, json, or csv: a list to decide in, for 'review apply'")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    list->add_flag("--json", words.json, "the same as --format json");
    list->footer("Examples:\n  focus-billing review list --period 2025-01\n"
                 "  focus-billing review list --format csv > decisions.csv\n\n"
                 "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                 "3 the database cannot be read.");
    return list;
}

void declare_outcome(CLI::App& action, ReviewWords& words, const std::string& examples) {
    action.add_flag("--dry-run", words.dry_run, "show charges and money, and change nothing");
    action.add_flag("--json", words.json, "print JSON");
    action.footer("Examples:\n" + examples +
                  "\nExit code: 0 done, 1 a charge refuses it, and nothing was decided,\n"
                  "2 command line or configuration, 3 the database cannot be read or written.");
}

CLI::App* declare_decision(CLI::App& command, ReviewWords& words, const char* name,
                           const char* description) {
    auto* action = command.add_subcommand(name, description);
    declare_charges(*action, words);
    action->add_option("--note", words.note, "why; needed where the month is not open any more");
    return action;
}

CLI::App* declare_approve(CLI::App& command, ReviewWords& words) {
    auto* action = declare_decision(command, words, "approve",
                                    "Bill held charges to whom tags and rules name");
    action->add_flag("--all", words.all, "all that are held");
    declare_outcome(*action, words,
                    "  focus-billing review approve 12 15 --note 'training in spring'\n"
                    "  focus-billing review approve --flag pattern_match --period 2025-01 "
                    "--dry-run\n");
    return action;
}

CLI::App* declare_reject(CLI::App& command, ReviewWords& words) {
    auto* action = declare_decision(command, words, "reject", "Bill charges to nobody");
    action->add_flag("--all", words.all, "all that are held");
    action->add_flag("--also-billed", words.also_billed,
                     "with filters: also charges that are not held");
    declare_outcome(*action, words,
                    "  focus-billing review reject 12 --note 'test machine of the data center'\n");
    return action;
}

CLI::App* declare_reassign(CLI::App& command, ReviewWords& words) {
    constexpr std::array<const char*, payer_attribute_count> names = {"e-mail address of the PI",
                                                                      "project",
                                                                      "fund/org",
                                                                      "cost center",
                                                                      "account",
                                                                      "reference 1",
                                                                      "reference 2"};
    auto* action = declare_decision(command, words, "reassign", "Bill charges to somebody else");
    for (std::size_t i = 0; i < payer_attribute_count; ++i)
        words.payer_given[i] = action->add_option(payer_options[i], words.payer[i], names[i]);
    action->add_flag("--all", words.all, "all that are held");
    action->add_flag("--also-billed", words.also_billed,
                     "with filters: also charges that are not held");
    declare_outcome(*action, words,
                    "  focus-billing review reassign 12 --to-pi ada@example.edu --to-project reef "
                    "--to-fund-org 123456-2345\n"
                    "  focus-billing review reassign --pi old@example.edu --period 2025-01 "
                    "--also-billed \\\n"
                    "      --to-pi ada@example.edu --note 'left in December' --dry-run\n");
    return action;
}

CLI::App* declare_withdraw(CLI::App& command, ReviewWords& words) {
    auto* action = declare_decision(command, words, "withdraw",
                                    "Take a decision back while its month is open");
    action->add_flag("--all", words.all, "all that were decided");
    declare_outcome(*action, words, "  focus-billing review withdraw 12\n");
    return action;
}

CLI::App* declare_apply(CLI::App& command, ReviewWords& words) {
    auto* action = command.add_subcommand("apply", "Carry out a list of decisions, all or none");
    action
        ->add_option("FILE", words.file,
                     "CSV that 'review list --format csv' wrote, filled in; - is standard input")
        ->required();
    declare_outcome(*action, words,
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
    using Action = std::function<int(Session&, const ReviewWords&)>;
    struct Declared {
        const CLI::App* app;
        std::shared_ptr<ReviewWords> words;
        Action run;
    };
    std::vector<Declared> actions;
    const auto declare = [&](CLI::App* (*declare_action)(CLI::App&, ReviewWords&), Action run) {
        auto words = std::make_shared<ReviewWords>();
        actions.push_back({declare_action(*command, *words), words, std::move(run)});
    };
    const auto decides = [](Verdict verdict) {
        return [verdict](Session& session, const ReviewWords& words) {
            return run_decision(session, words, verdict);
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
                return action.run(session, *action.words);
        }
        session.host().err << command->help("focus-billing");
        return static_cast<int>(ErrorKind::usage);
    };
}

}  // namespace focus_billing
