#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/charges/charge_totals.hpp"
#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A payer as reports show it: pi_email, project_id, fund_org.
using PayerNames = std::array<std::string, 3>;

/// Charges of one currency whose payer changes from one to another.
struct PayerChange {
    PayerNames before;
    PayerNames after;
    std::string currency;
    std::uint64_t charges = 0;
    DecimalSum cost;
};

/// The change in the charges with one flag, in one currency.
struct FlagChange {
    Flag flag = Flag::missing_pi_email;
    std::string currency;
    ChargeTally added;
    ChargeTally removed;
};

/// The result, or the expected result, of attributing a month again.
struct ReattributionReport {
    BillingPeriod period;
    bool dry_run = false;
    std::uint64_t charges = 0;        ///< examined
    std::uint64_t changed = 0;        ///< of these
    std::vector<PayerChange> payers;  ///< the largest amounts first
    std::vector<FlagChange> flags;
    /// By currency: flagged charges before and after, decided or not.
    std::map<std::string, ChargeTally> flagged_before;
    std::map<std::string, ChargeTally> flagged_after;
    std::uint64_t ended_decisions = 0;  ///< charges that need a new decision
    std::uint64_t reworded =
        0;  ///< changed charges with the same payer and flags, but another origin
    std::optional<std::int64_t> audit_entry;
};

}  // namespace focus_billing
