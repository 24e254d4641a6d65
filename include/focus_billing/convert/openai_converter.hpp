#pragma once

#include <map>
#include <string>
#include <tuple>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/convert/csv_table.hpp"
#include "focus_billing/format/json_value.hpp"
#include "focus_billing/model/openai_terms.hpp"

namespace focus_billing {

/// Charges what OpenAI's services cost: credits of ChatGPT Edu (CSV) by the pools they come from,
/// and the costs of the API (JSON) as they are. Usage before the month is read to know how much of
/// the pools is left; nothing is kept between two runs. Control totals in credits and in the
/// currency of the API. Findings: FB601, FB602, FB605, FB622, FB630.
class OpenAiConverter : public Converter {
public:
    /// All live as long as this.
    OpenAiConverter(const ConversionBasics& basics, const OpenAiTerms& terms, BillingPeriod period,
                    const ConverterOutput& output);

    void read(const ConverterInput& input) override;
    void finish() override;
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    struct Usage {
        std::string user_name;
        Decimal amount;  ///< credits, or money
        Decimal quantity;
        std::string unit;
        std::uint64_t records = 0;
    };
    /// Day, user or project, usage type or line item, currency (empty: credits).
    using Key = std::tuple<Instant, std::string, std::string, std::string>;

    void read_credits(const ConverterInput& input);
    void take_credits(CsvTable& table);
    void read_costs(const std::string& text, const std::string& file);
    void take_bucket(const JsonValue& bucket, const std::string& file);
    void take_result(const JsonValue& result, Instant day, const std::string& file);
    void charge_credits();
    void charge_costs();
    [[nodiscard]] FocusRow row_of(const Key& key, const Usage& usage, const Decimal& cost) const;
    void report(int code, const std::string& file, std::string message, std::string value,
                std::string help) const;

    const ConversionBasics& m_basics;
    const OpenAiTerms& m_terms;
    BillingPeriod m_period;
    const ConverterOutput& m_output;
    std::map<Key, Usage> m_credits;
    std::map<Key, Usage> m_costs;
    std::uint64_t m_open_pages = 0;
    std::uint64_t m_last_pages = 0;
};

}  // namespace focus_billing
