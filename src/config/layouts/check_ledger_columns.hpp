#pragma once

#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// Checks the record `line` of a ledger, whose columns are the names of two accounts. Findings:
/// FB821 (a value that no name of an account can have), FB824 (an option beside name and value),
/// FB825 (a column or a value that lacks). `entries` are those that `columns` were read from.
void check_ledger_columns(ConfigReader& reader, const Setting& line,
                          const std::vector<Setting>& entries,
                          const std::vector<LayoutColumn>& columns);

}  // namespace focus_billing
