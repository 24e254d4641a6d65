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
    JournalsRun(Session& session, const JournalRequest& request)
        : m_session(session), m_request(request), m_layout(load_layout(session, request.format)),
          m_rules(session.config(), load_directory(session)) {
        m_run.format = m_layout.name;
        m_run.currency = request.currency;
        m_run.journal.period = request.period;
    }

    JournalRun run() {
        const bool writes = !m_request.output.empty();
        auto database =
            writes ? open_database_for_writing(m_session) : open_database_for_reading(m_session);
        if (writes)
            finish_pending_journals(m_session, database);
        auto store = std::make_unique<JournalStore>(database, writes ? JournalStore::Purpose::change
                                                                     : JournalStore::Purpose::read);
        m_run.status = store->status(m_request.period);
        m_is_draft = !writes || m_run.status != PeriodStatus::closed;
        auto draft = make(*store);
        if (m_run.refused() || m_run.nothing)
            return std::move(m_run);
        if (m_is_draft) {
            print_draft(draft);
        } else {
            register_journal(m_session, database, std::move(store), m_layout, std::move(draft),
                             m_request.output, m_run);
        }
        return std::move(m_run);
    }

private:
    JournalDraft make(JournalStore& store) {
        const auto postings = wanted(store);
        const auto others = without_failed(store.list({.period = m_request.period}));
        const auto outstanding = judged(store, postings, others);
        JournalDraft draft;
        if (m_run.refused() || m_run.nothing)
            return draft;
        auto terms = journal_terms(m_session, m_request.period, m_day, m_layout.lines);
        terms.is_draft = m_is_draft;
        terms.statements = std::move(m_statements);
        draft.postings =
            split_documents(outstanding, terms.lines, terms.detail, m_layout.most_lines);
        draft.documents = make_lines(draft.postings, terms, m_rules.fund_orgs);
        draft.record = new_journal_record(m_session, terms, m_layout, m_day, m_request.output);
        return draft;
    }

    [[nodiscard]] std::vector<Posting> wanted(JournalStore& store) const {
        auto postings =
            store.postings(m_request.period, posting_rules(source_accounts(m_session.config())));
        std::erase_if(postings, [&](const Posting& posting) {
            return !is_wanted(posting.key.statement.currency);
        });
        return postings;
    }

    [[nodiscard]] bool is_wanted(const std::string& currency) const {
        return m_request.currency.empty() || currency == m_request.currency;
    }

    // What is to be posted; all that stands in its way is told.
    std::vector<JournalPosting> judged(JournalStore& store, const std::vector<Posting>& postings,
                                       const std::vector<JournalRecord>& others) {
        auto journaled = store.journaled(m_request.period);
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
        const DateRequest date{m_request.period, m_request.date, m_request.other_fiscal_year};
        m_day = m_is_draft ? draft_day(m_session, date) : journal_day(m_session, date, others);
        std::vector<PostingKey> keys;
        for (const auto& posting : outstanding)
            keys.push_back(posting.key);
        m_run.refusals = journal_blockers(keys, m_rules, m_day, store.path());
        judge_statements(store, postings);
        refuse_currencies(outstanding);
        if (!m_run.refused())
            set_credits(outstanding, m_rules.credits);
        return outstanding;
    }

    void judge_statements(JournalStore& store, const std::vector<Posting>& postings) {
        if (m_run.status == PeriodStatus::open)
            return;
        auto standing = store.statements(m_request.period, postings, m_request.currency);
        m_statements = std::move(standing.numbers);
        if (!m_is_draft)
            std::ranges::move(standing.refusals, std::back_inserter(m_run.refusals));
    }

    void refuse_currencies(const std::vector<JournalPosting>& outstanding) {
        std::set<std::string> currencies;
        for (const auto& posting : outstanding)
            currencies.insert(posting.key.statement.currency);
        if (auto refusal = currency_fault(m_layout, currencies))
            m_run.refusals.push_back(std::move(*refusal));
    }

    void print_draft(const JournalDraft& draft) {
        m_run.journal = journal_of(draft.record, draft.documents, m_session.audit_context().at);
        auto rendered = journal_bytes(m_run.journal, m_layout);
        m_run.refusals = std::move(rendered.faults);
        m_run.bytes = std::move(rendered.bytes);
        if (m_run.refused() || m_request.output.empty())
            return;
        AtomicFile file(m_request.output);
        file.write(m_run.bytes);
        file.keep();
        m_run.file = m_request.output;
    }

    Session& m_session;
    const JournalRequest& m_request;
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

JournalRun run_journals(Session& session, const JournalRequest& request) {
    return JournalsRun(session, request).run();
}

}  // namespace focus_billing
