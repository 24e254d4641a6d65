#pragma once

#include <vector>

#include "config/layouts/read_layout_column.hpp"

namespace focus_billing {

/// The columns of one record, in fixed positions each with its start. Findings beside those of each
/// column: FB010 (an empty entry), FB822 (positions that overlap), and of a ledger those of
/// check_ledger_columns.hpp.
[[nodiscard]] std::vector<LayoutColumn> read_layout_columns(ConfigReader& reader,
                                                            const Setting& setting,
                                                            const ColumnTerms& terms,
                                                            RecordKind record);

}  // namespace focus_billing
