#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// Charges that are one row of the details: they agree in section, day, resource, service, kind,
/// month of origin, description and unit.
struct DetailGroup {
    std::uint32_t begin = 0;  ///< its places in DetailGroups::order
    std::uint32_t end = 0;
    DecimalSum amount;  ///< exact
};

struct DetailGroups {
    std::vector<std::uint32_t> order;  ///< places in Statement::charges
    std::vector<DetailGroup> shown;    ///< by section, day, resource, service
    std::uint64_t left_out = 0;        ///< further groups
    DecimalSum left_out_amount;

    /// The charges of one group.
    [[nodiscard]] std::span<const std::uint32_t> charges(const DetailGroup& group) const {
        return std::span(order).subspan(group.begin, group.end - group.begin);
    }
};

/// The groups of a statement; of more than `most` the largest by magnitude, of equal ones the
/// earlier. `by_region`: charges of one group agree in their region, too. Takes four bytes for each
/// charge, and what the groups that are shown take.
[[nodiscard]] DetailGroups detail_groups(const Statement& statement, bool by_region,
                                         std::size_t most);

}  // namespace focus_billing
