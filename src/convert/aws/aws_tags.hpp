#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace focus_billing {

/// The key of a resource's tag: `user_cost_center` and `user:CostCenter` are the customer's and
/// lose their beginning; keys of AWS (`aws:createdBy`) keep theirs.
[[nodiscard]] std::string key_of_aws_tag(std::string_view key);

/// The same for the newer column `tags`, whose keys say where a tag comes from
/// (`userAttribute/Department`); cost categories keep their `costCategory/`.
[[nodiscard]] std::string key_of_prefixed_tag(std::string_view key);

/// The same for the resource's own tags alone; of others nothing. Where a resource and another
/// origin have one key, the resource's own tag counts.
[[nodiscard]] std::string key_of_resource_tag(std::string_view key);

/// The places and keys of columns that are one tag each: `resourceTags/user:team` of the older
/// reports, `resource_tags.user_team` of a query of CUR 2.0, and `resource_tags_user_team` as such
/// a query names it; cost categories likewise.
[[nodiscard]] std::vector<std::pair<std::size_t, std::string>>
aws_tag_columns(const std::vector<std::string>& header);

}  // namespace focus_billing
