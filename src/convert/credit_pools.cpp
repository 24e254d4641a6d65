#include "focus_billing/convert/credit_pools.hpp"

#include <algorithm>

#include "focus_billing/model/decimal_arithmetic.hpp"

namespace focus_billing {

namespace {

bool holds_at(const CreditPool& pool, Instant time) {
    return (!pool.from || *pool.from <= time) && (!pool.until || time < *pool.until);
}

Decimal cost_until(const CreditPool& pool, const Decimal& used) {
    return quotient(product(pool.amount, used), pool.credits);
}

}  // namespace

CreditPools::CreditPools(const std::vector<CreditPool>& pools) {
    for (const auto& pool : pools)
        m_pools.push_back({&pool, pool.used});
}

CreditPools::Taken CreditPools::take(const Decimal& credits, Instant time) {
    Taken taken{.cost = {}, .missing = credits};
    for (auto& pool : m_pools) {
        if (taken.missing.is_zero() || !holds_at(*pool.terms, time))
            continue;
        const auto part = std::min(taken.missing, difference(pool.terms->credits, pool.used));
        const auto until = sum(pool.used, part);
        taken.cost = sum(taken.cost, difference(cost_until(*pool.terms, until),
                                                cost_until(*pool.terms, pool.used)));
        taken.missing = difference(taken.missing, part);
        pool.used = until;
    }
    return taken;
}

}  // namespace focus_billing
