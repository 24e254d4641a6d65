#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/config/config_reader.hpp"
#include "focus_billing/model/journal_layout.hpp"

namespace focus_billing {

/// What the columns of a layout may refer to.
struct ColumnTerms {
    std::string file;
    LayoutForm form = LayoutForm::delimited;
    const std::map<std::string, std::string>& values;
    const std::vector<std::string>& more_names;
};

/// The columns of one record. Findings: FB820 (a placeholder that nothing fills here), FB821 (a
/// value that is malformed, or has more beside a date, an amount or a side), FB822 (positions),
/// FB823 (a constant that is longer than its column), FB824 (an option that means nothing for the
/// value), FB826 (a value that an option cannot have).
[[nodiscard]] std::vector<LayoutColumn> read_layout_columns(ConfigReader& reader,
                                                            const Setting& setting,
                                                            const ColumnTerms& terms,
                                                            RecordKind record);

}  // namespace focus_billing
