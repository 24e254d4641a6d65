#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "convert/azure_local/machine_inventory.hpp"
#include "convert/azure_local/machine_price.hpp"
#include "convert/prices.hpp"
#include "focus_billing/convert/converter.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/model/convert/azure_local_pricing.hpp"

namespace focus_billing {

/// Charges virtual machines of Azure Local for a month: a twelfth of the yearly cost of their tier
/// and addons. The list cost is for the whole month; the billed cost covers the days on which the
/// machine existed, minus its subsidy. Control total in machines. Findings: FB601, FB602, FB605 to
/// FB607, FB622, FB631, FB632, FB640 to FB642.
class AzureLocalConverter : public Converter {
public:
    /// Everything passed in must outlive this object.
    AzureLocalConverter(const ConversionBasics& basics, const AzureLocalPricing& terms,
                        BillingPeriod period, const ConverterOutput& output);

    void read(const ConverterInput& input) override;
    void finish() override;
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    /// A machine that is charged.
    struct Charged {
        const Machine& machine;
        const JsonValue& notes;
        DaySpan days;  ///< on which it existed
    };
    struct Price {
        std::vector<Decimal> annual;  ///< for each day of the month
        std::string addons;           ///< names
    };

    void take(const Machine& machine);
    void take_new(const Machine& machine);
    [[nodiscard]] bool is_new(const Machine& machine);
    [[nodiscard]] bool read_time(const Machine& machine, const std::string& text,
                                 std::optional<Instant>& time) const;
    [[nodiscard]] bool read_notes(const Machine& machine, JsonValue& notes) const;
    void take_days(const Machine& machine, const JsonValue& notes, std::optional<Instant> created);
    void skip(const std::string& reason);
    void charge(const Charged& charged);
    [[nodiscard]] std::optional<std::string> tier_of(const Charged& charged) const;
    [[nodiscard]] std::optional<Price> price_of(const Charged& charged,
                                                const std::string& tier) const;
    [[nodiscard]] bool add_price(const Charged& charged,
                                 const std::map<std::string, AnnualPrice>& prices,
                                 const std::string& name, Price& price) const;
    [[nodiscard]] std::optional<Decimal> subsidy_of(const Charged& charged) const;
    [[nodiscard]] FocusRow row_of(const Charged& charged, const std::string& tier,
                                  const Price& price, const Decimal& subsidy) const;
    void add_payer(FocusRow& row, const Charged& charged) const;
    void report(int code, const Machine& machine, std::string message, std::string value,
                std::string help) const;

    const ConversionBasics& m_basics;
    const AzureLocalPricing& m_terms;
    BillingPeriod m_period;
    ChargePeriod m_month;
    const ConverterOutput& m_output;
    NameGlobs m_excluded;
    std::set<std::string> m_seen;
    std::set<std::string> m_names;
    bool m_goes_on = false;  // in some file
    bool m_ends = false;     // in another one: pages may be read in any order
};

}  // namespace focus_billing
