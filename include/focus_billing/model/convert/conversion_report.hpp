#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "focus_billing/model/convert/control_totals.hpp"
#include "focus_billing/model/findings.hpp"
#include "focus_billing/model/convert/focus_row.hpp"

namespace focus_billing {

/// The rows of one payer, service, account, unit and currency.
struct ConvertedGroup {
    std::uint64_t rows = 0;
    DecimalSum quantity;
    DecimalSum list;
    DecimalSum billed;
};

/// What a group has in common.
struct GroupName {
    std::string payer;  ///< pi_email and project_id as they are in the tags; empty: none
    std::string service;
    std::string account;  ///< SubAccountId or else ResourceId
    std::string unit;
    std::string currency;

    friend auto operator<=>(const GroupName&, const GroupName&) = default;
};

struct ConvertedCosts {
    DecimalSum list;
    DecimalSum billed;
};

/// What a conversion read and made.
struct ConversionReport {
    std::string source;
    BillingPeriod period;
    std::vector<std::string> files;
    std::string output;  ///< the file, or empty
    std::uint64_t rows = 0;
    std::map<std::string, ConvertedCosts> costs;  ///< by currency
    std::map<GroupName, ConvertedGroup> groups;
    ControlTotals totals;
    UnmappedNames unmapped;
    Findings findings;

    /// Counts a row; `payer_keys` are the tags that name the payer.
    void add(const FocusRow& row, const std::vector<std::string>& payer_keys);
};

}  // namespace focus_billing
