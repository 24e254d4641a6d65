#pragma once

#include <vector>

#include "focus_billing/convert/csv_table.hpp"

namespace focus_billing {

/// The columns of AWS's cost and usage reports that are read.
struct AwsColumns {
    enum Column : std::size_t {
        bill_start,
        usage_start,
        usage_end,
        type,
        cost,
        net_cost,
        currency,
        payer_account,
        payer_name,
        usage_account,
        usage_account_name,
        product_code,
        product_name,
        description,
        amount,
        unit,
        usage_type,
        operation,
        resource,
        region,
        zone,
        sku,
        rate_code,
        invoice,
        issuer,
        list_rate,
        list_cost_column,
        plan_cost,
        net_plan_cost,
        plan_commitment,
        plan_used,
        plan_arn,
        reserved_cost,
        net_reserved_cost,
        unused_upfront,
        net_unused_upfront,
        unused_recurring,
        net_unused_recurring,
        reservation_arn,
        resource_tags,
        tags,
        cost_category,
        product_map,
        column_count,
    };

    /// In the order of the enumeration.
    [[nodiscard]] static const std::vector<CsvColumn>& all();
};

}  // namespace focus_billing
