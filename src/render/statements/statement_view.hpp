#pragma once

#include <string>
#include <string_view>

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/render/statements/statement_view.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

/// `Fund/org 123456-7890`, `No fund/org`.
[[nodiscard]] std::string section_title(std::string_view fund_org);

[[nodiscard]] SectionView section_view(const StatementSection& section, const Money& money);

}  // namespace focus_billing
