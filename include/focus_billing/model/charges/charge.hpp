#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A key and its value as text: strings without their quotes, numbers as they were written,
/// `true`, `false`, and nothing for null.
struct Tag {
    std::string_view key;
    std::string_view value;
    bool is_string = true;  ///< false for a number, `true`, `false` and null
};

/// The Tags of one charge. The views live as long as the record that they were read from, and no
/// longer than this object.
struct Tags {
    std::vector<Tag> entries;
    /// What `tag_mapping` found in the entries; empty where there is nothing.
    AttributeTexts attributes{};
    /// What is wrong with the Tags, in words; empty if nothing is.
    std::string fault;
    /// The whole text, where something is wrong with it; else empty.
    std::string_view raw;
    /// Text that had to be decoded lives here.
    std::string decoded;
    /// Equal for tags of one reader that were found to be equal; 0 where that was not looked for.
    std::uint64_t number = 0;
};

inline const Tags no_tags{};

/// One row of a FOCUS file as a typed fact. Null is an empty view or an empty optional; money is
/// in `billing_currency`. Views live as long as the record that they were read from, tags until the
/// next charge is read.
struct Charge {
    std::uint64_t line = 0;  ///< where the record begins, from 1
    BillingPeriod billing_period;
    std::optional<Instant> charge_period_start;
    std::optional<Instant> charge_period_end;  ///< exclusive

    Decimal billed_cost;
    std::optional<Decimal> list_cost;
    std::optional<Decimal> contracted_cost;
    std::optional<Decimal> effective_cost;
    std::string_view billing_currency;  ///< ISO 4217, capital letters

    std::string_view charge_category;
    std::string_view charge_class;
    std::string_view charge_description;
    std::string_view service_name;
    std::string_view service_category;
    std::string_view resource_id;
    std::string_view resource_name;
    std::string_view region_id;
    std::string_view sku_id;
    std::string_view sub_account_id;
    std::string_view sub_account_name;
    std::string_view provider_name;
    std::string_view invoice_id;
    std::optional<Decimal> consumed_quantity;
    std::string_view consumed_unit;
    const Tags* tags = &no_tags;  ///< never null
};

/// When a charge arose: [start, end), or an instant where both are equal.
struct ChargeTime {
    Instant start;
    Instant end;

    /// Whether any of it is at or behind `instant`.
    [[nodiscard]] bool reaches(Instant instant) const { return start >= instant || end > instant; }

    friend bool operator==(const ChargeTime&, const ChargeTime&) = default;
};

/// The first instant of a month.
[[nodiscard]] Instant month_start(BillingPeriod period);

/// The charge period; without an end its start alone, without a start the billing month.
[[nodiscard]] ChargeTime charge_time(const Charge& charge);

}  // namespace focus_billing
