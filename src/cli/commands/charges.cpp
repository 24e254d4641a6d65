#include <CLI/CLI.hpp>

#include <ostream>

#include "focus_billing/cli/check_counting_number.hpp"
#include "focus_billing/cli/commands.hpp"
#include "focus_billing/cli/interruption.hpp"
#include "focus_billing/cli/open_database.hpp"
#include "focus_billing/cli/parse_period_option.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/ascii.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/charge_csv.hpp"
#include "focus_billing/render/charge_json.hpp"
#include "focus_billing/render/charge_table.hpp"
#include "focus_billing/store/query_charges.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 6> order_names = {"id", "amount",  "date",
                                                         "pi", "project", "service"};

// What was typed, before it is understood.
struct ChargesWords {
    ChargeFilter filter;
    std::string period;
    std::int64_t import = 0;
    std::string flag;
    std::string above;
    std::string below;
    std::string order = "id";
    std::uint64_t limit = 0;
    std::string format = "text";
    bool json = false;
};

template <std::size_t size>
std::size_t index_of_name(const std::array<std::string_view, size>& names, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

std::optional<Decimal> parse_amount(const std::string& option, const std::string& text) {
    if (text.empty())
        return std::nullopt;
    const auto parsed = parse_decimal(text);
    if (parsed.fault == DecimalFault::none && parsed.value.coefficient() >= 0)
        return parsed.value;
    throw Error(ErrorKind::usage,
                make_diagnostic(20, {}, option + " is not an amount", text,
                                "write digits and a point, without a sign, which does not count: " +
                                    option + " 1234.50"));
}

ChargeFilter understood(const ChargesWords& words, const Config& config) {
    ChargeFilter filter = words.filter;
    filter.period = parse_period_option(words.period);
    filter.above = parse_amount("--above", words.above);
    filter.below = parse_amount("--below", words.below);
    filter.pi_email = std::string(trimmed(filter.pi_email));
    if (const auto* source = find_source(filter.source, config.known_sources))
        filter.source = source->name;
    if (words.import != 0)
        filter.import = words.import;
    if (!words.flag.empty())
        filter.flag = static_cast<Flag>(index_of_name(flag_names, words.flag));
    filter.order = static_cast<ChargeOrder>(index_of_name(order_names, words.order));
    if (words.limit != 0)
        filter.limit = words.limit;
    return filter;
}

std::unique_ptr<ChargeList> make_list(const ChargesWords& words) {
    if (words.json || words.format == "json")
        return make_charge_json();
    return words.format == "csv" ? make_charge_csv() : make_charge_table();
}

int run_charges(Session& session, const ChargesWords& words) {
    const auto filter = understood(words, session.config());
    auto database = open_database_for_reading(session);
    const auto list = make_list(words);
    auto& out = session.host().out;
    out << list->begin();
    const auto all = query_charges(database, filter, [&](const StoredCharge& charge) {
        stop_if_interrupted();
        out << list->add(charge);
        return out.good();
    });
    out << list->end(all);
    return 0;
}

std::vector<std::string> texts_of(std::span<const std::string_view> names) {
    return {names.begin(), names.end()};
}

void add_filters(CLI::App& command, ChargesWords& words) {
    command.add_option("--period", words.period, "billed in this month (YYYY-MM)");
    command.add_option("--source", words.filter.source, "of this source");
    command.add_option("--import", words.import, "of the import with this number")
        ->check(check_counting_number);
    command.add_option("--pi", words.filter.pi_email, "of the PI with this e-mail address");
    command.add_option("--project", words.filter.project_id, "of this project");
    command.add_option("--fund-org", words.filter.fund_org, "of this fund/org");
    command.add_option("--service", words.filter.service, "of this service");
    command.add_option("--flag", words.flag, "held for this reason")
        ->check(CLI::IsMember(texts_of(flag_names)));
    command.add_flag("--superseded", words.filter.superseded,
                     "those that a revision superseded, which count no more");
    command.add_flag("--held", words.filter.held, "held for review, for whatever reason");
    command.add_option("--above", words.above, "billed more than this; the sign does not count");
    command.add_option("--below", words.below, "billed less than this; the sign does not count");
}

void add_presentation(CLI::App& command, ChargesWords& words) {
    command.add_option("--sort", words.order, "id, amount, date, pi, project or service")
        ->check(CLI::IsMember(texts_of(order_names)));
    command.add_flag("--desc", words.filter.descending, "the last first");
    command.add_option("--limit", words.limit, "only the first so many")
        ->check(check_counting_number);
    command.add_option("--format", words.format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command.add_flag("--json", words.json, "the same as --format json");
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
    auto words = std::make_shared<ChargesWords>();
    add_filters(*command, *words);
    add_presentation(*command, *words);
    return [words](Session& session) { return run_charges(session, *words); };
}

}  // namespace focus_billing
