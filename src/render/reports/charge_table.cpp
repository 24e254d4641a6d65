#include "focus_billing/render/reports/charge_table.hpp"

#include <fmt/format.h>

#include <map>

#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_cell = 40;
constexpr std::size_t date_length = 10;

std::string cell(const StoredCharge& charge, std::size_t column) {
    const auto text = charge.text(column);
    return text.empty() ? "-" : shown_text(text, longest_cell);
}

// Why it is held; or that it was, and what was decided.
std::string held_text(const StoredCharge& charge) {
    const auto decision = charge.text(charge_column("x_Decision"));
    if (decision == "approve")
        return "(approved)";
    if (!decision.empty())
        return "(" + std::string(decision) + "ed)";
    const auto names = charge.text(charge_column("x_Flags"));
    std::string text;
    for (const char c : names)
        text += c == ',' ? ", " : std::string(1, c);
    return text;
}

class ChargeTable : public ChargeList {
public:
    std::string begin() override { return {}; }

    std::string add(const StoredCharge& charge) override {
        std::string ready;
        if (m_shown == 0) {
            ready = m_table.add({"charge", "period", "source", "date", "pi", "project", "fund_org",
                                 "service", "billed", "currency", "held for"});
        }
        ++m_shown;
        m_totals[std::string(charge.text(charge_column("BillingCurrency")))].add(
            parse_decimal(charge.text(charge_column("BilledCost"))).value);
        return ready + m_table.add(row(charge));
    }

    std::string end(std::uint64_t all) override {
        std::string text = m_table.finish() + (m_shown == 0 ? "" : "\n");
        text += m_shown == all ? counted(all, "charge")
                               : fmt::format("{} of {}", m_shown, counted(all, "charge"));
        std::vector<TextRow> rows;
        for (const auto& [currency, sum] : m_totals)
            rows.push_back({"billed", sum.text(), currency});
        return text + "\n" + text_table(rows, 2);
    }

private:
    // A charge that counts in another month than its own shows both.
    static std::string period(const StoredCharge& charge) {
        const auto own = charge.text(charge_column("x_BillingPeriod"));
        const auto billed_in = charge.text(charge_column("x_BilledIn"));
        return billed_in.empty() || billed_in == own ? std::string(own)
                                                     : fmt::format("{} in {}", own, billed_in);
    }

    static TextRow row(const StoredCharge& charge) {
        const auto date = charge.text(charge_column("ChargePeriodStart")).substr(0, date_length);
        return {std::string(charge.text(charge_column("x_ChargeId"))),
                period(charge),
                cell(charge, charge_column("x_Source")),
                date.empty() ? "-" : std::string(date),
                cell(charge, charge_column("x_PiEmail")),
                cell(charge, charge_column("x_ProjectId")),
                cell(charge, charge_column("x_FundOrg")),
                cell(charge, charge_column("ServiceName")),
                std::string(charge.text(charge_column("BilledCost"))),
                std::string(charge.text(charge_column("BillingCurrency"))),
                held_text(charge)};
    }

    RunningTable m_table;
    std::uint64_t m_shown = 0;
    std::map<std::string, DecimalSum> m_totals;
};

}  // namespace

std::unique_ptr<ChargeList> make_charge_table() {
    return std::make_unique<ChargeTable>();
}

}  // namespace focus_billing
