#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/convert/csv_map.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

struct LoadedCsvMap {
    CsvMap map;  ///< must not be used if there are findings
    std::vector<Diagnostic> diagnostics;
};

/// Reads a map from the text of a YAML file. All findings are errors, in the order of the file.
[[nodiscard]] LoadedCsvMap read_csv_map(std::string_view text, const std::string& file);

}  // namespace focus_billing
