#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/convert/conversion.hpp"

namespace focus_billing {

/// Units of capacity and their size in bytes.
enum class CapacityUnit : std::uint8_t { gigabyte, gibibyte, terabyte, tebibyte };
inline constexpr std::array<std::string_view, 4> capacity_unit_names = {"GB", "GiB", "TB", "TiB"};
inline constexpr std::array<std::int64_t, 4> capacity_unit_bytes = {
    1'000'000'000, 1'073'741'824, 1'000'000'000'000, 1'099'511'627'776};

/// The period of a price for one unit: a month, a day (as many as the month has), or a year (a
/// twelfth for each month, or 1/365 for each day).
enum class PricePeriod : std::uint8_t { month, day, year, year_by_days };

/// Which bytes of a quota are charged. `limit` charges the hard limit.
enum class ChargedBytes : std::uint8_t { logical, physical, limit };

/// Which snapshots of a month count.
enum class SnapshotUse : std::uint8_t { last, mean };

/// Which of two quotas counts if one is for a folder inside the other's.
enum class NestedQuotas : std::uint8_t { outer, inner };

/// How quotas of Isilon (PowerScale) and Qumulo are charged.
struct StoragePricing {
    CapacityUnit unit = CapacityUnit::tebibyte;
    PricePeriod per = PricePeriod::month;
    std::vector<DatedPrice> prices;  ///< of a unit; the first one valid at the month's start
    Decimal free_units;              ///< for each quota, in units
    Decimal subsidy;                 ///< fraction of the list cost, 0 to 1
    Decimal daily_credit;            ///< deducted from each quota for each day, not below 0
    ChargedBytes bytes = ChargedBytes::logical;
    SnapshotUse snapshots = SnapshotUse::last;
    NestedQuotas nested = NestedQuotas::outer;
    std::vector<std::string> exclude;  ///< globs for whole paths
    std::string metadata_file;         ///< in project folders: `.openchargeback.json`; may be empty
    std::string metadata_root;         ///< local folder in which the quota paths are found

    bool operator==(const StoragePricing&) const = default;
};

}  // namespace focus_billing
