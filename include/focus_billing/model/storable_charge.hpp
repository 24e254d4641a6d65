#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "focus_billing/model/attribute.hpp"
#include "focus_billing/model/flag.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The texts of a charge that are stored, amounts among them as canonical decimals. Null is empty.
enum class StoredText : std::uint8_t {
    billed_cost,
    list_cost,
    contracted_cost,
    effective_cost,
    consumed_quantity,
    billing_currency,
    resource_id,
    resource_name,
    charge_category,  // from here on texts that repeat from row to row
    charge_class,
    charge_description,
    service_name,
    service_category,
    region_id,
    sku_id,
    sub_account_id,
    sub_account_name,
    provider_name,
    invoice_id,
    consumed_unit,
    tags,  ///< canonical JSON, keys sorted; the raw text if something is wrong with it
};

inline constexpr std::size_t stored_text_count = 21;

[[nodiscard]] constexpr std::size_t index_of(StoredText text) {
    return static_cast<std::size_t>(text);
}

/// The first 16 bytes of the SHA-256 of a row's content.
using RowHash = std::array<std::uint8_t, 16>;

/// A charge in the form in which it is stored: every value canonical, so that equal rows have
/// equal content whatever they looked like in their files. Views live as long as the batch.
struct StorableCharge {
    std::uint64_t line = 0;
    BillingPeriod billing_period;
    std::optional<Instant> charge_period_start;
    std::optional<Instant> charge_period_end;
    FlagSet flags;
    RowHash hash{};
    std::array<std::string_view, stored_text_count> texts{};
    std::string_view tags_fault;
    std::array<std::string_view, attribute_count> attributes{};
};

}  // namespace focus_billing
