#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// Number and sum of charges, and of those that are held.
struct ChargeTally {
    std::uint64_t charges = 0;
    std::uint64_t held = 0;
    DecimalSum cost;
    DecimalSum held_cost;

    void add(const Decimal& billed, bool is_held) {
        ++charges;
        cost.add(billed);
        if (is_held) {
            ++held;
            held_cost.add(billed);
        }
    }
    void append(const ChargeTally& other) {
        charges += other.charges;
        held += other.held;
        cost.add(other.cost);
        held_cost.add(other.held_cost);
    }
    void subtract(const ChargeTally& other) {
        charges -= other.charges;
        held -= other.held;
        cost.subtract(other.cost);
        held_cost.subtract(other.held_cost);
    }
};

/// Exact totals of charges in one currency.
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
    DecimalSum billed_without_list;       ///< billed cost of the rows without a list cost
    DecimalSum billed_without_effective;  ///< likewise for the effective cost

    void append(const CurrencyTotals& other);
    /// List cost minus billed cost of the rows with a list cost.
    [[nodiscard]] DecimalSum discount() const;
    /// Billed cost of the rows with an effective cost.
    [[nodiscard]] DecimalSum billed_with_effective() const;
};

struct FlagTotals {
    static constexpr std::size_t shown_lines = 5;

    std::uint64_t rows = 0;
    std::vector<std::uint64_t> lines;  ///< the first few
};

/// The totals of a run of charges. Memory grows with the number of months and currencies, not with
/// the number of charges.
class ChargeSummary {
public:
    using Key = std::pair<BillingPeriod, std::string>;  ///< month and currency

    /// No real bill has this many months and currencies; a reader stops there.
    static constexpr std::size_t most_keys = 1000;

    ChargeSummary() = default;
    ChargeSummary(ChargeSummary&&) = default;
    ChargeSummary& operator=(ChargeSummary&&) = default;
    ~ChargeSummary() = default;

    void add(const Charge& charge, FlagSet flags);
    /// Adds the charges of `later`, which follow these in the file.
    void append(const ChargeSummary& later);

    /// Flags charges added before: the rows `flagged`, of which the rows `newly_held` had no other
    /// flag.
    void flag(Flag flag, const FlagTotals& flagged, const std::map<Key, ChargeTally>& newly_held);

    /// Releases charges that were added as held.
    void release(const std::map<Key, ChargeTally>& decided);

    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] std::uint64_t held_rows() const { return m_held_rows; }
    [[nodiscard]] const FlagTotals& flag(Flag flag) const {
        return m_flags[static_cast<std::size_t>(flag)];
    }
    [[nodiscard]] const std::map<Key, CurrencyTotals>& periods() const { return m_periods; }
    [[nodiscard]] std::map<std::string, CurrencyTotals, std::less<>> currencies() const;

private:
    CurrencyTotals& totals_of(const Charge& charge);

    std::uint64_t m_rows = 0;
    std::uint64_t m_held_rows = 0;
    std::array<FlagTotals, flag_count> m_flags;
    std::map<Key, CurrencyTotals> m_periods;

    // Of the last charge: neighbouring rows usually share them.
    const Key* m_last_key = nullptr;
    CurrencyTotals* m_last_totals = nullptr;
};

/// Whether the billed and the effective cost of the same rows differ by more than 5 % of the larger
/// one. If so, it matters which one is charged (FOCUS columns BilledCost and EffectiveCost).
[[nodiscard]] bool costs_differ_much(const CurrencyTotals& totals);

}  // namespace focus_billing
