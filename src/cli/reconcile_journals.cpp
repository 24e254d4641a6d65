#include "focus_billing/cli/reconcile_journals.hpp"

#include <map>
#include <ostream>

#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/cli/open_database.hpp"
#include "focus_billing/cli/open_input.hpp"
#include "focus_billing/config/read_invoices.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/rounding_tolerance.hpp"
#include "focus_billing/render/reconciliation_report.hpp"
#include "focus_billing/store/reconciliation.hpp"

namespace focus_billing {

namespace {

std::vector<Invoice> load_invoices(Session& session, const std::string& path) {
    const auto file = open_input(path, path, true);
    const DirectoryInput input{path, &file->bytes()};
    auto loaded = read_invoices(input, session.config().currency);
    for (const auto& diagnostic : loaded.diagnostics)
        session.print(diagnostic);
    if (loaded.diagnostics.empty())
        return std::move(loaded.invoices);
    throw Error(ErrorKind::state,
                make_diagnostic(30, {.file = path, .line = 0, .column = 0},
                                "the list of invoices has errors, and nothing is compared", {},
                                "mend them, and run again"));
}

void judge(ComparedInvoice& invoice) {
    const int decimals = minor_unit_or_usual(invoice.stored.currency);
    invoice.difference = invoice.stored.billed.difference(invoice.invoiced);
    invoice.tolerance = tolerance_text(invoice.stored.rows, decimals);
    if (invoice.difference.sign() == 0)
        invoice.verdict = InvoiceVerdict::equal;
    else if (is_within_tolerance(invoice.difference, invoice.stored.rows, decimals))
        invoice.verdict = InvoiceVerdict::within;
    else
        invoice.verdict = InvoiceVerdict::over;
}

// By id and currency: first those of the month's charges, then those that are only invoiced.
std::vector<ComparedInvoice> compare(const std::vector<StoredInvoice>& stored,
                                     const std::vector<Invoice>& invoices) {
    std::map<std::pair<std::string, std::string>, const Invoice*> listed;
    for (const auto& invoice : invoices)
        listed.emplace(std::pair(invoice.id, invoice.currency), &invoice);
    std::vector<ComparedInvoice> compared;
    for (const auto& each : stored) {
        const auto found = listed.find({each.id, each.currency});
        const bool is_listed = found != listed.end();
        if (each.rows == 0 && each.billed.sign() == 0 && !is_listed)
            continue;
        ComparedInvoice invoice{.stored = each, .invoiced = {}, .difference = {}, .tolerance = {}};
        if (is_listed) {
            invoice.invoiced = found->second->amount;
            judge(invoice);
            if (each.rows == 0 && invoice.verdict != InvoiceVerdict::equal)
                invoice.verdict = InvoiceVerdict::not_stored;
            listed.erase(found);
        } else {
            invoice.verdict = InvoiceVerdict::not_listed;
        }
        compared.push_back(std::move(invoice));
    }
    for (const auto& [key, missing] : listed) {
        ComparedInvoice invoice;
        invoice.stored.id = key.first;
        invoice.stored.currency = key.second;
        invoice.invoiced = missing->amount;
        judge(invoice);
        if (invoice.verdict != InvoiceVerdict::equal)
            invoice.verdict = InvoiceVerdict::not_stored;
        compared.push_back(std::move(invoice));
    }
    return compared;
}

std::string explained(const ComparedInvoice& invoice, BillingPeriod period) {
    const auto& stored = invoice.stored;
    if (stored.other_rows > 0) {
        return std::to_string(stored.other_rows) + " rows of it, " + stored.other_billed.text() +
               " " + stored.currency + ", are in other months: a row counts in the month of its BillingPeriodStart";
    }
    if (stored.rows == 0)
        return "ingest the file that has its rows: no charge has this InvoiceId";
    return "look for rejected rows (focus-billing imports list --period " + period.text() +
           "), for charges without InvoiceId (in the line (none) above), and for a newer export";
}

std::vector<Diagnostic> findings_of(const Reconciliation& reconciliation,
                                    const std::vector<ComparedInvoice>& invoices,
                                    const std::string& path) {
    std::vector<Diagnostic> findings;
    const Place place{.file = path, .line = 0, .column = 0};
    for (const auto& source : reconciliation.sources) {
        if (source.unexplained().sign() == 0)
            continue;
        findings.push_back(make_diagnostic(
            840, place,
            source.unexplained().text() + " " + source.currency + " of " + source.source + " in " +
                reconciliation.period.text() + " are not explained",
            {}, "somebody changed the database by hand: focus-billing check tells where"));
    }
    for (const auto& invoice : invoices) {
        if (invoice.verdict != InvoiceVerdict::over &&
            invoice.verdict != InvoiceVerdict::not_stored)
            continue;
        findings.push_back(make_diagnostic(844, place,
                                           "the charges of invoice " + invoice.stored.id +
                                               " differ by " + invoice.difference.text() + " " +
                                               invoice.stored.currency + ", and " +
                                               invoice.tolerance + " are tolerated",
                                           {}, explained(invoice, reconciliation.period)));
    }
    return findings;
}

}  // namespace

int reconcile_journals(Session& session, BillingPeriod period, const std::string& invoices_file,
                       bool json) {
    std::vector<Invoice> invoices;
    if (!invoices_file.empty())
        invoices = load_invoices(session, invoices_file);
    auto database = open_database_for_reading(session);
    const auto reconciliation =
        reconcile_month(database, period, period_step(source_accounts(session.config())));
    std::vector<ComparedInvoice> compared;
    if (!invoices_file.empty())
        compared = compare(stored_invoices(database, period), invoices);
    const auto findings = findings_of(reconciliation, compared, database.path());
    const int exit_code = findings.empty() ? 0 : static_cast<int>(ErrorKind::state);
    auto& out = session.host().out;
    if (json) {
        out << reconciliation_json(reconciliation, compared, findings, exit_code);
        return exit_code;
    }
    out << reconciliation_text(reconciliation);
    if (!compared.empty())
        out << invoices_text(compared);
    out.flush();
    for (const auto& finding : findings)
        session.print(finding);
    return exit_code;
}

}  // namespace focus_billing
