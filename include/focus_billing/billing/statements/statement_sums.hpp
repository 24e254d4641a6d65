#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"

namespace focus_billing {

/// Adds up the statements of a run: in total, by PI, by project, by source and by service. Amounts
/// due and list prices are sums of the amounts on the statements; the list price of a source is
/// that of its charges, rounded once.
class StatementSums {
public:
    void add(const Statement& statement);
    [[nodiscard]] std::vector<SummaryTable> tables() const;

private:
    struct Sums {
        std::uint64_t statements = 0;
        std::uint64_t charges = 0;
        DecimalSum list;
        DecimalSum due;
    };
    using Key = std::pair<std::string, std::vector<std::string>>;  // the currency, and the names
    using Table = std::map<Key, Sums>;
    enum TableName : std::size_t { total, pi, project, source, service };

    static void add(const Statement& statement, Sums& sums);
    [[nodiscard]] static SummaryRow row_of(const Key& key, const Sums& sums);
    void add_lines(const Statement& statement);
    void add_sources(const Statement& statement);
    [[nodiscard]] Table sources_with_list() const;

    std::array<Table, 5> m_tables;
    std::map<Key, DecimalSum> m_discounts;  // unrounded, by source
};

}  // namespace focus_billing
