#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/format/csv_scanner.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// The diagnostic for a fault of the scanner: FB102 to FB106.
[[nodiscard]] Diagnostic describe_fault(const CsvScanner& scanner, const std::string& file);

/// FB108.
[[nodiscard]] Diagnostic describe_return_alone(Place place);

/// The diagnostic for a file whose first bytes show that it is not UTF-8 text: UTF-16 (FB109), or a
/// zip, Excel, Parquet or gzip file (FB110).
[[nodiscard]] std::optional<Diagnostic> recognise_other_format(std::string_view first_bytes,
                                                               const std::string& file);

}  // namespace focus_billing
