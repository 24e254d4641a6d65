#pragma once

#include <functional>
#include <string>
#include <vector>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/convert/openai_pricing.hpp"

namespace focus_billing {

/// Uses pools of credits up, one after the other. What a part of a pool costs is the cost until its
/// end less that until its beginning, each rounded to 12 decimals, so that a pool that is used up
/// costs exactly its amount, however its credits were used.
class CreditPools {
public:
    explicit CreditPools(const std::vector<CreditPool>& pools);

    struct Pool {
        const CreditPool* terms;
        Decimal used;           ///< also before
        bool is_drawn = false;  ///< by `take`
    };
    struct Taken {
        Decimal cost;
        Decimal missing;                 ///< credits that no pool has
        std::vector<std::size_t> pools;  ///< that they came from
    };
    /// Takes credits from the first pools that hold at `time` and have some left. Throws
    /// DecimalOverflow.
    [[nodiscard]] Taken take(const Decimal& credits, Instant time);

    [[nodiscard]] const std::vector<Pool>& pools() const { return m_pools; }
    /// `first 300 of 300, second 50 of 100`: what is used.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Pool> m_pools;
};

/// A row of the credit usage of ChatGPT Edu.
struct CreditUsage {
    Instant day;
    std::string user;  ///< the e-mail address in its comparable form, or else an id
    std::string user_name;
    std::string usage_type;  ///< such as `chat.completion.5.reasoning`
    Decimal credits;
    Decimal quantity;
    std::string unit;
    std::string cells;  ///< all that is read of the row: rows are the same if this is
};

/// Reads the CSV file of credit usage. Findings: those of the CSV, FB601, FB602.
void read_credit_usage(const ConverterInput& input,
                       const std::function<void(const CreditUsage&)>& on_usage,
                       const std::function<void(const Diagnostic&)>& on_finding);

}  // namespace focus_billing
