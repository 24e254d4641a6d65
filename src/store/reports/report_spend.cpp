#include "focus_billing/store/reports/report_spend.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "focus_billing/model/rounding.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/reports/report_rows.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_movers = 10;
constexpr std::size_t most_known = 100'000;

struct Spend {
    CountAndCost billed;
    CountAndCost held;
};

// The key's text, the currency, the month.
using SpendPlace = std::tuple<std::string, std::string, BillingPeriod>;

class SpendReport {
public:
    SpendReport(const Transaction& transaction, SpendKey key)
        : m_transaction(transaction), m_key(key), m_names(transaction) {}

    std::vector<ReportTable> run(const ReportMonths& months) {
        ReportMonths with_one_before = months;
        if (months.from)
            with_one_before.from = months.from->previous();
        for_each_report_row(m_transaction, with_one_before, false,
                            [&](const ReportRow& row) { add(row); });
        return {spend_table(months), movers_table(months)};
    }

private:
    void add(const ReportRow& row) {
        if (row.is_rejected)
            return;
        Spend& spend = spend_of(row);
        (row.is_held ? spend.held : spend.billed).add(row.cost);
        if (m_months.insert(row.month).second)
            m_last = std::max(m_last, row.month);
    }

    // Neighbouring charges mostly have the same key.
    Spend& spend_of(const ReportRow& row) {
        const auto id = id_of(row);
        if (m_known.size() > most_known)
            m_known.clear();
        auto& known = m_known[{id, row.month.key()}];
        for (auto& [currency, spend] : known) {
            if (currency == row.currency)
                return *spend;
        }
        Spend& spend = m_spend[{text_of(row), row.currency, row.month}];
        known.emplace_back(row.currency, &spend);
        return spend;
    }

    [[nodiscard]] std::int64_t id_of(const ReportRow& row) const {
        switch (m_key) {
        case SpendKey::service: return row.service;
        case SpendKey::source: return row.import_id;
        case SpendKey::month: return 0;
        default: return row.payer;
        }
    }

    std::string text_of(const ReportRow& row) {
        switch (m_key) {
        case SpendKey::service: return m_names.name(row.service);
        case SpendKey::source: return m_names.source(row.import_id);
        case SpendKey::month: return {};
        default: return m_names.payer(row.payer, static_cast<std::size_t>(m_key));
        }
    }

    [[nodiscard]] DecimalSum billed_before(const SpendPlace& place) const {
        const auto& [text, currency, month] = place;
        const auto found = m_spend.find({text, currency, month.previous()});
        return found == m_spend.end() ? DecimalSum() : found->second.billed.cost;
    }

    [[nodiscard]] std::string key_name() const {
        return std::string(spend_key_names[static_cast<std::size_t>(m_key)]);
    }

    [[nodiscard]] ReportTable spend_table(const ReportMonths& months) const {
        ReportTable table{.name = "spend", .title = "", .columns = {}, .rows = {}};
        if (m_key != SpendKey::month)
            table.columns.push_back({key_name()});
        for (const auto* name : {"month", "currency"})
            table.columns.push_back({name});
        for (const auto* name : {"charges", "billed", "month_before", "change", "percent", "held"})
            table.columns.push_back({name, true});
        std::vector<const std::pair<const SpendPlace, Spend>*> order;
        for (const auto& entry : m_spend) {
            if (months.contain(std::get<2>(entry.first)))
                order.push_back(&entry);
        }
        std::ranges::stable_sort(order, [](const auto* a, const auto* b) {
            const auto& [text_a, currency_a, month_a] = a->first;
            const auto& [text_b, currency_b, month_b] = b->first;
            if (std::tie(month_a, currency_a) != std::tie(month_b, currency_b))
                return std::tie(month_a, currency_a) < std::tie(month_b, currency_b);
            return is_larger(a->second.billed.cost, b->second.billed.cost);
        });
        for (const auto* entry : order)
            table.rows.push_back(spend_row(entry->first, entry->second));
        return table;
    }

    [[nodiscard]] std::vector<std::string> spend_row(const SpendPlace& place,
                                                     const Spend& spend) const {
        const auto& [text, currency, month] = place;
        const auto base = billed_before(place);
        const auto change = spend.billed.cost.difference(base);
        const bool is_first = !m_months.contains(month.previous());
        std::vector<std::string> row;
        if (m_key != SpendKey::month)
            row.push_back(text);
        row.insert(row.end(), {month.text(), currency, std::to_string(spend.billed.count),
                               spend.billed.cost.text(), is_first ? "" : base.text(),
                               is_first ? "" : change.text(), percentage(change, base),
                               spend.held.cost.text()});
        return row;
    }

    struct Move {
        std::string text;
        std::string currency;
        DecimalSum before;
        DecimalSum now;
        [[nodiscard]] DecimalSum change() const { return now.difference(before); }
    };

    // What was there the month before and is gone moves, too. The largest first, by currency.
    [[nodiscard]] std::vector<Move> moves_until(BillingPeriod last) const {
        std::vector<Move> moves;
        std::set<std::pair<std::string, std::string>> keys;
        for (const auto& [place, spend] : m_spend) {
            const auto& [text, currency, month] = place;
            if (month == last || month == last.previous())
                keys.emplace(text, currency);
        }
        for (const auto& [text, currency] : keys) {
            const auto now = m_spend.find({text, currency, last});
            Move move{text, currency, billed_before({text, currency, last}),
                      now == m_spend.end() ? DecimalSum() : now->second.billed.cost};
            if (move.change().sign() != 0)
                moves.push_back(std::move(move));
        }
        std::ranges::stable_sort(moves, [](const Move& a, const Move& b) {
            return a.currency != b.currency ? a.currency < b.currency
                                            : is_larger(a.change(), b.change());
        });
        return moves;
    }

    [[nodiscard]] ReportTable movers_table(const ReportMonths& months) const {
        const auto last = months.to.value_or(m_last);
        ReportTable table{.name = "movers",
                          .title = "largest movers from " + last.previous().text() + " to " +
                                   last.text(),
                          .columns = {},
                          .rows = {}};
        if (m_key == SpendKey::month || !m_months.contains(last.previous()))
            return table;
        table.columns = {
            {key_name()}, {"currency"}, {"month_before", true}, {"billed", true}, {"change", true}};
        const auto moves = moves_until(last);
        std::map<std::string, std::size_t> shown;
        for (const auto& move : moves) {
            if (++shown[move.currency] > most_movers)
                continue;
            table.rows.push_back({move.text, move.currency, move.before.text(), move.now.text(),
                                  move.change().text()});
        }
        return table;
    }

    const Transaction& m_transaction;
    SpendKey m_key;
    ReportNames m_names;
    std::map<SpendPlace, Spend> m_spend;
    std::map<std::pair<std::int64_t, int>, std::vector<std::pair<std::string, Spend*>>> m_known;
    std::set<BillingPeriod> m_months;
    BillingPeriod m_last;
};

}  // namespace

std::vector<ReportTable> report_spend(const Transaction& transaction, SpendKey key,
                                      const ReportMonths& months) {
    return transaction.run([&] { return SpendReport(transaction, key).run(months); });
}

}  // namespace focus_billing
