#pragma once

#include "charge_amounts.hpp"
#include "generation_options.hpp"
#include "row_text.hpp"
#include "tag_pool.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace focus_billing {

/// The exact totals of a generated file, against which a reader's totals are checked.
class ControlTotals {
public:
    void add(const std::string& period, const ChargeAmounts& amounts, const TagSet& tags);

    /// The totals and the parameters of the file as JSON; costs are decimal strings.
    std::string manifest(const GenerationOptions& options, std::uint64_t bytes) const;

private:
    struct PeriodTotals {
        std::uint64_t rows = 0;
        Int128 billed = 0;
    };

    Int128 m_list = 0;
    Int128 m_contracted = 0;
    Int128 m_billed = 0;
    Int128 m_effective = 0;
    std::uint64_t m_without_pi_email = 0;
    std::uint64_t m_without_fund_org = 0;
    std::map<std::string, PeriodTotals> m_periods;
};

}  // namespace focus_billing
