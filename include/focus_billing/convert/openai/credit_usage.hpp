#pragma once

#include <functional>
#include <string>

#include "focus_billing/convert/converter.hpp"

namespace focus_billing {

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
