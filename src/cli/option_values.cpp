#include "focus_billing/cli/option_values.hpp"

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

BillingPeriod parse_month(const std::string& text, const std::string& what,
                          const std::string& example) {
    const auto first_day = parse_timestamp(text + "-01");
    if (!first_day || text.size() != 7) {
        throw Error(ErrorKind::usage, make_diagnostic(20, {}, what + " is not a month", text,
                                                      "write the year and the month: " + example));
    }
    return {first_day->year, first_day->month};
}

}  // namespace

std::optional<BillingPeriod> parse_period_option(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    return parse_month(text, "--period", "--period 2025-01");
}

BillingPeriod parse_period_word(const std::string& text) {
    return parse_month(text, "PERIOD", "2025-01");
}

}  // namespace focus_billing
