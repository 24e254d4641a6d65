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

/// Number and total of some of a provider's records.
struct TalliedPart {
    std::string name;  ///< such as `billed`, `outside the month`, `not billable: NODE_FAIL`
    std::uint64_t records = 0;
    DecimalSum amount;
};

/// The total of one quantity in the input, and where it went.
struct ControlTotal {
    std::string quantity;  ///< with its unit: `core-seconds`, `bytes`, `credits`, `USD`
    TalliedPart in;
    std::vector<TalliedPart> parts;  ///< in order of first appearance

    /// Whether the parts add up to the input.
    [[nodiscard]] bool is_balanced() const;
};

/// The control totals of a conversion, in whole units of the provider.
class ControlTotals {
public:
    void add_in(std::string_view quantity, const Decimal& amount, std::uint64_t records = 1);
    void add_part(std::string_view quantity, std::string_view part, const Decimal& amount,
                  std::uint64_t records = 1);

    /// In order of first appearance.
    [[nodiscard]] const std::vector<ControlTotal>& totals() const { return m_totals; }

private:
    ControlTotal& total(std::string_view quantity);

    std::vector<ControlTotal> m_totals;
};

/// A name used by the provider that is not in the payer map.
struct UnmappedName {
    std::uint64_t records = 0;
    std::map<std::string, DecimalSum> billed;  ///< by currency
};

/// By kind of name (`account`, `user`, `path`) and name.
using UnmappedNames = std::map<std::pair<std::string, std::string>, UnmappedName>;

/// The rows of one payer, service, account, unit and currency.
struct ConvertedGroup {
    std::uint64_t rows = 0;
    DecimalSum quantity;
    DecimalSum list;
    DecimalSum billed;
};

/// What the rows of a group have in common.
struct GroupName {
    std::string payer;  ///< pi_email and project_id from the tags; may be empty
    std::string service;
    std::string account;  ///< SubAccountId, or else ResourceId
    std::string unit;
    std::string currency;

    friend auto operator<=>(const GroupName&, const GroupName&) = default;
};

struct ConvertedCosts {
    DecimalSum list;
    DecimalSum billed;
};

/// What a conversion read and produced.
struct ConversionReport {
    std::string source;
    BillingPeriod period;
    std::vector<std::string> files;
    std::string output;  ///< the output file, or empty
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
