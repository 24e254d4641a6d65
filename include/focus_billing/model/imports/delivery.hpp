#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/imports/known_source.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

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
struct DeliveryTerms {
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

}  // namespace focus_billing
