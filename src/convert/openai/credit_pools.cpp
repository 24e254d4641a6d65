#include "focus_billing/convert/openai/credit_pools.hpp"

#include <algorithm>

#include "focus_billing/model/decimal_arithmetic.hpp"

namespace focus_billing {

namespace {

Decimal cost_until(const CreditPool& pool, const Decimal& used) {
    return quotient(product(pool.amount, used), pool.credits);
}

}  // namespace

CreditPools::CreditPools(const std::vector<CreditPool>& pools) {
    for (const auto& pool : pools)
        m_pools.push_back({.terms = &pool, .used = pool.used.value_or(Decimal{})});
}

CreditPools::Taken CreditPools::take(const Decimal& credits, Instant time) {
    Taken taken{.cost = {}, .missing = credits, .pools = {}};
    for (std::size_t i = 0; i < m_pools.size() && !taken.missing.is_zero(); ++i) {
        auto& pool = m_pools[i];
        const auto part = std::min(taken.missing, difference(pool.terms->credits, pool.used));
        if (part.is_zero() || !pool.terms->holds_at(time))
            continue;
        const auto until = sum(pool.used, part);
        taken.cost = sum(taken.cost, difference(cost_until(*pool.terms, until),
                                                cost_until(*pool.terms, pool.used)));
        taken.missing = difference(taken.missing, part);
        taken.pools.push_back(i);
        pool.used = until;
        pool.is_drawn = true;
    }
    return taken;
}

std::string CreditPools::text() const {
    std::string text;
    for (const auto& pool : m_pools) {
        text += (text.empty() ? "" : ", ") + pool.terms->name + " " + pool.used.text() + " of " +
                pool.terms->credits.text();
    }
    return text;
}

}  // namespace focus_billing
