#include "convert/openai/credit_usage.hpp"

#include <algorithm>

#include "convert/csv_table.hpp"
#include "convert/provider_dates.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

Decimal cost_until(const CreditPool& pool, const Decimal& used) {
    return quotient(product(pool.amount, used), pool.credits);
}

enum Column : std::size_t {
    date,
    account,
    account_user,
    email,
    name,
    public_id,
    usage_type,
    credits,
    quantity,
    units
};

const std::vector<CsvColumn>& columns() {
    static const std::vector<CsvColumn> table = {{{"date_partition", "date"}},
                                                 {{"account_id"}, false},
                                                 {{"account_user_id"}, false},
                                                 {{"email"}},
                                                 {{"name"}, false},
                                                 {{"public_id"}, false},
                                                 {{"usage_type"}},
                                                 {{"usage_credits"}},
                                                 {{"usage_quantity"}, false},
                                                 {{"usage_units"}, false}};
    return table;
}

std::string cells_of(CsvTable& table) {
    std::string cells;
    for (std::size_t i = 0; i < columns().size(); ++i)
        cells.append(trimmed(table.text(i))) += '\n';
    return cells;
}

// Accounts of services have no address.
std::string user_of(CsvTable& table) {
    if (auto address = comparable_email(table.text(email)); !address.empty())
        return address;
    for (const auto column : {account_user, public_id, name}) {
        if (const auto text = trimmed(table.text(column)); !text.empty())
            return std::string(text);
    }
    return "unknown";
}

void take_row(CsvTable& table, const std::function<void(const CreditUsage&)>& on_usage) {
    const auto time = parse_provider_date(table.text(date));
    if (!time) {
        table.report(602, date, "this is no date", std::string(table.text(date)),
                     "it is written M/D/YYYY or YYYY-MM-DD");
        return;
    }
    const auto text = trimmed(table.text(credits));
    const auto amount = parse_decimal(text);
    if (amount.fault != DecimalFault::none || amount.value < Decimal{}) {
        table.report(602, credits, "credits must be a number of 0 or more", std::string(text),
                     "export the usage again");
        return;
    }
    on_usage({.day = {time->seconds - time->seconds % day_seconds, 0},
              .user = user_of(table),
              .user_name = std::string(trimmed(table.text(name))),
              .usage_type = std::string(trimmed(table.text(usage_type))),
              .credits = amount.value,
              .quantity = table.number(quantity).value_or(Decimal{}),
              .unit = std::string(trimmed(table.text(units))),
              .cells = cells_of(table)});
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

void read_credit_usage(const ConverterInput& input,
                       const std::function<void(const CreditUsage&)>& on_usage,
                       const std::function<void(const Diagnostic&)>& on_finding) {
    CsvTable table(input, columns(), on_finding);
    table.for_each_row([&] { take_row(table, on_usage); });
}

}  // namespace focus_billing
