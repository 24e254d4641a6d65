#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/convert/conversion.hpp"

namespace focus_billing {

/// Units of capacity, and their bytes.
enum class CapacityUnit : std::uint8_t { gigabyte, gibibyte, terabyte, tebibyte };
inline constexpr std::array<std::string_view, 4> capacity_unit_names = {"GB", "GiB", "TB", "TiB"};
inline constexpr std::array<std::int64_t, 4> capacity_unit_bytes = {
    1'000'000'000, 1'073'741'824, 1'000'000'000'000, 1'099'511'627'776};

/// What a price is for: a unit for a month, a day (of which there are as many as the month has),
/// or a year (a twelfth for a month, or by days, 1/365 for each).
enum class PricePeriod : std::uint8_t { month, day, year, year_by_days };

/// Which bytes of a quota are charged. `limit`: its hard limit.
enum class ChargedBytes : std::uint8_t { logical, physical, limit };

/// Which of the snapshots of a month count.
enum class SnapshotUse : std::uint8_t { last, mean };

/// Which of two quotas counts where one is for a folder inside the other's.
enum class NestedQuotas : std::uint8_t { outer, inner };

/// How quotas of Isilon (PowerScale) and Qumulo are charged.
struct StoragePricing {
    CapacityUnit unit = CapacityUnit::tebibyte;
    PricePeriod per = PricePeriod::month;
    std::vector<DatedPrice> prices;  ///< of a unit; the first that holds at the month's start
    Decimal free_units;              ///< of each quota, in units
    Decimal subsidy;                 ///< part of the list cost, from 0 to 1
    Decimal daily_credit;            ///< money off each quota for each day, never below 0
    ChargedBytes bytes = ChargedBytes::logical;
    SnapshotUse snapshots = SnapshotUse::last;
    NestedQuotas nested = NestedQuotas::outer;
    std::vector<std::string> exclude;  ///< globs of whole paths
    std::string metadata_file;         ///< beside projects: `.openchargeback.json`; empty: none
    std::string metadata_root;         ///< the folder in which paths of quotas are found here

    bool operator==(const StoragePricing&) const = default;
};

}  // namespace focus_billing
