#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "focus_billing/model/convert/focus_row.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/findings.hpp"

namespace focus_billing {

/// Records of a provider and what they amount to.
struct TalliedPart {
    std::string name;  ///< such as `billed`, `outside the month`, `not billable: NODE_FAIL`
    std::uint64_t records = 0;
    DecimalSum amount;
};

/// What came in of one quantity, and where it went.
struct ControlTotal {
    std::string quantity;  ///< with its unit: `core-seconds`, `bytes`, `credits`, `USD`
    TalliedPart in;
    std::vector<TalliedPart> parts;  ///< in the order in which they first came

    /// Whether the parts are what came in.
    [[nodiscard]] bool is_balanced() const;
};

/// The control totals of a conversion, in whole units of the provider.
class ControlTotals {
public:
    void add_in(std::string_view quantity, const Decimal& amount, std::uint64_t records = 1);
    void add_part(std::string_view quantity, std::string_view part, const Decimal& amount,
                  std::uint64_t records = 1);

    /// In the order in which the quantities first came.
    [[nodiscard]] const std::vector<ControlTotal>& totals() const { return m_totals; }

private:
    ControlTotal& total(std::string_view quantity);

    std::vector<ControlTotal> m_totals;
};

/// A name of the provider that no entry of the payers has.
struct UnmappedName {
    std::uint64_t records = 0;
    std::map<std::string, DecimalSum> billed;  ///< by currency
};

/// By what the name is (`account`, `user`, `path`) and the name.
using UnmappedNames = std::map<std::pair<std::string, std::string>, UnmappedName>;

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
