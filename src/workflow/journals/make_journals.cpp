#include "focus_billing/workflow/journals/make_journals.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "focus_billing/billing/journals/journal_blockers.hpp"
#include "focus_billing/billing/journals/journal_lines.hpp"
#include "focus_billing/billing/journals/split_documents.hpp"
#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/model/journals/outstanding_postings.hpp"
#include "focus_billing/render/journals/journal_bytes.hpp"
#include "focus_billing/workflow/journals/load_layout.hpp"
#include "focus_billing/workflow/journals/register_journal.hpp"
#include "focus_billing/workflow/load_directory.hpp"
#include "focus_billing/workflow/session.hpp"
#include "workflow/journals/journal_date.hpp"

namespace focus_billing {

namespace {

class JournalsRun {
public:
    JournalsRun(Session& session, const JournalOrder& order)
        : m_session(session), m_order(order), m_layout(load_layout(session, order.format)),
          m_rules(session.config(), load_directory(session)) {
        m_run.format = m_layout.name;
        m_run.currency = order.currency;
        m_run.journal.period = order.period;
    }

    JournalRun run() {
        const bool writes = !m_order.output.empty();
        auto database =
            writes ? open_database_for_writing(m_session) : open_database_for_reading(m_session);
        if (writes)
            finish_pending_journals(m_session, database);
        auto books = std::make_unique<JournalBooks>(database, writes ? JournalBooks::Purpose::change
                                                                     : JournalBooks::Purpose::read);
        m_run.status = books->status(m_order.period);
        m_is_draft = !writes || m_run.status != PeriodStatus::closed;
        auto draft = make(*books);
        if (m_run.refused() || m_run.nothing)
            return std::move(m_run);
        if (m_is_draft) {
            print_draft(draft);
        } else {
            register_journal(m_session, database, std::move(books), m_layout, std::move(draft),
                             m_order.output, m_run);
        }
        return std::move(m_run);
    }

private:
    JournalDraft make(JournalBooks& books) {
        const auto postings = wanted(books);
        const auto others = without_failed(books.list({.period = m_order.period}));
        const auto outstanding = judged(books, postings, others);
        JournalDraft draft;
        if (m_run.refused() || m_run.nothing)
            return draft;
        auto terms = journal_terms(m_session, m_order.period, m_day, m_layout.lines);
        terms.is_draft = m_is_draft;
        terms.statements = std::move(m_statements);
        draft.postings =
            split_documents(outstanding, terms.lines, terms.detail, m_layout.most_lines);
        draft.documents = make_lines(draft.postings, terms, m_rules.fund_orgs);
        draft.record = new_journal_record(m_session, terms, m_layout, m_day, m_order.output);
        return draft;
    }

    [[nodiscard]] std::vector<Posting> wanted(JournalBooks& books) const {
        auto postings =
            books.postings(m_order.period, period_step(source_accounts(m_session.config())));
        std::erase_if(postings, [&](const Posting& posting) {
            return !is_wanted(posting.key.statement.currency);
        });
        return postings;
    }

    [[nodiscard]] bool is_wanted(const std::string& currency) const {
        return m_order.currency.empty() || currency == m_order.currency;
    }

    // What is to be posted; all that stands in its way is told.
    std::vector<JournalPosting> judged(JournalBooks& books, const std::vector<Posting>& postings,
                                       const std::vector<JournalRecord>& others) {
        auto journaled = books.journaled(m_order.period);
        std::erase_if(journaled, [&](const JournalPosting& posting) {
            return !is_wanted(posting.key.statement.currency);
        });
        auto outstanding = outstanding_postings(postings, journaled);
        if (outstanding.empty()) {
            m_run.nothing = true;
            if (!others.empty())
                m_run.last_journal = others.back().number;
            return outstanding;
        }
        const DateOrder date{m_order.period, m_order.date, m_order.other_fiscal_year};
        m_day = m_is_draft ? draft_day(m_session, date) : journal_day(m_session, date, others);
        std::vector<PostingKey> keys;
        for (const auto& posting : outstanding)
            keys.push_back(posting.key);
        m_run.refusals = judge_journal(keys, m_rules, m_day, books.path());
        judge_statements(books, postings);
        judge_currencies(outstanding);
        if (!m_run.refused())
            set_credits(outstanding, m_rules.credits);
        return outstanding;
    }

    void judge_statements(JournalBooks& books, const std::vector<Posting>& postings) {
        if (m_run.status == PeriodStatus::open)
            return;
        auto standing = books.statements(m_order.period, postings, m_order.currency);
        m_statements = std::move(standing.numbers);
        if (!m_is_draft)
            std::ranges::move(standing.refusals, std::back_inserter(m_run.refusals));
    }

    void judge_currencies(const std::vector<JournalPosting>& outstanding) {
        std::set<std::string> currencies;
        for (const auto& posting : outstanding)
            currencies.insert(posting.key.statement.currency);
        if (auto refusal = focus_billing::judge_currencies(m_layout, currencies))
            m_run.refusals.push_back(std::move(*refusal));
    }

    void print_draft(const JournalDraft& draft) {
        m_run.journal = journal_of(draft.record, draft.documents, m_session.occasion().at);
        auto rendered = journal_bytes(m_run.journal, m_layout);
        m_run.refusals = std::move(rendered.faults);
        m_run.bytes = std::move(rendered.bytes);
        if (m_run.refused() || m_order.output.empty())
            return;
        AsideFile file(m_order.output);
        file.write(m_run.bytes);
        file.keep();
        m_run.file = m_order.output;
    }

    Session& m_session;
    const JournalOrder& m_order;
    JournalLayout m_layout;
    JournalRules m_rules;
    JournalRun m_run;
    bool m_is_draft = true;
    std::string m_day;
    std::map<StatementKey, std::string> m_statements;
};

}  // namespace

JournalTerms journal_terms(Session& session, BillingPeriod period, const std::string& day,
                           LineDetail detail) {
    const auto& config = session.config().journal;
    const auto fiscal = fiscal_month_of(session, day);
    JournalTerms terms;
    terms.period = period;
    terms.fiscal_year = fiscal.year;
    terms.fiscal_period = fiscal.period;
    terms.lines = config.lines;
    terms.detail = detail;
    terms.description = config.description;
    terms.credit_description = config.credit_description;
    return terms;
}

JournalRecord new_journal_record(Session& session, const JournalTerms& terms,
                                 const JournalLayout& layout, const std::string& day,
                                 const std::string& output) {
    JournalRecord record;
    record.period = terms.period;
    record.date = day;
    record.fiscal_year = terms.fiscal_year;
    record.fiscal_period = terms.fiscal_period;
    record.organization = session.config().statements.organization.name;
    record.format = layout.name;
    record.layout_sha256 = layout.sha256;
    record.detail = layout.lines;
    if (!output.empty())
        record.path = std::filesystem::absolute(output).lexically_normal().string();
    return record;
}

JournalRun run_journals(Session& session, const JournalOrder& order) {
    return JournalsRun(session, order).run();
}

}  // namespace focus_billing
