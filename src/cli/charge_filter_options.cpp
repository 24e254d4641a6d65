#include "cli/charge_filter_options.hpp"

#include <algorithm>

#include "cli/option_values.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

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

}  // namespace

void add_charge_filters(CommandLine command, ChargeFilterOptions& options) {
    command.option("--period", options.period, "billed in this month (YYYY-MM)");
    command.option("--source", options.filter.source, "of this source");
    command.option("--import", options.import, "of the import with this number");
    command.option("--pi", options.filter.pi_email, "of the PI with this e-mail address");
    command.option("--project", options.filter.project_id, "of this project");
    command.option("--fund-org", options.filter.fund_org, "of this fund/org");
    command.option("--service", options.filter.service, "of this service");
    command.choice("--flag", options.flag, flag_names, "held for this reason");
    command.option("--above", options.above, "billed more than this; the sign does not count");
    command.option("--below", options.below, "billed less than this; the sign does not count");
}

ChargeFilter parse_filter(const ChargeFilterOptions& options, const Config& config) {
    ChargeFilter filter = options.filter;
    filter.period = parse_period_option(options.period);
    filter.above = parse_amount("--above", options.above);
    filter.below = parse_amount("--below", options.below);
    filter.pi_email = std::string(trimmed(filter.pi_email));
    if (const auto* source = find_source(filter.source, config.known_sources))
        filter.source = source->name;
    if (options.import != 0)
        filter.import = options.import;
    if (!options.flag.empty())
        filter.flag =
            static_cast<Flag>(std::ranges::find(flag_names, options.flag) - flag_names.begin());
    return filter;
}

}  // namespace focus_billing
