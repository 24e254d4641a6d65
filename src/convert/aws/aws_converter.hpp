#pragma once

#include <set>

#include "convert/csv_table.hpp"
#include "focus_billing/convert/converter.hpp"

namespace focus_billing {

/// Turns rows of AWS cost and usage reports (CUR 2.0 and older) into charges, one for each line
/// item of the month. Control totals in the currency of the bill. Findings: FB601 to FB603, FB606,
/// FB611.
class AwsConverter : public Converter {
public:
    /// Everything passed in must outlive this object.
    AwsConverter(const ConversionBasics& basics, BillingPeriod period,
                 const ConverterOutput& output);

    void read(const ConverterInput& input) override;
    void finish() override {}
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    void take_row();
    void convert_row(const Decimal& cost, const std::string& currency);
    [[nodiscard]] bool take_times();
    [[nodiscard]] std::optional<Instant> end_of_usage(Instant start);
    void take_costs(const Decimal& cost);
    [[nodiscard]] Decimal effective_cost(const Decimal& cost);
    [[nodiscard]] Decimal list_cost(const Decimal& cost);
    [[nodiscard]] bool is_negation();
    void demand(std::size_t net, std::size_t plain);
    [[nodiscard]] Decimal commitment_cost();
    [[nodiscard]] Decimal fee_cost();
    [[nodiscard]] std::string service_name_of(const std::string& code);
    void take_names();
    void take_kind();
    void take_commitment();
    void take_tags();
    [[nodiscard]] std::optional<Decimal> net_or_plain(std::size_t net, std::size_t plain);

    const ConversionBasics& m_basics;
    BillingPeriod m_period;
    const ConverterOutput& m_output;
    FocusRow m_row;
    CsvTable* m_table = nullptr;  // while reading a file
    std::vector<std::pair<std::size_t, std::string>> m_tag_columns;
    std::set<std::size_t> m_told_missing;  // columns, once for each file
};

}  // namespace focus_billing
