#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/convert/converter.hpp"

namespace focus_billing {

/// A result of a bucket of `/v1/organization/costs`.
struct OrganizationCost {
    ChargePeriod bucket;
    std::string project;  ///< `default` if there is none
    std::string project_name;
    std::string api_key;    ///< empty: not grouped by keys
    std::string line_item;  ///< `API usage` if there is none
    Decimal amount;         ///< every digit as written
    std::string currency;   ///< in capitals
    std::optional<Decimal> quantity;
    std::string unit;
};

/// Reads a page, or a list of pages. True if there is another page. Findings: FB601, FB602; they
/// name bucket and result by number.
[[nodiscard]] bool
read_organization_costs(std::string_view text, const std::string& file,
                        const std::function<void(const OrganizationCost&)>& on_cost,
                        const std::function<void(const Diagnostic&)>& on_finding);

/// `Tokens`, `1000 Tokens` or `GiB-Hours`, for `tokens`, `1000_tokens` and `gibibyte_hours`.
[[nodiscard]] std::string focus_unit(std::string_view unit);

}  // namespace focus_billing
