#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "focus_billing/model/charge.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/flag.hpp"

namespace focus_billing {

/// Exact totals of the charges in one currency.
struct CurrencyTotals {
    std::uint64_t rows = 0;
    std::uint64_t held_rows = 0;
    std::uint64_t rows_with_list = 0;
    std::uint64_t rows_with_contracted = 0;
    std::uint64_t rows_with_effective = 0;
    DecimalSum billed;
    DecimalSum held;  ///< billed cost of the charges held for review
    DecimalSum list;
    DecimalSum contracted;
    DecimalSum effective;
    DecimalSum billed_without_list;       ///< billed cost of the rows that have no list cost
    DecimalSum billed_without_effective;  ///< the same for the effective cost

    void append(const CurrencyTotals& other);
    /// List cost less billed cost, of the rows that have a list cost.
    [[nodiscard]] DecimalSum discount() const;
    /// Billed cost of the rows that have an effective cost.
    [[nodiscard]] DecimalSum billed_with_effective() const;
};

struct PeriodTotals {
    std::uint64_t rows = 0;
    DecimalSum billed;
};

struct FlagTotals {
    static constexpr std::size_t shown_lines = 5;

    std::uint64_t rows = 0;
    std::vector<std::uint64_t> lines;  ///< the first few
};

/// What a run of charges comes to. Its size does not grow with the number of charges.
class ChargeSummary {
public:
    using PeriodKey = std::pair<BillingPeriod, std::string>;  ///< month and currency

    ChargeSummary() = default;
    ChargeSummary(ChargeSummary&&) = default;
    ChargeSummary& operator=(ChargeSummary&&) = default;
    ~ChargeSummary() = default;

    void add(const Charge& charge, FlagSet flags);
    /// Adds the charges of `later`, which come behind these in the file.
    void append(const ChargeSummary& later);

    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] std::uint64_t held_rows() const { return m_held_rows; }
    [[nodiscard]] const FlagTotals& flag(Flag flag) const {
        return m_flags[static_cast<std::size_t>(flag)];
    }
    [[nodiscard]] const std::map<std::string, CurrencyTotals, std::less<>>& currencies() const {
        return m_currencies;
    }
    [[nodiscard]] const std::map<PeriodKey, PeriodTotals>& periods() const { return m_periods; }

private:
    void find_totals(const Charge& charge);

    std::uint64_t m_rows = 0;
    std::uint64_t m_held_rows = 0;
    std::array<FlagTotals, flag_count> m_flags;
    std::map<std::string, CurrencyTotals, std::less<>> m_currencies;
    std::map<PeriodKey, PeriodTotals> m_periods;

    // Those of the last charge: neighbouring rows mostly share them.
    const PeriodKey* m_last_key = nullptr;
    CurrencyTotals* m_last_currency = nullptr;
    PeriodTotals* m_last_period = nullptr;
};

/// Whether the billed and the effective cost of the same rows differ by more than 5 % of the
/// larger one. Then it matters which of them is charged: FOCUS, BilledCost and EffectiveCost.
[[nodiscard]] bool costs_differ_much(const CurrencyTotals& totals);

}  // namespace focus_billing
