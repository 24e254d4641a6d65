#pragma once

#include <set>
#include <string>
#include <vector>

#include "focus_billing/model/charges/attribute.hpp"
#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// Which of the dates is so near to the issue date, or past, that the smallest `threshold` in days
/// that is not below the distance says so. A date that is none is passed over: its charges were
/// flagged. By attribute and date.
[[nodiscard]] std::vector<StatementWarning>
life_warnings(const std::set<std::pair<Attribute, std::string>>& dates,
              const std::string& issue_date, const std::vector<int>& thresholds);

}  // namespace focus_billing
