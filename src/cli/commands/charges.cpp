#include <algorithm>

#include "cli/charge_filter_options.hpp"
#include "cli/commands/commands.hpp"
#include "cli/print_results.hpp"
#include "focus_billing/render/reports/charge_list.hpp"
#include "focus_billing/store/charges/query_charges.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 6> sort_names = {"id", "amount",  "date",
                                                        "pi", "project", "service"};

// What was typed, before it is understood.
struct ChargesOptions {
    ChargeFilterOptions chosen;
    std::string sort = "id";
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
    filter.order = static_cast<ChargeSort>(index_of_name(sort_names, options.sort));
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

void declare_presentation(CommandLine charges, ChargesOptions& options) {
    charges.choice("--sort", options.sort, sort_names, "id, amount, date, pi, project or service");
    charges.flag("--desc", options.chosen.filter.descending, "the last first");
    charges.option("--limit", options.limit, "only the first so many");
    charges.choice("--format", options.format, {"text", "csv", "json"}, "text, csv or json");
    charges.flag("--json", options.json, "the same as --format json");
}

}  // namespace

void add_charges(CommandLine program) {
    auto charges = program.command("charges", "List stored charges, all or those that fit");
    auto& options = charges.runs(run_charges);
    add_charge_filters(charges, options.chosen);
    charges.flag("--superseded", options.chosen.filter.superseded,
                 "those that a revision superseded, which count no more");
    const auto held =
        charges.flag("--held", options.chosen.filter.held, "held for review, for whatever reason");
    charges.flag("--decided", options.chosen.filter.decided, "decided by a reviewer")
        .excludes(held);
    declare_presentation(charges, options);
    charges.examples(
        {"focus-billing charges --period 2025-01 --pi ada@example.edu",
         "focus-billing charges --held --sort amount --desc --limit 20",
         "focus-billing charges --period 2025-01 --source aws --format csv > aws.csv"});
    charges.exit_codes(reading_exit_codes);
}

}  // namespace focus_billing
