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

/// Who pays, as a report names it: pi_email, project_id, fund_org.
using PayerNames = std::array<std::string, 3>;

/// Charges of one currency whose payer changes from one to another.
struct PayerChange {
    PayerNames before;
    PayerNames after;
    std::string currency;
    std::uint64_t charges = 0;
    DecimalSum cost;
};

/// By how much the charges with a flag, of one currency, grow and shrink.
struct FlagChange {
    Flag flag = Flag::missing_pi_email;
    std::string currency;
    ChargeTally added;
    ChargeTally removed;
};

/// What finding the payers of a month anew changes, or would change.
struct ReattributionReport {
    BillingPeriod period;
    bool dry_run = false;
    std::uint64_t charges = 0;        ///< that were looked at
    std::uint64_t changed = 0;        ///< of these
    std::vector<PayerChange> payers;  ///< the largest amounts first
    std::vector<FlagChange> flags;
    /// By currency: flagged charges, decided or not, before and after.
    std::map<std::string, ChargeTally> flagged_before;
    std::map<std::string, ChargeTally> flagged_after;
    std::uint64_t ended_decisions = 0;  ///< charges that have to be decided again
    std::uint64_t reworded =
        0;  ///< changed charges of the same payer and flags, for another reason
    std::optional<std::int64_t> audit_entry;
};

}  // namespace focus_billing
