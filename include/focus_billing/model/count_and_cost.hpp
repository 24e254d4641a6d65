#pragma once

#include <cstdint>

#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// How many charges, rows or postings, and what they come to. Both may fall below 0 where more is
/// taken away than was there, as in a database that somebody changed by hand.
struct CountAndCost {
    std::int64_t count = 0;
    DecimalSum cost;

    void add(const Decimal& one) {
        ++count;
        cost.add(one);
    }
    void add(const DecimalSum& one) {
        ++count;
        cost.add(one);
    }
    void add(const CountAndCost& other) {
        count += other.count;
        cost.add(other.cost);
    }
    void subtract(const CountAndCost& other) {
        count -= other.count;
        cost.subtract(other.cost);
    }

    [[nodiscard]] bool operator==(const CountAndCost& other) const {
        return count == other.count && cost.text() == other.cost.text();
    }
};

}  // namespace focus_billing
