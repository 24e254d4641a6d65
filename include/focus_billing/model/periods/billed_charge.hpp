#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/attribute.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

/// A charge that is billed in a month: it is not held, and no reviewer has rejected it. The views
/// live until the next one is read.
struct BilledCharge {
    std::int64_t id = 0;
    std::int64_t payer = 0;   ///< equal for equal values of who pays; 0 if nobody does
    std::int64_t import = 0;  ///< equal for charges of one source
    std::string_view source;
    std::string_view currency;
    const AttributeTexts* values = nullptr;  ///< who pays
    Decimal cost;                            ///< billed or effective, as its source is charged
};

using OnBilledCharge = std::function<void(const BilledCharge&)>;

/// Hands on each billed charge of a month.
using EachBilledCharge = std::function<void(const OnBilledCharge&)>;

/// The step from the billed charges of a month to its postings, in the order of their keys. It gives
/// the same on every run.
struct PeriodStep {
    SourceAccounts accounts;
    std::function<std::vector<Posting>(const EachBilledCharge&)> post;
    /// Why journals cannot be made of postings; empty: nobody asks.
    std::function<std::vector<Diagnostic>(const std::vector<Posting>&)> judge{};
};

}  // namespace focus_billing
