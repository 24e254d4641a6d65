#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The total of the charges of one currency that count in a month. Amounts are exact canonical
/// decimals.
struct ContentsTotal {
    std::string currency;
    std::uint64_t charges = 0;
    std::string billed;
    std::uint64_t held = 0;            ///< of the charges, including those carried out before
    std::uint64_t carried_before = 0;  ///< of these: decided since an earlier closing
    std::string held_cost;
    std::uint64_t held_credits = 0;  ///< of these: with a cost below zero
    std::string held_credit_cost;
    std::uint64_t rejected = 0;  ///< by a reviewer, including charges carried in
    std::string rejected_cost = "0";
    std::uint64_t carried_in = 0;  ///< in addition: held in an earlier month and decided since
    std::string carried_in_cost = "0";

    friend bool operator==(const ContentsTotal&, const ContentsTotal&) = default;
};

/// The live charges that count in a month, and a hash that shows any change to them.
struct PeriodContents {
    std::vector<ContentsTotal> totals;  ///< by currency
    std::string rows_sha256;            ///< hexadecimal

    [[nodiscard]] std::uint64_t charges() const {
        std::uint64_t count = 0;
        for (const auto& total : totals)
            count += total.charges;
        return count;
    }
    /// Charges that wait for a decision.
    [[nodiscard]] std::uint64_t held() const {
        std::uint64_t count = 0;
        for (const auto& total : totals)
            count += total.held - total.carried_before;
        return count;
    }
};

/// The total of the live charges that count in a period, in one currency. Amounts are canonical
/// decimals.
struct PeriodTotal {
    std::string currency;
    std::uint64_t charges = 0;
    std::string billed;
    std::uint64_t held = 0;  ///< not decided yet
    std::string held_cost;
    std::uint64_t rejected = 0;  ///< by a reviewer
    std::string rejected_cost = "0";
    std::uint64_t carried_in = 0;  ///< in addition: from closed months
    std::string carried_in_cost = "0";
};

/// A billing period that was opened, and what is in it.
struct PeriodRecord {
    BillingPeriod period;
    std::string status;     ///< `open`, `closed` or `finalized`
    std::string opened_at;  ///< UTC
    std::string since;      ///< time of this status, UTC
    /// Who set this status; nothing if the audit trail does not show it.
    std::optional<std::string> os_user;
    std::optional<std::string> actor;
    std::uint64_t imports = 0;        ///< live in this period
    std::vector<PeriodTotal> totals;  ///< by currency
};

}  // namespace focus_billing
