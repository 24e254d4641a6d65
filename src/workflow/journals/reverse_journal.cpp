#include <algorithm>

#include "focus_billing/billing/journals/journal_lines.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/workflow/journals/load_layout.hpp"
#include "focus_billing/workflow/journals/make_journals.hpp"
#include "focus_billing/workflow/journals/mark_journal.hpp"
#include "focus_billing/workflow/journals/register_journal.hpp"
#include "focus_billing/workflow/session.hpp"
#include "workflow/journals/journal_date.hpp"

namespace focus_billing {

namespace {

[[noreturn]] void refuse(const JournalStore& store, std::string message, std::string help) {
    throw Error(ErrorKind::state,
                make_diagnostic(812, {.file = store.path(), .line = 0, .column = 0},
                                std::move(message), {}, std::move(help)));
}

void require_reversible(const JournalStore& store, const JournalRecord& record) {
    const auto name = "journal " + std::to_string(record.number);
    if (record.reverses != 0) {
        refuse(store, name + " is a reversal itself",
               "to post what it took back: focus-billing journals --period " +
                   record.period.text());
    }
    if (record.is_pending())
        refuse(store, name + " is pending",
               "finish it: focus-billing journals --period " + record.period.text() +
                   " --output FILE; or give it up: focus-billing journals mark " +
                   std::to_string(record.number) + " failed");
}

// The documents that can be taken back, by number.
std::vector<std::uint32_t> reversible(const JournalStore& store, const JournalRecord& record,
                                      std::uint32_t wanted) {
    std::vector<std::uint32_t> numbers;
    for (const auto& part : record.parts) {
        const auto state = part.state();
        if ((wanted == 0 || part.number == wanted) && state != JournalState::failed &&
            state != JournalState::reversed)
            numbers.push_back(part.number);
    }
    if (numbers.empty()) {
        const auto name =
            wanted == 0 ? std::to_string(record.number) : document_name(record.number, wanted);
        refuse(store, "nothing of journal " + name + " can be reversed: it failed, or is reversed",
               "see what became of it: focus-billing journals list --period " +
                   record.period.text());
    }
    return numbers;
}

JournalDocument mirrored(JournalDocument document) {
    for (auto& line : document.lines)
        line.side = other_side(line.side);
    return document;
}

class Reversal {
public:
    Reversal(JournalStore& store, const JournalRecord& record, const ReversalRequest& request)
        : m_request(request), m_numbers(reversible(store, record, request.document)) {
        for (auto& document : store.documents(record)) {
            if (takes(document.number))
                m_documents.push_back(mirrored(std::move(document)));
        }
        for (auto& posting : store.journal_postings(record)) {
            if (takes(posting.document))
                m_postings.push_back(negated(std::move(posting)));
        }
        // A document that is reversed alone is the only one of its reversal.
        for (auto& document : m_documents)
            document.number = number_of(document.number);
        for (auto& posting : m_postings)
            posting.document = number_of(posting.document);
    }

    [[nodiscard]] std::vector<JournalDocument>& documents() { return m_documents; }
    [[nodiscard]] std::vector<JournalPosting>& postings() { return m_postings; }

private:
    [[nodiscard]] bool takes(std::uint32_t number) const {
        return std::ranges::find(m_numbers, number) != m_numbers.end();
    }
    [[nodiscard]] std::uint32_t number_of(std::uint32_t number) const {
        return m_request.document == 0 ? number : 1;
    }
    static JournalPosting negated(JournalPosting posting) {
        posting.amount = DecimalSum().difference(posting.amount);
        return posting;
    }

    const ReversalRequest& m_request;
    std::vector<std::uint32_t> m_numbers;
    std::vector<JournalDocument> m_documents;
    std::vector<JournalPosting> m_postings;
};

JournalDraft draft_of(Session& session, const JournalRecord& record, Reversal& reversal,
                      const JournalLayout& layout, const std::string& day,
                      const ReversalRequest& request) {
    const auto terms = journal_terms(session, record.period, day, layout.lines);
    JournalDraft draft;
    draft.record = new_journal_record(session, terms, layout, day, request.output);
    draft.record.reverses = record.number;
    draft.record.reverses_document = request.document;
    draft.postings = std::move(reversal.postings());
    if (layout.lines == record.detail) {
        draft.documents = std::move(reversal.documents());
    } else {
        const FundOrgParts parts(session.config().journal.fund_org_regexes);
        draft.documents = make_lines(draft.postings, terms, parts);
    }
    return draft;
}

}  // namespace

JournalRun reverse_journal(Session& session, const ReversalRequest& request) {
    auto database = open_database_for_writing(session);
    finish_pending_journals(session, database);
    auto store = std::make_unique<JournalStore>(database, JournalStore::Purpose::change);
    const auto record = find_journal(*store, request.journal, request.document);
    JournalRun run;
    run.status = require_closed_month(*store, record.period);
    require_reversible(*store, record);
    Reversal reversal(*store, record, request);
    const auto layout =
        load_layout(session, request.format.empty() ? record.format : request.format);
    const auto day = journal_day(session, {record.period, request.date, request.other_fiscal_year},
                                 without_failed(store->list({.period = record.period})));
    run.format = layout.name;
    register_journal(session, database, std::move(store), layout,
                     draft_of(session, record, reversal, layout, day, request), request.output,
                     run);
    return run;
}

}  // namespace focus_billing
