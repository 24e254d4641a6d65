#pragma once

#include "convert/csv_table.hpp"
#include "focus_billing/convert/converter.hpp"

namespace focus_billing {

/// Turns rows of Azure's cost details (EA and MCA, actual and amortised) into charges, one for each
/// row of the month. Usage covered by a reservation or a savings plan is billed with its purchase
/// and has only an effective cost. Control totals in the currency of the bill. Findings: FB601 to
/// FB603, FB606, FB611, FB650.
class AzureConverter : public Converter {
public:
    /// Everything passed in must outlive this object.
    AzureConverter(const ConversionBasics& basics, BillingPeriod period,
                   const ConverterOutput& output);

    void read(const ConverterInput& input) override;
    void finish() override;
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    void take_row();
    void convert_row(const Decimal& cost, const std::string& currency);
    [[nodiscard]] bool take_month(bool& is_other);
    void take_kind();
    [[nodiscard]] bool is_unused();
    [[nodiscard]] bool take_costs(const Decimal& cost);
    [[nodiscard]] Decimal list_cost(const Decimal& cost);
    [[nodiscard]] std::optional<Decimal> list_price();
    void take_names();
    void take_commitment();
    void take_tags();

    const ConversionBasics& m_basics;
    BillingPeriod m_period;
    const ConverterOutput& m_output;
    FocusRow m_row;
    CsvTable* m_table = nullptr;   // while reading a file
    bool m_has_actual = false;     // purchases of commitments, or covered usage at no cost
    bool m_has_amortized = false;  // covered usage at a cost, or unused commitments
    bool m_file_covers_at_a_cost = false;
    bool m_file_covers_for_nothing = false;
};

}  // namespace focus_billing
