#pragma once

#include <cstdint>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/convert/csv_map.hpp"

namespace focus_billing {

/// The type of value that an expression of a map must give.
enum class CsvValue : std::uint8_t { text, number, date };

/// Reads an expression: the name of a column, or a group with one operation. Reports what cannot
/// give a value of this kind, and what would be ignored.
[[nodiscard]] CsvExpression read_csv_expression(ConfigReader& reader, const Setting& setting,
                                                CsvValue value);

}  // namespace focus_billing
