#include "focus_billing/cli/parse_period_option.hpp"

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

std::optional<BillingPeriod> parse_period_option(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    const auto first_day = parse_timestamp(text + "-01");
    if (!first_day || text.size() != 7) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "--period is not a month", text,
                                    "write the year and the month: --period 2025-01"));
    }
    return BillingPeriod(first_day->year, first_day->month);
}

}  // namespace focus_billing
