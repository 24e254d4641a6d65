#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "focus_billing/model/charges/charge_totals.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/imports/known_source.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// By how much a delivery differs from what it is compared with, in one billing period and
/// currency.
struct DifferenceTotal {
    BillingPeriod period;
    std::string currency;
    std::uint64_t added = 0;
    std::uint64_t removed = 0;
    std::uint64_t changed = 0;
    DecimalSum net;  ///< cost of the new rows less cost of the old ones
};

/// A row that differs. A changed one is an old and a new row of the same resource, charge period,
/// SKU, category and service.
struct DifferenceRow {
    BillingPeriod period;
    std::string currency;
    std::optional<std::string> old_cost;  ///< nothing: the row was added
    std::optional<std::string> new_cost;  ///< nothing: the row was removed
    std::string net;
    std::optional<std::int64_t> old_charge;
    std::optional<std::int64_t> new_line;  ///< in the file
    std::string resource_id;
    std::string service_name;
    std::string sku_id;
    std::string charge_category;
    std::string charge_period_start;
    std::string charge_period_end;
};

using OnDifferenceRow = std::function<void(const DifferenceRow&)>;

/// Hands out rows of a difference, the largest amounts first, as many as asked for.
using Differences =
    std::function<void(std::optional<std::uint64_t> limit, const OnDifferenceRow& on_row)>;

/// What a delivery is to a month of its source and series.
enum class DeliveryKind : std::uint8_t {
    first,        ///< nothing was there
    snapshot,     ///< takes the place of all that was there
    revision,     ///< takes the place of a file of the same name
    replacement,  ///< takes the place of an import that the user named
    addition,     ///< stands beside what was there
    mend,         ///< rows of an import that were rejected, mended
    review,       ///< no file: charges that a reviewer moved or credited after the month was closed
};

/// In the order of the enumeration, as they stand in the database.
inline constexpr std::array<std::string_view, 7> delivery_kind_names = {
    "first", "snapshot", "revision", "replacement", "addition", "mend", "review"};

[[nodiscard]] constexpr std::string_view name_of(DeliveryKind kind) {
    return delivery_kind_names[static_cast<std::size_t>(kind)];
}

/// Whether what was there is compared with the delivery and superseded where it is gone.
[[nodiscard]] constexpr bool supersedes(DeliveryKind kind) {
    return kind == DeliveryKind::snapshot || kind == DeliveryKind::revision ||
           kind == DeliveryKind::replacement;
}

/// What is said about a delivery before it is read: by the configuration and the command line.
struct DeliverySettings {
    std::string source;
    std::string series;  ///< the stream of deliveries of the source that it belongs to, or empty
    std::string file_name;
    std::string place;  ///< the file as findings name it
    Delivery delivery = Delivery::unset;
    CostBasis cost = CostBasis::billed;  ///< by which it is charged
    bool replace = false;
    std::optional<std::int64_t> replaces{};  ///< the import, if it was named
    bool append = false;
    std::optional<std::int64_t> mends{};
    bool as_corrections = false;
    Decimal max_shrink = Decimal::of(1, 1);  ///< of a month's rows or money, as a fraction
    BillingPeriod current_month{};
};

/// An import that was there before, as a report names it.
struct EarlierImport {
    std::int64_t number = 0;
    std::string file_name;
    std::string imported_at;
};

/// What a delivery is to one month.
struct DeliveredPeriod {
    BillingPeriod period;
    DeliveryKind kind = DeliveryKind::first;
    std::vector<EarlierImport> superseded;     ///< imports whose place it takes
    std::optional<BillingPeriod> billed_in{};  ///< of corrections, where there are any
};

/// What became of the rows of a delivery, or would become of them.
struct DeliveryOutcome {
    using Key = std::pair<BillingPeriod, std::string>;  ///< billing period and currency

    /// The import that has the very same bytes: then the file was not taken in again.
    std::optional<EarlierImport> same_bytes{};
    std::vector<DeliveredPeriod> periods{};
    std::map<Key, ChargeTally> unchanged{};
    std::map<Key, ChargeTally> corrected{};
    std::uint64_t unchanged_rows = 0;
    std::uint64_t corrected_rows = 0;
    std::uint64_t reversals = 0;  ///< charges of closed months that were reversed
    std::vector<DifferenceTotal> differences{};
};

}  // namespace focus_billing
