#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace focus_billing {

/// The FOCUS columns that are read as typed values. All other columns are ignored.
enum class Column : std::uint8_t {
    billing_period_start,
    billing_period_end,
    charge_period_start,
    charge_period_end,
    billed_cost,
    list_cost,
    contracted_cost,
    effective_cost,
    billing_currency,
    charge_category,
    charge_class,
    charge_description,
    service_name,
    service_category,
    resource_id,
    resource_name,
    region_id,
    sku_id,
    sub_account_id,
    sub_account_name,
    provider_name,
    service_provider_name,
    invoice_id,
    consumed_quantity,
    consumed_unit,
    tags,
};

inline constexpr std::size_t column_count = 26;

struct ColumnName {
    Column column;
    std::string_view name;
    std::string_view older_name;  ///< from FOCUS 1.0-preview, still found in real files; or empty
};

/// In the order of the enumeration.
[[nodiscard]] const std::array<ColumnName, column_count>& typed_columns();

[[nodiscard]] std::string_view column_name(Column column);

/// The columns that every charge needs.
[[nodiscard]] std::span<const Column> required_columns();

/// Columns of FOCUS 0.5 to 1.4 that are known but ignored.
[[nodiscard]] std::span<const std::string_view> untyped_columns();

/// Allowed values, in the exact spelling that FOCUS requires.
[[nodiscard]] std::span<const std::string_view> charge_categories();
[[nodiscard]] std::span<const std::string_view> charge_classes();
[[nodiscard]] std::span<const std::string_view> service_categories();

}  // namespace focus_billing
