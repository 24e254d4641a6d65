#include "focus_billing/store/checks/finalizing_blockers.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "focus_billing/model/journals/outstanding_postings.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/store/checks/check_database.hpp"
#include "focus_billing/store/statements/outdated_statements.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/journals/journal_register.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_named = 5;

class FinalizingJudge {
public:
    FinalizingJudge(const Transaction& transaction, BillingPeriod period)
        : m_transaction(transaction), m_period(period),
          m_postings(read_postings(transaction, period)), m_register(transaction) {}

    std::vector<Diagnostic> refusals() {
        check_statements();
        check_postings();
        check_documents();
        check_database();
        return std::move(m_refusals);
    }

private:
    void refuse(int code, std::string message, std::string value, std::string help) {
        m_refusals.push_back(
            make_diagnostic(code, {.file = m_transaction.path(), .line = 0, .column = 0},
                            std::move(message), std::move(value), std::move(help)));
    }

    void check_statements() {
        auto standing = read_outdated_statements(m_transaction, m_period, m_postings, {});
        std::ranges::move(standing.refusals, std::back_inserter(m_refusals));
    }

    void check_postings() {
        std::map<std::string, std::pair<std::size_t, DecimalSum>> open;
        for (const auto& posting :
             outstanding_postings(m_postings, m_register.journaled(m_period))) {
            auto& [count, sum] = open[posting.key.statement.currency];
            ++count;
            sum.add(posting.amount);
        }
        for (const auto& [currency, sums] : open) {
            refuse(815,
                   counted(sums.first, "posting") + " of " + m_period.text() + ", " +
                       sums.second.text() + " " + currency + " together, are in no journal",
                   {},
                   "make it: focus-billing journals --period " + m_period.text() +
                       " --format NAME --output FILE");
        }
    }

    // What is reversed must be accepted as well: the finance system has both.
    void check_documents() {
        std::vector<std::string> waiting;
        for (const auto& record : m_register.list({.period = m_period})) {
            for (const auto& part : record.parts) {
                if (part.mark == JournalState::pending || part.mark == JournalState::exported)
                    waiting.push_back(document_name(record.number, part.number) + " is " +
                                      std::string(name_of(part.mark)));
            }
        }
        if (waiting.empty())
            return;
        std::string list;
        for (std::size_t i = 0; i < std::min(waiting.size(), most_named); ++i)
            list += (i == 0 ? "" : ", ") + waiting[i];
        if (waiting.size() > most_named)
            list += ", ...";
        refuse(815,
               counted(waiting.size(), "document") + " of the journals of " + m_period.text() +
                   (waiting.size() == 1 ? " is" : " are") + " not accepted",
               list,
               "say what became of each: focus-billing journals mark N accepted --ref NUMBER");
    }

    void check_database() {
        run_checks(
            m_transaction,
            [&](CheckLine line) {
                if (line.fault)
                    m_refusals.push_back(std::move(*line.fault));
            },
            [] {});
    }

    const Transaction& m_transaction;
    BillingPeriod m_period;
    std::vector<Posting> m_postings;
    JournalRegister m_register;
    std::vector<Diagnostic> m_refusals;
};

}  // namespace

std::vector<Diagnostic> finalizing_blockers(const Transaction& transaction, BillingPeriod period) {
    return FinalizingJudge(transaction, period).refusals();
}

}  // namespace focus_billing
