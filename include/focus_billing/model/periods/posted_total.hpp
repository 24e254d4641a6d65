#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

/// What the postings of a month come to in one currency: shares + rounding = amount.
struct PostedTotal {
    std::string currency;
    std::uint64_t postings = 0;
    std::uint64_t statements = 0;
    std::uint64_t charges = 0;
    DecimalSum shares;
    DecimalSum rounding;
    DecimalSum amount;
};

/// By currency. `postings` are in the order of their keys.
[[nodiscard]] std::vector<PostedTotal> posted_totals(const std::vector<Posting>& postings);

}  // namespace focus_billing
