#include "focus_billing/billing/statements/statement_sums.hpp"

#include <algorithm>
#include <set>

#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/rounding.hpp"

namespace focus_billing {

namespace {

struct TableHead {
    const char* name;
    std::vector<std::string> keys;
};

const std::array<TableHead, 5>& heads() {
    static const std::array<TableHead, 5> table = {{{"total", {}},
                                                    {"pi", {"pi_email"}},
                                                    {"project", {"pi_email", "project_id"}},
                                                    {"source", {"source"}},
                                                    {"service", {"service"}}}};
    return table;
}

}  // namespace

void StatementSums::add(const Statement& statement, Sums& sums) {
    ++sums.statements;
    sums.charges += statement.charge_count;
    sums.list.add(sum_of(statement.list));
    sums.due.add(sum_of(statement.due));
}

void StatementSums::add(const Statement& statement) {
    const auto& key = statement.key;
    add(statement, m_tables[total][{key.currency, {}}]);
    add(statement, m_tables[pi][{key.currency, {key.pi_email}}]);
    add(statement, m_tables[project][{key.currency, {key.pi_email, key.project_id}}]);
    add_lines(statement);
    add_sources(statement);
}

void StatementSums::add_lines(const Statement& statement) {
    std::set<Sums*> seen;
    for (const auto& section : statement.sections) {
        for (const auto& line : section.lines) {
            Sums& sums = m_tables[service][{statement.key.currency, {line.service}}];
            sums.statements += seen.insert(&sums).second ? 1U : 0U;
            sums.charges += line.charges;
            sums.list.add(sum_of(line.list));
            sums.due.add(sum_of(line.due));
        }
    }
}

void StatementSums::add_sources(const Statement& statement) {
    std::set<Sums*> seen;
    for (const auto& section : statement.sections) {
        for (const auto& posting : section.postings) {
            Sums& sums = m_tables[source][{statement.key.currency, {posting.source}}];
            sums.statements += seen.insert(&sums).second ? 1U : 0U;
            sums.charges += posting.charges;
            sums.due.add(sum_of(posting.amount));
        }
    }
    std::map<std::string_view, DecimalSum> discounts;
    for (const auto& charge : statement.charges) {
        if (!charge.list.empty())
            discounts[charge.source].add(sum_of(charge.list).difference(sum_of(charge.amount)));
    }
    for (const auto& [name, discount] : discounts)
        m_discounts[{statement.key.currency, {std::string(name)}}].add(discount);
}

SummaryRow StatementSums::row_of(const Key& key, const Sums& sums) {
    const auto discount = sums.list.difference(sums.due);
    return {.names = key.second,
            .currency = key.first,
            .statements = sums.statements,
            .charges = sums.charges,
            .list = sums.list.text(),
            .discount = discount.text(),
            .discount_percent = percentage(discount, sums.list),
            .due = sums.due.text()};
}

// Postings have no list price: that of a source is what is due and the discount of its charges.
StatementSums::Table StatementSums::sources_with_list() const {
    auto sources = m_tables[source];
    for (auto& [key, sums] : sources) {
        sums.list = sums.due;
        if (const auto found = m_discounts.find(key); found != m_discounts.end()) {
            sums.list.add(rounded(found->second, minor_unit_or_usual(key.first)));
        }
    }
    return sources;
}

std::vector<SummaryTable> StatementSums::tables() const {
    std::vector<SummaryTable> tables;
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        const auto sums = i == source ? sources_with_list() : m_tables[i];
        std::vector<const Table::value_type*> order;
        for (const auto& entry : sums)
            order.push_back(&entry);
        std::ranges::stable_sort(order, [](const auto* a, const auto* b) {
            if (a->first.first != b->first.first)
                return a->first.first < b->first.first;
            return b->second.due.magnitude().difference(a->second.due.magnitude()).sign() < 0;
        });
        tables.push_back({.name = heads()[i].name, .keys = heads()[i].keys, .rows = {}});
        for (const auto* entry : order)
            tables.back().rows.push_back(row_of(entry->first, entry->second));
    }
    return tables;
}

}  // namespace focus_billing
