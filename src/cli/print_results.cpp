#include "cli/print_results.hpp"

#include <ostream>

#include "focus_billing/billing/journals/journal_lines.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/journals/journal_bytes.hpp"
#include "focus_billing/render/reports/reconciliation_report.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/workflow/journals/load_layout.hpp"
#include "focus_billing/workflow/journals/make_journals.hpp"
#include "focus_billing/workflow/journals/register_journal.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

std::vector<JournalDocument> documents_in(Session& session, JournalStore& store,
                                          const JournalRecord& record, LineDetail detail) {
    if (detail == record.detail)
        return store.documents(record);
    auto terms = journal_terms(session, record.period, record.date, detail);
    terms.statements = store.statements(record.period, {}, {}).numbers;
    auto postings = store.journal_postings(record);
    return make_lines(postings, terms, FundOrgParts(session.config().journal.fund_org_regexes));
}

}  // namespace

std::optional<std::string> print_journal(Session& session, const JournalName& name,
                                         const std::string& format) {
    auto database = open_database_for_reading(session);
    JournalStore store(database, JournalStore::Purpose::read);
    const auto record = find_journal(store, name.journal, name.document);
    if (format == record.format && name.document == 0)
        return store.content(record);
    const auto layout = load_layout(session, format);
    auto documents = documents_in(session, store, record, layout.lines);
    std::erase_if(documents, [&](const JournalDocument& document) {
        return name.document != 0 && document.number != name.document;
    });
    auto rendered = journal_bytes(journal_of(record, documents, record.registered_at), layout);
    for (const auto& fault : rendered.faults)
        session.print(fault);
    if (!rendered.faults.empty())
        return std::nullopt;
    return std::move(rendered.bytes);
}

int print_reconciliation(Session& session, const ReconciledMonth& month, bool json) {
    const int exit_code = month.findings.empty() ? 0 : static_cast<int>(ErrorKind::state);
    auto& out = session.host().out;
    if (json) {
        out << reconciliation_json(month.reconciliation, month.invoices, month.findings, exit_code);
        return exit_code;
    }
    out << reconciliation_text(month.reconciliation);
    if (!month.invoices.empty())
        out << invoices_text(month.invoices);
    out.flush();
    for (const auto& finding : month.findings)
        session.print(finding);
    return exit_code;
}

void print_charges(Session& session, Database& database, const ChargeFilter& filter,
                   ChargeList& list) {
    auto& out = session.host().out;
    out << list.begin();
    const auto all = query_charges(Transaction(database), filter, [&](const StoredCharge& charge) {
        stop_if_interrupted();
        out << list.add(charge);
        return out.good();
    });
    out << list.end(all);
}

}  // namespace focus_billing
