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

/// Which of the dates is so near to the issue date, or past, that the smallest `threshold` in days
/// that is not below the distance says so. A date that is none is passed over: its charges were
/// flagged. By attribute and date.
[[nodiscard]] std::vector<StatementWarning>
deadline_warnings(const std::set<std::pair<Attribute, std::string>>& dates,
                  const std::string& issue_date, const std::vector<int>& thresholds);

/// Makes the content of a statement of its postings and its charges: sections, lines, totals and
/// charge details. The amounts due of the lines of a posting are fitted to it. Memory grows with
/// the charges of one statement.
class StatementBuilder {
public:
    explicit StatementBuilder(SourceAccounts accounts) : m_accounts(std::move(accounts)) {}

    /// Begins a statement, which has these postings, in the order of their keys.
    void begin(const StatementKey& key, std::vector<Posting> postings);

    /// Adds a charge of it. A charge whose posting it does not have is a std::logic_error.
    void add(const StatementChargeRow& charge);

    /// The dates that its payers carry, by attribute: end_date and reconciliation_end.
    using LifeDates = std::set<std::pair<Attribute, std::string>>;
    [[nodiscard]] const LifeDates& life_dates() const { return m_dates; }

    /// Key, sections, totals and charges; the rest is left as it is in a new Statement.
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
