#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/format/csv_record.hpp"
#include "focus_billing/model/csv_map.hpp"

namespace focus_billing {

/// The cells of a row of any CSV file, and what expressions make of them.
class CsvMapRow {
public:
    /// `report` takes a message, the value found, and help.
    using Report = std::function<void(std::string, std::string, std::string)>;

    CsvMapRow(const CsvMap& map, Report report) : m_map(map), m_report(std::move(report)) {}

    void set_header(const std::vector<std::string>& header);
    /// Which columns of the map the header does not have.
    [[nodiscard]] std::vector<std::string> missing_columns() const;
    [[nodiscard]] CsvRecord& record() { return m_record; }

    /// The cell of a column, trimmed.
    [[nodiscard]] std::string cell(const std::string& column);
    /// Null is an empty text; what cannot be made is reported, and nothing.
    [[nodiscard]] std::optional<std::string> text(const CsvExpression& expression);
    /// An empty cell is nothing. Throws DecimalOverflow.
    [[nodiscard]] std::optional<Decimal> number(const CsvExpression& expression);
    [[nodiscard]] std::optional<Instant> instant(const CsvExpression& expression);

private:
    [[nodiscard]] std::optional<Decimal> parse_number(const std::string& text,
                                                      const std::string& name);
    [[nodiscard]] std::optional<Decimal> calculate(const CsvExpression& expression);
    [[nodiscard]] std::string filled(const std::string& text);
    [[nodiscard]] std::optional<std::string> looked_up(const CsvExpression& expression);

    const CsvMap& m_map;
    Report m_report;
    std::map<std::string, std::size_t> m_places;
    CsvRecord m_record;
};

/// Makes charges of the rows of any CSV file, as a map has it. What the map leaves out is as
/// `make_row` has it; the list, contracted and effective cost are the billed one. Control totals in
/// the currency. Findings: FB601, FB602, FB606, FB670.
class CsvMapConverter : public Converter {
public:
    /// All live as long as this.
    CsvMapConverter(const ConversionBasics& basics, const CsvMap& map, BillingPeriod period,
                    const ConverterOutput& output);

    void read(const ConverterInput& input) override;
    void finish() override {}
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    void take_row();
    [[nodiscard]] bool make(const Decimal& billed);
    [[nodiscard]] bool set_times();
    [[nodiscard]] bool set_texts();
    void set_numbers(const Decimal& billed);
    [[nodiscard]] std::string reason_to_skip();
    void set_tags();
    void report(int code, std::string message, std::string value, std::string help);

    const ConversionBasics& m_basics;
    const CsvMap& m_map;
    BillingPeriod m_period;
    const ConverterOutput& m_output;
    CsvMapRow m_cells;
    FocusRow m_row;
    BillingPeriod m_month;  // of the present row
    std::string m_file;
    bool m_is_good = true;  // nothing was reported about the present row
};

}  // namespace focus_billing
