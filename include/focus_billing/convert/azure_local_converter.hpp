#pragma once

#include <set>
#include <string>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/convert/machine_inventory.hpp"
#include "focus_billing/convert/name_globs.hpp"
#include "focus_billing/model/azure_local_terms.hpp"

namespace focus_billing {

/// Charges virtual machines of Azure Local for a month: a twelfth of what their tier and additions
/// cost a year. The list cost is that of the whole month; billed is what is left of it by the days
/// that the machine was there, less its subsidy. Control total in machines. Findings: FB601, FB602,
/// FB605 to FB607, FB631, FB632.
class AzureLocalConverter : public Converter {
public:
    /// All live as long as this.
    AzureLocalConverter(const ConversionBasics& basics, const AzureLocalTerms& terms,
                        BillingPeriod period, const ConverterOutput& output);

    void read(const ConverterInput& input) override;
    void finish() override {}
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    struct Annual {
        Decimal price;
        std::string addons;  // their names
    };

    void take(const Machine& machine);
    [[nodiscard]] std::string reason_to_skip(const Machine& machine, const JsonValue& notes);
    [[nodiscard]] bool read_notes(const Machine& machine, JsonValue& notes) const;
    [[nodiscard]] bool take_times(const Machine& machine, const JsonValue& notes);
    void charge(const Machine& machine, const JsonValue& notes);
    [[nodiscard]] std::optional<Annual> annual_of(const Machine& machine, const JsonValue& notes,
                                                  const std::string& tier) const;
    [[nodiscard]] std::optional<Decimal> price_of(const Machine& machine,
                                                  const std::map<std::string, AnnualPrice>& prices,
                                                  const std::string& name) const;
    [[nodiscard]] std::optional<Decimal> subsidy_of(const Machine& machine,
                                                    const JsonValue& notes) const;
    void add_payer(FocusRow& row, const Machine& machine, const JsonValue& notes) const;
    void report(int code, const Machine& machine, std::string message, std::string value,
                std::string help) const;

    const ConversionBasics& m_basics;
    const AzureLocalTerms& m_terms;
    BillingPeriod m_period;
    const ConverterOutput& m_output;
    NameGlobs m_excluded;
    ChargePeriod m_there{};  // of the present machine: its days in the month
    std::set<std::string> m_seen;
};

}  // namespace focus_billing
