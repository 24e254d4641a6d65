#pragma once

#include <string>
#include <vector>

#include "convert/csv_map/csv_map_row.hpp"
#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/convert/csv_map.hpp"

namespace focus_billing {

/// Turns the rows of any CSV file into charges, following a map. What the map leaves out is set by
/// `make_row`; list, contracted and effective cost equal the billed cost. Control totals in the
/// currency: `billed`, `other months`, and the reasons of skipped rows, which need no valid values
/// besides the cost. Findings: FB601, FB602, FB606, FB670.
class CsvMapConverter : public Converter {
public:
    /// Everything passed in must outlive this object.
    CsvMapConverter(const ConversionBasics& basics, const CsvMap& map, BillingPeriod period,
                    const ConverterOutput& output);

    void read(const ConverterInput& input) override;
    void finish() override {}
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    [[nodiscard]] bool has_all_columns();
    void take_row();
    void make_charge(const std::string& currency, const Decimal& billed);
    void pass_over(const std::string& reason);
    [[nodiscard]] std::string reason_to_skip();
    [[nodiscard]] std::optional<Decimal> billed_cost();
    [[nodiscard]] std::optional<std::string> currency();
    void set_times();
    void set_end(const CsvTime& start);
    void set_texts();
    void set_numbers(const Decimal& billed);
    void set_units();
    void set_tags();
    void find_payer();
    void count(const std::string& currency, const std::string& part, const Decimal& billed);
    void report(int code, std::string message, std::string value, std::string help);

    const ConversionBasics& m_basics;
    const CsvMap& m_map;
    BillingPeriod m_period;
    const ConverterOutput& m_output;
    CsvMapRow m_cells;
    FocusRow m_row;
    BillingPeriod m_month;  // of the current row
    std::string m_file;
    bool m_is_good = true;    // the current row is valid so far
    bool m_is_quiet = false;  // findings are not wanted
};

}  // namespace focus_billing
