#pragma once

#include <functional>
#include <string>
#include <vector>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/convert/openai_pricing.hpp"

namespace focus_billing {

/// Draws credits from pools, one after the other. The cost of a part of a pool is the cost until
/// its end minus the cost until its start, each rounded to 12 decimals, so that a used-up pool
/// costs exactly its amount, however its credits were used.
class CreditPools {
public:
    explicit CreditPools(const std::vector<CreditPool>& pools);

    struct Pool {
        const CreditPool* terms;
        Decimal used;           ///< including earlier use
        bool is_drawn = false;  ///< by `take`
    };
    struct Taken {
        Decimal cost;
        Decimal missing;                 ///< credits that no pool could provide
        std::vector<std::size_t> pools;  ///< that provided the credits
    };
    /// Takes credits from the first pools that are valid at `time` and not used up. Throws
    /// DecimalOverflow.
    [[nodiscard]] Taken take(const Decimal& credits, Instant time);

    [[nodiscard]] const std::vector<Pool>& pools() const { return m_pools; }
    /// The used credits: `first 300 of 300, second 50 of 100`.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Pool> m_pools;
};

/// A row of ChatGPT Edu's credit usage.
struct CreditUsage {
    Instant day;
    std::string user;  ///< the e-mail address in comparable form, or an id
    std::string user_name;
    std::string usage_type;  ///< such as `chat.completion.5.reasoning`
    Decimal credits;
    Decimal quantity;
    std::string unit;
    std::string cells;  ///< all cells that are read; equal for repeated rows
};

/// Reads the CSV file of credit usage. Findings: those of the CSV, FB601, FB602.
void read_credit_usage(const ConverterInput& input,
                       const std::function<void(const CreditUsage&)>& on_usage,
                       const std::function<void(const Diagnostic&)>& on_finding);

}  // namespace focus_billing
