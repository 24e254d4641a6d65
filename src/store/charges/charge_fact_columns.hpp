#pragma once

#include <cstddef>
#include <string_view>

namespace focus_billing {

/// The columns of `charge` that a row of a file fills, in the order in which they are bound.
inline constexpr std::string_view charge_fact_columns =
    "import_id, part, line, period, flags, attribution, tag_set, start, start_nanoseconds, end,"
    " end_nanoseconds, billed_cost, list_cost, contracted_cost, effective_cost, consumed_quantity,"
    " currency, resource_id, resource_name, charge_category, charge_class, charge_description,"
    " service_name, service_category, region_id, sku_id, sub_account_id, sub_account_name,"
    " provider_name, invoice_id, consumed_unit, content_hash";

inline constexpr std::size_t charge_fact_count = 32;

}  // namespace focus_billing
