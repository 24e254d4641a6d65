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

/// A key and its value as text: strings without quotes, numbers as written, `true`, `false`, and
/// empty for null.
struct Tag {
    std::string_view key;
    std::string_view value;
    bool is_string = true;  ///< false for a number, `true`, `false` and null
};

/// The Tags of one charge. The views are valid as long as this object and the record they were read
/// from.
struct Tags {
    std::vector<Tag> entries;
    /// The attributes that `tag_mapping` found in the entries; empty where it found none.
    AttributeTexts attributes{};
    /// What is wrong with the Tags, in words; empty if they are valid.
    std::string fault;
    /// The whole text if something is wrong with it; else empty.
    std::string_view raw;
    /// Holds text that had to be decoded.
    std::string decoded;
    /// Equal for tags that their reader found equal; 0 if it did not compare them.
    std::uint64_t number = 0;
};

inline const Tags no_tags{};

/// One row of a FOCUS file as a typed fact. Null is an empty view or an empty optional; money is in
/// `billing_currency`. Views are valid as long as the record they were read from, tags until the
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

/// When a charge arose: [start, end), or an instant if both are equal.
struct ChargeTime {
    Instant start;
    Instant end;

    /// Whether any of it is at or after `instant`.
    [[nodiscard]] bool reaches(Instant instant) const { return start >= instant || end > instant; }

    friend bool operator==(const ChargeTime&, const ChargeTime&) = default;
};

/// The first instant of a month.
[[nodiscard]] Instant month_start(BillingPeriod period);

/// The charge period; without an end its start alone, without a start the billing month.
[[nodiscard]] ChargeTime charge_time(const Charge& charge);

}  // namespace focus_billing
