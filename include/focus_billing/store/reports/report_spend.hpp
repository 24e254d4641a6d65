#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "focus_billing/model/report_table.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

enum class SpendKey : std::uint8_t { pi, project, fund_org, service, source, month };

inline constexpr std::array<std::string_view, 6> spend_key_names = {
    "pi", "project", "fund_org", "service", "source", "month"};

/// Reports over the live charges, each by the cost that its source is charged by. Rows are ordered
/// by the size of their amounts, the largest first. Memory grows with the number of rows of the
/// report, not with that of charges. Errors are those of Database.

/// What is billed to whom, or for what, and how it changed from month to month: cost by key,
/// currency and month, with that of the month before; and the largest movers between the last two
/// months.
[[nodiscard]] std::vector<ReportTable> report_spend(const Transaction& transaction, SpendKey key,
                                                    const ReportMonths& months);

/// Charges of which PI, project or fund/org is not known, by source, service and sub-account.
[[nodiscard]] std::vector<ReportTable> report_unattributed(const Transaction& transaction,
                                                           const ReportMonths& months);

/// How many charges, and how much money, have a value for each attribute, and from where; and the
/// same for each key of their tags.
[[nodiscard]] std::vector<ReportTable> report_tags(const Transaction& transaction,
                                                   const ReportMonths& months);

}  // namespace focus_billing
