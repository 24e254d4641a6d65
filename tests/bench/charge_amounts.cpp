#include "charge_amounts.hpp"

namespace focus_billing {

ChargeAmounts draw_amounts(RandomSource& random, std::int64_t list) {
    const std::uint64_t lot = random.below(100);
    if (lot == 0)
        return {AmountKind::credit, false, -list, -list, -list, -list};
    const bool discounted = random.below(5) < 2;
    const std::int64_t contracted = discounted ? list / 10 * 9 : list;
    if (lot <= 6)
        return {AmountKind::committed, discounted, list, contracted, 0, contracted};
    return {AmountKind::usage, discounted, list, contracted, contracted, contracted};
}

}  // namespace focus_billing
