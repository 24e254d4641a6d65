#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "convert/csv_table.hpp"

namespace focus_billing {

/// The key of a resource's tag: `user_cost_center` and `user:CostCenter` are the customer's and
/// lose their prefix; keys of AWS (`aws:createdBy`) keep it.
[[nodiscard]] std::string key_of_aws_tag(std::string_view key);

/// The same for the newer column `tags`, whose keys state the origin of a tag
/// (`userAttribute/Department`); cost categories keep their `costCategory/`.
[[nodiscard]] std::string key_of_prefixed_tag(std::string_view key);

/// The same, but only for the resource's own tags; nothing for others. If a resource and another
/// origin have the same key, the resource's own tag wins.
[[nodiscard]] std::string key_of_resource_tag(std::string_view key);

/// The places and keys of columns that are one tag each: `resourceTags/user:team` of the older
/// reports, `resource_tags.user_team` of a query of CUR 2.0, and `resource_tags_user_team` as such
/// a query names it; cost categories likewise.
[[nodiscard]] std::vector<std::pair<std::size_t, std::string>>
aws_tag_columns(const std::vector<std::string>& header);

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
