#pragma once

#include <array>
#include <string>
#include <vector>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/model/convert/focus_row.hpp"

namespace focus_billing {

/// What every row says of where it comes from, in columns that are no content of a charge.
struct ConverterMark {
    std::string name;
    std::string version;
    std::string config_hash;
};

/// Writes rows of FOCUS 1.2 as CSV: all 21 mandatory columns and the conditional ones that
/// converters fill, `x_ConverterName`, `x_ConverterVersion`, `x_ConfigHash`, and the columns of the
/// converter. Instants in UTC with `Z`, ends exclusive, null as an empty cell.
class FocusCsv {
public:
    FocusCsv(ConverterMark mark, std::vector<std::string> extra_columns);

    [[nodiscard]] std::string header();
    /// Adds the record of a row to a text.
    void append(const FocusRow& row, std::string& text);

private:
    void add_repeated(std::size_t column, const std::string& text);

    ConverterMark m_mark;
    std::vector<std::string> m_extra_columns;
    CsvWriter m_writer;
    BillingPeriod m_period;  // of the row before, and its bounds
    std::string m_period_start;
    std::string m_period_end;
    /// What stood in a column of the row before, and as it was written: most repeat.
    struct Cell {
        std::string text;
        std::string written;
    };
    std::array<Cell, focus_text_names.size() + 1> m_cells;
    std::string m_tags;
};

}  // namespace focus_billing
