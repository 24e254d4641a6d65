#include "focus_billing/store/statements/outdated_statements.hpp"
#include "store/statements/outdated_statements.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "focus_billing/model/text.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/statements/statement_register.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_shown = R"sql(
SELECT ifnull(s.value ->> '$.fund_org', ''), ifnull(p.value ->> '$.source', ''),
    ifnull(p.value ->> '$.account_code', ''), ifnull(p.value ->> '$.cost_center', ''),
    ifnull(p.value ->> '$.reference_1', ''), ifnull(p.value ->> '$.reference_2', ''),
    p.value ->> '$.charges', ifnull(p.value ->> '$.amount', '')
FROM json_each(?1, '$.sections') AS s, json_each(s.value, '$.postings') AS p)sql";

constexpr std::size_t most_named = 3;

constexpr const char* select_closing = R"sql(
SELECT max(seq) FROM audit WHERE period = ? AND action = 'close')sql";

constexpr const char* select_latest = R"sql(
SELECT max(v.id) FROM statement_version AS v JOIN statement AS s ON s.id = v.statement
WHERE s.period = ? AND v.audit > ? GROUP BY s.id)sql";

using Shown = std::map<PostingKey, std::pair<std::uint64_t, std::string>>;

class StandingReader {
public:
    StandingReader(const Transaction& transaction, BillingPeriod period,
                   const std::string& currency)
        : m_transaction(transaction), m_period(period), m_currency(currency),
          m_register(transaction) {}

    OutdatedStatements read(const std::vector<Posting>& postings) {
        for (const auto& posting : postings) {
            if (is_wanted(posting.key.statement.currency))
                m_postings[posting.key.statement].emplace(
                    posting.key, std::pair(posting.charges, posting.amount.text()));
        }
        read_fresh();
        read_issued();
        for (const auto& [key, shown] : m_postings) {
            if (!m_outdated.numbers.contains(key))
                m_not_issued.push_back(key.pi_email + ", " +
                                       (key.project_id.empty() ? "no project" : key.project_id));
        }
        refuse(806, m_not_issued, "is not issued", "are not issued");
        refuse(807, m_out_of_date, "is out of date", "are out of date");
        return std::move(m_outdated);
    }

private:
    [[nodiscard]] bool is_wanted(const std::string& currency) const {
        return m_currency.empty() || currency == m_currency;
    }

    // Versions that were issued since the month was closed: its postings were the same.
    void read_fresh() {
        SQLite::Statement closing(m_transaction.handle(), select_closing);
        closing.bind(1, m_period.key());
        (void)closing.executeStep();
        SQLite::Statement rows(m_transaction.handle(), select_latest);
        rows.bind(1, m_period.key());
        rows.bind(2, closing.getColumn(0).getInt64());
        while (rows.executeStep())
            m_fresh.push_back(rows.getColumn(0).getInt64());
        std::ranges::sort(m_fresh);
    }

    void read_issued() {
        StatementFilter filter;
        filter.period = m_period;
        for (const auto& version : m_register.list(filter)) {
            if (!is_wanted(version.key.currency))
                continue;
            m_outdated.numbers.emplace(version.key, version.number);
            if (!std::ranges::binary_search(m_fresh, version.id) &&
                shown(version) != m_postings[version.key])
                m_out_of_date.push_back(version.number);
        }
    }

    [[nodiscard]] Shown shown(const IssuedStatement& version) const {
        Shown shown;
        const auto json = m_register.content(version);
        for (const auto& posting : read_statement_postings(m_transaction, version.key, json))
            shown.emplace(posting.key, std::pair(posting.charges, posting.amount.text()));
        return shown;
    }

    void refuse(int code, const std::vector<std::string>& which, const std::string& one,
                const std::string& several) {
        if (which.empty())
            return;
        std::string names;
        for (std::size_t i = 0; i < std::min(which.size(), most_named); ++i)
            names += (i == 0 ? "" : "; ") + which[i];
        if (which.size() > most_named)
            names += "; ...";
        m_outdated.refusals.push_back(make_diagnostic(
            code, {.file = m_transaction.path(), .line = 0, .column = 0},
            counted(which.size(), "statement") + " of " + m_period.text() + " " +
                (which.size() == 1 ? one : several),
            names,
            "issue them: focus-billing statements --period " + m_period.text() + " --issue"));
    }

    const Transaction& m_transaction;
    BillingPeriod m_period;
    const std::string& m_currency;
    StatementRegister m_register;
    std::map<StatementKey, Shown> m_postings;
    std::vector<std::int64_t> m_fresh;
    OutdatedStatements m_outdated;
    std::vector<std::string> m_not_issued;
    std::vector<std::string> m_out_of_date;
};

}  // namespace

std::vector<Posting> read_statement_postings(const Transaction& transaction,
                                             const StatementKey& key, const std::string& json) {
    SQLite::Statement rows(transaction.handle(), select_shown);
    rows.bindNoCopy(1, json);
    std::vector<Posting> postings;
    while (rows.executeStep()) {
        const auto text = [&](int column) { return rows.getColumn(column).getString(); };
        Posting posting;
        posting.key = {.statement = key,
                       .fund_org = text(0),
                       .source = text(1),
                       .account_code = text(2),
                       .cost_center = text(3),
                       .reference_1 = text(4),
                       .reference_2 = text(5)};
        posting.charges = static_cast<std::uint64_t>(rows.getColumn(6).getInt64());
        posting.amount = DecimalSum::parse(text(7)).value_or(DecimalSum());
        postings.push_back(std::move(posting));
    }
    return postings;
}

OutdatedStatements read_outdated_statements(const Transaction& transaction, BillingPeriod period,
                                            const std::vector<Posting>& postings,
                                            const std::string& currency) {
    return StandingReader(transaction, period, currency).read(postings);
}

}  // namespace focus_billing
