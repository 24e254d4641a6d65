#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/model/statements/statement_charge.hpp"

namespace focus_billing {

/// Warnings for dates that are past, or nearer to the issue date than a threshold in days; each
/// names the smallest threshold that is not below the distance. Invalid dates are ignored: their
/// charges were flagged. Ordered by attribute and date.
[[nodiscard]] std::vector<StatementWarning>
deadline_warnings(const std::set<std::pair<Attribute, std::string>>& dates,
                  const std::string& issue_date, const std::vector<int>& thresholds);

/// Makes the content of a statement from its postings and its charges: sections, lines, totals and
/// charge details. A posting's amount is allocated to its lines. Memory grows with the charges of
/// one statement.
class StatementBuilder {
public:
    explicit StatementBuilder(SourceAccounts accounts) : m_accounts(std::move(accounts)) {}

    /// Begins a statement with these postings, in the order of their keys.
    void begin(const StatementKey& key, std::vector<Posting> postings);

    /// Adds a charge of the statement. Throws std::logic_error for a charge without a posting
    /// there.
    void add(const StatementChargeRow& charge);

    /// The dates of its payers by attribute: end_date and reconciliation_end.
    using LifeDates = std::set<std::pair<Attribute, std::string>>;
    [[nodiscard]] const LifeDates& life_dates() const { return m_dates; }

    /// Sets key, sections, totals and charges; all else is as in a new Statement.
    [[nodiscard]] Statement finish();

private:
    struct LineKey {
        LineKind kind;
        std::string service;
        std::string period;

        friend auto operator<=>(const LineKey&, const LineKey&) = default;
    };
    struct LineSums {
        std::uint64_t charges = 0;
        DecimalSum cost;
        DecimalSum list;
        DecimalSum due;
        std::map<std::string, DecimalSum> quantities;  // by unit
    };
    using Lines = std::map<LineKey, LineSums>;

    void add(const StatementChargeRow& charge, const Share& share);
    [[nodiscard]] std::size_t posting_of(const StatementChargeRow& charge, const Share& share);
    void fit_lines();
    [[nodiscard]] std::vector<Lines> lines_of_sections() const;
    [[nodiscard]] StatementLine line_of(const LineKey& key, const LineSums& sums) const;
    void fill_section(const Lines& lines, StatementSection& section) const;
    void fill_totals(Statement& statement) const;

    SourceAccounts m_accounts;
    StatementKey m_key;
    int m_decimals = 2;
    std::vector<Posting> m_postings;
    std::vector<std::uint32_t> m_section_of;                              // by posting
    std::vector<Lines> m_lines;                                           // by posting
    std::map<std::pair<std::int64_t, std::string>, std::size_t> m_known;  // by payer and source
    LifeDates m_dates;
    Statement m_statement;
};

}  // namespace focus_billing
