#include "focus_billing/workflow/journals/reconcile_journals.hpp"

#include "focus_billing/billing/journals/compare_invoices.hpp"
#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/config/read_invoices.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/journals/reconciliation.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

std::string name_in_messages(const std::string& path) {
    return path == "-" ? "<stdin>" : path;
}

std::vector<Invoice> load_invoices(Session& session, const std::string& path) {
    const auto name = name_in_messages(path);
    const auto file = open_input(path, name);
    const DirectoryInput input{name, &file->bytes()};
    auto loaded = read_invoices(input, session.config().currency);
    for (const auto& diagnostic : loaded.diagnostics)
        session.print(diagnostic);
    if (loaded.diagnostics.empty()) {
        if (loaded.note)
            session.print(*loaded.note);
        return std::move(loaded.invoices);
    }
    throw Error(ErrorKind::state,
                make_diagnostic(30, {.file = name, .line = 0, .column = 0},
                                "the list of invoices has errors, and nothing is compared", {},
                                "mend them, and run again"));
}

class UnexplainedFindings {
public:
    UnexplainedFindings(const Reconciliation& reconciliation, const std::string& database)
        : m_period(reconciliation.period.text()), m_database(database) {
        for (const auto& source : reconciliation.sources)
            tell(source.differences(), source.currency, source.source);
        for (const auto& currency : reconciliation.currencies)
            tell(currency.differences(), currency.total.currency, "all sources");
    }
    [[nodiscard]] std::vector<Diagnostic> take() { return std::move(m_findings); }

private:
    void tell(const std::vector<UnexplainedDifference>& differences, const std::string& currency,
              const std::string& whose) {
        for (const auto& rest : differences) {
            m_findings.push_back(make_diagnostic(
                840, {.file = m_database, .line = 0, .column = 0},
                rest.amount.magnitude().text() + " " + currency + " of " + whose + " in " +
                    m_period + " are not explained, between " + std::string(rest.between),
                {}, "somebody changed the database by hand: focus-billing check tells where"));
        }
    }

    std::string m_period;
    const std::string& m_database;
    std::vector<Diagnostic> m_findings;
};

}  // namespace

ReconciledMonth reconcile_journals(Session& session, BillingPeriod period,
                                   const std::string& invoices_file) {
    const bool has_invoices = !invoices_file.empty();
    std::vector<Invoice> invoices;
    if (has_invoices)
        invoices = load_invoices(session, invoices_file);
    auto database = open_database_for_reading(session);
    ReconciledMonth month;
    month.reconciliation =
        reconcile_month(Transaction(database), period,
                        posting_rules(source_accounts(session.config())), has_invoices);
    month.findings = UnexplainedFindings(month.reconciliation, database.path()).take();
    if (has_invoices) {
        month.invoices = compare_invoices(*month.reconciliation.invoices, invoices);
        for (auto& finding : invoice_findings(month.invoices, *month.reconciliation.invoices,
                                              period, name_in_messages(invoices_file)))
            month.findings.push_back(std::move(finding));
    }
    return month;
}

}  // namespace focus_billing
