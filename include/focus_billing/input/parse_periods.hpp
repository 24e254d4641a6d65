#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// Fills the billing period and the charge period of charges. FOCUS has exclusive ends in UTC;
/// inclusive ends, which many exports write, are recognised and converted:
/// * BillingPeriodEnd, if it is a bare date (or 23:59:59) and the last day of the start's month;
/// * ChargePeriodEnd, if it is a bare date equal to its start, or if it is a bare date (or
///   23:59:59) and start and end are the first and the last day of one month.
/// The month is that of BillingPeriodStart in the zone in which it is written.
class PeriodParser {
public:
    void parse(ChargeRow& row, Charge& charge);

private:
    // Neighbouring rows usually have the same dates.
    struct LastDate {
        [[nodiscard]] bool is(std::string_view other) const {
            return other == std::string_view(text.data(), size);
        }

        std::array<char, 36> text{};
        std::size_t size = 0;
        std::optional<Timestamp> stamp{};
    };

    const Timestamp* read(ChargeRow& row, Column column);
    const Timestamp* read_billing_start(ChargeRow& row);
    void parse_billing_period(ChargeRow& row, Charge& charge);
    void parse_charge_period(ChargeRow& row, Charge& charge);

    std::array<LastDate, 4> m_last;
};

}  // namespace focus_billing
