#include "control_totals.hpp"

#include <fmt/format.h>

namespace focus_billing {

void ControlTotals::add(const std::string& period, const ChargeAmounts& amounts,
                        const TagSet& tags) {
    m_list += amounts.list;
    m_contracted += amounts.contracted;
    m_billed += amounts.billed;
    m_effective += amounts.effective;
    m_without_pi_email += tags.has_pi_email ? 0 : 1;
    m_without_fund_org += tags.has_fund_org ? 0 : 1;
    PeriodTotals& totals = m_periods[period];
    ++totals.rows;
    totals.billed += amounts.billed;
}

std::string ControlTotals::manifest(const GenerationOptions& options, std::uint64_t bytes) const {
    std::string periods;
    for (const auto& [period, totals] : m_periods)
        periods += fmt::format("{}\n    \"{}\": {{\"rows\": {}, \"billed\": \"{}\"}}",
                               periods.empty() ? "" : ",", period, totals.rows,
                               decimal_text(totals.billed));
    return fmt::format(
        "{{\n  \"kind\": \"{}\",\n  \"seed\": {},\n  \"tagsets\": {},\n  \"bytes\": {},\n"
        "  \"rows\": {},\n  \"currency\": \"USD\",\n"
        "  \"totals\": {{\"billed\": \"{}\", \"list\": \"{}\", \"effective\": \"{}\", "
        "\"contracted\": \"{}\"}},\n"
        "  \"rows_without_pi_email\": {},\n  \"rows_without_fund_org\": {},\n"
        "  \"periods\": {{{}\n  }}\n}}\n",
        options.kind == ExportKind::cloud ? "cloud" : "campus", options.seed, options.tagsets,
        bytes, options.rows, decimal_text(m_billed), decimal_text(m_list),
        decimal_text(m_effective), decimal_text(m_contracted), m_without_pi_email,
        m_without_fund_org, periods);
}

}  // namespace focus_billing
