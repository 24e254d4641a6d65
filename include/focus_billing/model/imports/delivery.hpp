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

/// The difference between a delivery and what it is compared with, in one billing period and
/// currency.
struct DifferenceTotal {
    BillingPeriod period;
    std::string currency;
    std::uint64_t added = 0;
    std::uint64_t removed = 0;
    std::uint64_t changed = 0;
    DecimalSum net;  ///< cost of the new rows minus cost of the old rows
};

/// A row that differs. A changed row is an old and a new row with the same resource, charge period,
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

/// Returns rows of a difference, largest amounts first, as many as requested.
using Differences =
    std::function<void(std::optional<std::uint64_t> limit, const OnDifferenceRow& on_row)>;

/// How a delivery relates to a month of its source and series.
enum class DeliveryKind : std::uint8_t {
    first,        ///< nothing was stored before
    snapshot,     ///< replaces everything stored
    revision,     ///< replaces a file of the same name
    replacement,  ///< replaces an import that the user named
    addition,     ///< is added to what was stored
    mend,         ///< corrected rows that an import rejected
    review,       ///< no file: charges moved or credited by a reviewer after closing
};

/// As stored in the database, in the order of the enumeration.
inline constexpr std::array<std::string_view, 7> delivery_kind_names = {
    "first", "snapshot", "revision", "replacement", "addition", "mend", "review"};

[[nodiscard]] constexpr std::string_view name_of(DeliveryKind kind) {
    return delivery_kind_names[static_cast<std::size_t>(kind)];
}

/// Whether stored rows are compared with the delivery and superseded if they are missing from it.
[[nodiscard]] constexpr bool supersedes(DeliveryKind kind) {
    return kind == DeliveryKind::snapshot || kind == DeliveryKind::revision ||
           kind == DeliveryKind::replacement;
}

/// What the configuration and the command line say about a delivery before it is read.
struct DeliverySettings {
    std::string source;
    std::string series;  ///< the source's stream of deliveries it belongs to, or empty
    std::string file_name;
    std::string place;  ///< the file name in findings
    Delivery delivery = Delivery::unset;
    CostBasis cost = CostBasis::billed;  ///< the cost that is charged
    bool replace = false;
    std::optional<std::int64_t> replaces{};  ///< the import, if the user named one
    bool append = false;
    std::optional<std::int64_t> mends{};
    bool as_corrections = false;
    Decimal max_shrink = Decimal::of(1, 1);  ///< fraction of a month's rows or money
    BillingPeriod current_month{};
};

/// An earlier import as reports show it.
struct EarlierImport {
    std::int64_t number = 0;
    std::string file_name;
    std::string imported_at;
};

/// How a delivery relates to one month.
struct DeliveredPeriod {
    BillingPeriod period;
    DeliveryKind kind = DeliveryKind::first;
    std::vector<EarlierImport> superseded;     ///< imports that it replaces
    std::optional<BillingPeriod> billed_in{};  ///< month of the corrections, if any
};

/// The result, or the expected result, of storing a delivery.
struct DeliveryOutcome {
    using Key = std::pair<BillingPeriod, std::string>;  ///< billing period and currency

    /// The import with the same bytes, if any: then the file is not imported again.
    std::optional<EarlierImport> same_bytes{};
    std::vector<DeliveredPeriod> periods{};
    std::map<Key, ChargeTally> unchanged{};
    std::map<Key, ChargeTally> corrected{};
    std::uint64_t unchanged_rows = 0;
    std::uint64_t corrected_rows = 0;
    std::uint64_t reversals = 0;  ///< reversed charges of closed months
    std::vector<DifferenceTotal> differences{};
};

}  // namespace focus_billing
