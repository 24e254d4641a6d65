#pragma once

#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// Checks the record `line` of a ledger, whose columns are the names of two accounts. Findings:
/// FB821 (a value that cannot be part of an account name), FB824 (an option other than name and
/// value), FB825 (a missing column or value). `columns` were read from `entries`.
void check_ledger_columns(ConfigReader& reader, const Setting& line,
                          const std::vector<Setting>& entries,
                          const std::vector<LayoutColumn>& columns);

}  // namespace focus_billing
