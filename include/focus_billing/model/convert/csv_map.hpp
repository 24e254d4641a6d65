#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

enum class CsvOperation : std::uint8_t {
    column,      ///< the cell of a column
    constant,    ///< a text or a number
    text,        ///< a text with `{Column}` in it
    sum,         ///< of all operands
    difference,  ///< the first minus all others
    product,     ///< of all operands
    quotient,    ///< first divided by second, rounded half-even to 12 decimals
    date,        ///< a date in a given format
    lookup,      ///< the table entry for a value
    lower,
    upper,
    period,  ///< start or end of the converted month
};

/// How a value is computed from the cells of a row.
struct CsvExpression {
    CsvOperation operation = CsvOperation::constant;
    std::string text;  ///< name of a column, constant or template
    /// Operands of a calculation; `date`, `lookup`, `lower` and `upper` have one, or use the column
    /// `text`.
    std::vector<CsvExpression> operands;
    std::string form;        ///< of a date: `YYYY-MM-DD`, `M/D/YYYY`, `unix`; empty: ISO 8601
    bool inclusive = false;  ///< the date is the last day or month: use its end
    bool is_end = false;     ///< of `period`
    std::map<std::string, std::string> table;
    std::optional<std::string> otherwise;  ///< if not in `table`; unset: a finding
    std::uint64_t line = 0;                ///< in the map

    bool operator==(const CsvExpression&) const = default;
};

/// How the name of a payer is looked up.
enum class CsvPayerMatch : std::uint8_t { name, email, path };

/// Rows that are not charged, and their name in the control totals.
struct CsvSkip {
    std::string column;
    std::vector<std::string> equals;  ///< any of these; empty text: an empty cell
    std::string reason;

    bool operator==(const CsvSkip&) const = default;
};

/// How rows of a CSV file become charges.
struct CsvMap {
    char delimiter = ',';
    char decimal_point = '.';
    char thousands = '\0';          ///< none
    int skip_lines = 0;             ///< before the header
    std::string time_zone = "UTC";  ///< for dates without a zone, and for months
    std::vector<std::pair<std::string, CsvExpression>> columns;  ///< by FOCUS name
    std::vector<std::pair<std::string, CsvExpression>> tags;
    std::optional<CsvExpression> payer;
    std::string payer_kind = "name";
    CsvPayerMatch payer_match = CsvPayerMatch::name;
    std::vector<CsvSkip> skips;

    [[nodiscard]] const CsvExpression* find(std::string_view column) const {
        for (const auto& [name, expression] : columns) {
            if (name == column)
                return &expression;
        }
        return nullptr;
    }
    bool operator==(const CsvMap&) const = default;
};

}  // namespace focus_billing
