#include <CLI/CLI.hpp>

#include <algorithm>

#include "cli/charge_filter_options.hpp"
#include "cli/commands/commands.hpp"
#include "cli/print_results.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/reports/charge_list.hpp"
#include "focus_billing/store/charges/query_charges.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 6> order_names = {"id", "amount",  "date",
                                                         "pi", "project", "service"};

// What was typed, before it is understood.
struct ChargesOptions {
    ChargeFilterOptions chosen;
    std::string order = "id";
    std::uint64_t limit = 0;
    std::string format = "text";
    bool json = false;
};

template <std::size_t size>
std::size_t index_of_name(const std::array<std::string_view, size>& names, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

ChargeFilter parsed(const ChargesOptions& options, const Config& config) {
    ChargeFilter filter = parse_filter(options.chosen, config);
    filter.order = static_cast<ChargeSort>(index_of_name(order_names, options.order));
    if (options.limit != 0)
        filter.limit = options.limit;
    return filter;
}

std::unique_ptr<ChargeList> make_list(const ChargesOptions& options) {
    if (options.json || options.format == "json")
        return make_charge_json();
    return options.format == "csv" ? make_charge_csv() : make_charge_table();
}

int run_charges(Session& session, const ChargesOptions& options) {
    const auto filter = parsed(options, session.config());
    auto database = open_database_for_reading(session);
    print_charges(session, database, filter, *make_list(options));
    return 0;
}

std::vector<std::string> texts_of(std::span<const std::string_view> names) {
    return {names.begin(), names.end()};
}

void add_presentation(CLI::App& command, ChargesOptions& options) {
    command.add_option("--sort", options.order, "id, amount, date, pi, project or service")
        ->check(CLI::IsMember(texts_of(order_names)));
    command.add_flag("--desc", options.chosen.filter.descending, "the last first");
    command.add_option("--limit", options.limit, "only the first so many")
        ->check(check_counting_number);
    command.add_option("--format", options.format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command.add_flag("--json", options.json, "the same as --format json");
}

}  // namespace

RunCommand add_charges(CLI::App& app) {
    auto* command = app.add_subcommand("charges", "List stored charges, all or those that fit");
    command->footer(
        "Examples:\n"
        "  focus-billing charges --period 2025-01 --pi ada@example.edu\n"
        "  focus-billing charges --held --sort amount --desc --limit 20\n"
        "  focus-billing charges --period 2025-01 --source aws --format csv > aws.csv\n\n"
        "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
        "3 the database cannot be read.");
    auto options = std::make_shared<ChargesOptions>();
    add_charge_filters(*command, options->chosen);
    command->add_flag("--superseded", options->chosen.filter.superseded,
                      "those that a revision superseded, which count no more");
    auto* held = command->add_flag("--held", options->chosen.filter.held,
                                   "held for review, for whatever reason");
    command->add_flag("--decided", options->chosen.filter.decided, "decided by a reviewer")
        ->excludes(held);
    add_presentation(*command, *options);
    return [options](Session& session) { return run_charges(session, *options); };
}

}  // namespace focus_billing
