#pragma once

#include "random_source.hpp"

#include <cstdint>

namespace focus_billing {

enum class AmountKind : std::uint8_t { usage, committed, credit };

/// The four costs of a charge in 1e-10. A committed charge was paid before and is billed 0; a
/// credit is negative throughout.
struct ChargeAmounts {
    AmountKind kind = AmountKind::usage;
    bool discounted = false;  ///< the contract takes a tenth off the list price
    std::int64_t list = 0;
    std::int64_t contracted = 0;
    std::int64_t billed = 0;
    std::int64_t effective = 0;
};

/// Six of a hundred charges are committed, one is a credit, two fifths have the discount.
/// `list` is a multiple of 10, so that the discount is exact.
ChargeAmounts draw_amounts(RandomSource& random, std::int64_t list);

}  // namespace focus_billing
