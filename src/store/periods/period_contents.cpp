#include "store/periods/period_contents.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/charges/month_charges.hpp"

namespace focus_billing {

namespace {

struct Sums {
    std::uint64_t charges = 0;
    DecimalSum billed;
    std::uint64_t held = 0;
    std::uint64_t carried_before = 0;
    DecimalSum held_cost;
    std::uint64_t held_credits = 0;
    DecimalSum held_credit_cost;
    std::uint64_t rejected = 0;
    DecimalSum rejected_cost;
    std::uint64_t carried_in = 0;
    DecimalSum carried_in_cost;
};

// A charge that was decided after its month was closed is still held in it.
bool is_decided_in(const MonthRow& row, BillingPeriod period) {
    return row.decision && (!row.carried_into || row.carried_into == period.key());
}

class Totals {
public:
    void add_carried(const MonthRow& row, const Decimal& cost) {
        Sums& sums = sums_of(row.charge.texts[index_of(StoredText::billing_currency)]);
        ++sums.carried_in;
        sums.carried_in_cost.add(cost);
        add_decided(row, cost, sums);
    }

    void add(const MonthRow& row, const Decimal& cost, BillingPeriod period) {
        Sums& sums = sums_of(row.charge.texts[index_of(StoredText::billing_currency)]);
        ++sums.charges;
        sums.billed.add(cost);
        if (is_decided_in(row, period))
            return add_decided(row, cost, sums);
        if (row.flags == 0)
            return;
        ++sums.held;
        sums.carried_before += row.carried_into ? 1U : 0U;
        sums.held_cost.add(cost);
        if (cost.coefficient() >= 0)
            return;
        ++sums.held_credits;
        sums.held_credit_cost.add(cost);
    }

    [[nodiscard]] std::vector<ContentsTotal> by_currency() const {
        std::vector<ContentsTotal> totals;
        for (const auto& [currency, sums] : m_sums) {
            totals.push_back({.currency = currency,
                              .charges = sums.charges,
                              .billed = sums.billed.text(),
                              .held = sums.held,
                              .carried_before = sums.carried_before,
                              .held_cost = sums.held_cost.text(),
                              .held_credits = sums.held_credits,
                              .held_credit_cost = sums.held_credit_cost.text(),
                              .rejected = sums.rejected,
                              .rejected_cost = sums.rejected_cost.text(),
                              .carried_in = sums.carried_in,
                              .carried_in_cost = sums.carried_in_cost.text()});
        }
        return totals;
    }

private:
    static void add_decided(const MonthRow& row, const Decimal& cost, Sums& sums) {
        if (row.verdict != "reject")
            return;
        ++sums.rejected;
        sums.rejected_cost.add(cost);
    }

    Sums& sums_of(std::string_view currency) {
        if (m_last == nullptr || m_last->first != currency) {
            auto found = m_sums.find(currency);
            if (found == m_sums.end())
                found = m_sums.emplace(currency, Sums{}).first;
            m_last = &*found;
        }
        return m_last->second;
    }

    std::map<std::string, Sums, std::less<>> m_sums;
    std::pair<const std::string, Sums>* m_last = nullptr;
};

// What is hashed of a row, all of fixed size.
class RowBytes {
public:
    void add(const void* bytes, std::size_t size) {
        std::memcpy(m_bytes.data() + m_size, bytes, size);
        m_size += size;
    }
    void add(std::int64_t number) { add(&number, sizeof number); }
    void add(std::optional<std::int64_t> number) {
        add(std::int64_t{number.has_value()});
        add(number.value_or(0));
    }
    void add(const ContentHash& hash) { add(hash.data(), hash.size()); }
    [[nodiscard]] std::string_view view() const { return {m_bytes.data(), m_size}; }

private:
    std::array<char, 320> m_bytes{};
    std::size_t m_size = 0;
};

void add_decision(const MonthRow& row, RowBytes& bytes) {
    ContentHash verdict{};
    std::ranges::copy(row.verdict, verdict.begin());
    bytes.add(row.decision);
    bytes.add(verdict);
    bytes.add(row.decided_payer_hash);
    bytes.add(row.carried_into.value_or(0));
}

RowBytes bytes_of(const MonthRow& row, const ContentHash& content, BillingPeriod period) {
    RowBytes bytes;
    bytes.add(row.id);
    bytes.add(row.import_id);
    bytes.add(row.period);
    bytes.add(static_cast<std::int64_t>(row.charge.line));
    bytes.add(row.flags);
    for (const auto number : {row.start, row.start_nanoseconds, row.end, row.end_nanoseconds,
                              row.billed_in, row.correction, row.corrects, row.part})
        bytes.add(number);
    bytes.add(std::int64_t{row.null_texts});
    bytes.add(content);
    bytes.add(row.charge.hash);
    bytes.add(row.fault_hash);
    bytes.add(row.payer_hash);
    if (is_decided_in(row, period))
        add_decision(row, bytes);
    return bytes;
}

Decimal cost_of(const MonthRow& row, const std::string& path) {
    const auto text = row.charge.texts[index_of(StoredText::billed_cost)];
    const auto parsed = parse_decimal(text);
    if (parsed.fault == DecimalFault::none)
        return parsed.value;
    throw Error(ErrorKind::environment,
                make_diagnostic(505, {.file = path, .line = 0, .column = 0},
                                "the database is damaged: the cost of charge " +
                                    std::to_string(row.id) + " is no decimal number",
                                std::string(text), "restore a backup"));
}

}  // namespace

PeriodContents read_period_contents(const Transaction& transaction, BillingPeriod period) {
    MonthCharges rows(transaction, period);
    Sha256Hasher hasher;
    ChargeHasher content;
    Totals totals;
    while (rows.next()) {
        const MonthRow& row = rows.row();
        totals.add(row, cost_of(row, transaction.path()), period);
        hasher.update(bytes_of(row, content.hash(row.charge), period).view());
    }
    auto carried = MonthCharges::carried_into(transaction, period);
    while (carried.next()) {
        const MonthRow& row = carried.row();
        totals.add_carried(row, cost_of(row, transaction.path()));
        hasher.update(bytes_of(row, content.hash(row.charge), period).view());
    }
    const Sha256 hash = hasher.finish();
    return {.totals = totals.by_currency(), .rows_sha256 = hex_text(hash)};
}

}  // namespace focus_billing
