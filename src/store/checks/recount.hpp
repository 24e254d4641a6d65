#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "focus_billing/model/count_and_cost.hpp"
#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

class Transaction;

/// What a charge is to the delivery that brought it.
enum class ChargeRole : std::uint8_t { stored, reversal, correction };

/// Charges that one import brought, and that one later import took out of the delivery.
struct DeliveredKey {
    /// Of charges that are in the delivery to this day.
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    int period = 0;  ///< that they are billed for
    std::int64_t import_id = 0;
    std::string currency;
    ChargeRole role = ChargeRole::stored;
    std::int64_t gone_with = never;  ///< the import that superseded or reversed them

    friend auto operator<=>(const DeliveredKey&, const DeliveredKey&) = default;
};

/// The live charges of a month.
struct MonthCount {
    CountAndCost all;          ///< that are of it, but not those carried into it
    CountAndCost flagged;      ///< of all: with a flag, decided or not
    CountAndCost held;         ///< of all: flagged and not decided
    CountAndCost carried_out;  ///< of all: held when it was closed, and decided later
    CountAndCost carried_in;
    CountAndCost rejected;  ///< by a reviewer, of all and of those carried in
};

using MonthKey = std::pair<int, std::string>;  ///< month and currency

/// All charges added up from their rows. Its size depends on the number of imports, months and
/// currencies alone.
struct RecountedCharges {
    std::map<DeliveredKey, CountAndCost> delivered;
    std::map<MonthKey, MonthCount> months;
    std::int64_t charges = 0;
    std::int64_t reversals = 0;
    std::int64_t superseded = 0;
};

/// Reads every charge once, in a transaction of the caller. A cost that is no decimal counts as
/// nothing. Throws SQLite::Exception, and what `on_step` throws, which is called now and then.
[[nodiscard]] RecountedCharges tally_charges(const Transaction& transaction,
                                             const std::function<void()>& on_step);

/// What the deliveries contained, as the charges and `import_period` tell it: a row that a delivery
/// has in common with an earlier one is that one's charge.
class Deliveries {
public:
    /// Reads `import_period`. The tally must outlive this. Throws SQLite::Exception.
    Deliveries(const Transaction& transaction, const RecountedCharges& tally);

    struct Brought {
        CountAndCost stored;
        CountAndCost corrected;
    };

    /// Billing periods and currencies of the charges that an import brought.
    [[nodiscard]] std::vector<std::pair<int, std::string>> places_of(std::int64_t import) const;

    /// The charges that an import itself brought.
    [[nodiscard]] Brought brought_by(std::int64_t import, int period,
                                     const std::string& currency) const;

    /// The charges that made up the delivery when it came: its own, and those of the imports whose
    /// place it took, directly or by others between, that were neither superseded nor reversed by
    /// then. An addition, and what mends another import, contain their own charges alone.
    [[nodiscard]] CountAndCost contained_in(std::int64_t import, int period,
                                            const std::string& currency) const;

private:
    struct Part {
        DeliveredKey key;
        const CountAndCost* count;
    };
    using PeriodImport = std::pair<int, std::int64_t>;

    void read_periods(const Transaction& transaction);
    [[nodiscard]] std::vector<std::int64_t> members(std::int64_t import, int period) const;

    std::map<PeriodImport, std::vector<Part>> m_parts;
    std::map<PeriodImport, std::vector<std::int64_t>>
        m_superseded;  // by whom -> whose place it took
    std::map<std::int64_t, std::vector<std::pair<int, std::string>>> m_places;
};

}  // namespace focus_billing
