#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// What the columns of a layout may use.
struct ColumnTerms {
    std::string file;
    LayoutKind form = LayoutKind::delimited;
    bool names = false;  ///< each column of `line` needs a name
    const std::map<std::string, std::string>& values;
    const std::vector<std::string>& more_names;
};

/// One column of a record. Findings: FB820 (an unknown placeholder), FB821 (a malformed value, or
/// other text beside a date, an amount or a side), FB822 (no width), FB823 (a constant longer than
/// its column), FB824 (an option without meaning for the value), FB825 (a missing name), FB826 (an
/// invalid option value). What depends on a value with a finding is not checked. For a ledger only
/// name and value are read.
[[nodiscard]] LayoutColumn read_layout_column(ConfigReader& reader, const Setting& setting,
                                              const ColumnTerms& terms, RecordKind record);

}  // namespace focus_billing
