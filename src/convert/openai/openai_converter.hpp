#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "convert/openai/credit_usage.hpp"
#include "convert/openai/organization_costs.hpp"
#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/convert/openai_pricing.hpp"

namespace focus_billing {

/// Charges OpenAI's services: credits of ChatGPT Edu (CSV) by the pools they are drawn from, and
/// API costs (JSON) unchanged. Credits are drawn day by day, within a day in input order. Usage
/// before the month is read to find out how much of each pool is left; nothing is kept between
/// runs. What several files have in common counts once. Control totals in credits and in the
/// currency of the API. Findings: FB601, FB602, FB605, FB607, FB622, FB630, FB633, FB634.
class OpenAiConverter : public Converter {
public:
    /// Everything passed in must outlive this object.
    OpenAiConverter(const ConversionBasics& basics, const OpenAiPricing& terms,
                    BillingPeriod period, const ConverterOutput& output);

    void read(const ConverterInput& input) override;
    void finish() override;
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    /// The usage in one row.
    struct Usage {
        Instant end;
        std::string name;  ///< of the user or project
        Decimal amount;    ///< credits, or money
        Decimal cost;
        Decimal quantity;
        std::string unit;  ///< the first unit; empty if units differ
        std::uint64_t records = 0;
        std::set<std::size_t> pools;
        std::uint64_t file = 0;
        bool is_in_two_files = false;
    };
    /// Start, user or project, API key, usage type or line item, currency (empty: credits), unit.
    using Key = std::tuple<Instant, std::string, std::string, std::string, std::string>;
    using Usages = std::map<Key, Usage>;
    struct Credit {
        Usages::iterator usage;
        Decimal credits;
    };

    void take_credits(const CreditUsage& credit, const std::string& file);
    void take_cost(const OrganizationCost& cost, const std::string& file);
    void add(Usages::value_type& entry, const Decimal& amount, const Decimal& quantity,
             const std::string& unit, const std::string& file);
    [[nodiscard]] bool is_repeat(const std::string& record, std::string_view unit,
                                 const Decimal& amount);
    void tell_repeats(const std::string& file);
    void use_pools(CreditPools& pools);
    void tell_missing(const CreditPools& pools, const Decimal& missing, Instant since);
    void tell_unknown_use(const CreditPools& pools);
    void charge_credits();
    void charge_costs();
    void charge_cost(const Key& key, const Usage& usage);
    [[nodiscard]] FocusRow row_of(const Key& key, const Usage& usage, const Decimal& cost) const;
    [[nodiscard]] std::string pool_names(const std::set<std::size_t>& pools) const;
    void report(int code, const std::string& file, std::string message, std::string value,
                std::string help) const;

    const ConversionBasics& m_basics;
    const OpenAiPricing& m_terms;
    BillingPeriod m_period;
    const ConverterOutput& m_output;
    Usages m_credit_usages;
    std::vector<Credit> m_credits;  // in the order of the input
    Usages m_costs;
    RepeatedRecords m_records;
    std::uint64_t m_file = 0;
    std::uint64_t m_repeats = 0;  // in the current file
    bool m_goes_on = false;       // in some file
    bool m_ends = false;          // in another one: pages may be read in any order
};

}  // namespace focus_billing
