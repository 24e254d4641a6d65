#include "focus_billing/billing/journals/compare_invoices.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/rounding.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

void merge(const StoredInvoice& from, StoredInvoice& into) {
    into.live.add(from.live);
    into.held_rows += from.held_rows;
    into.superseded.add(from.superseded);
    std::map<BillingPeriod, CountAndCost> others;
    for (const auto* invoice : {&std::as_const(into), &from}) {
        for (const auto& other : invoice->others)
            others[other.month].add(other.rows);
    }
    into.others.clear();
    for (const auto& [month, rows] : others)
        into.others.push_back({month, rows});
}

bool is_of(const StoredInvoice& stored, const Invoice& invoice) {
    return stored.id == invoice.id && stored.currency == invoice.currency &&
           (invoice.source.empty() || equals_ignoring_case(stored.source, invoice.source));
}

bool is_in_month(const StoredInvoice& stored) {
    return stored.live.count > 0 || stored.live.cost.sign() != 0;
}

void check(ComparedInvoice& invoice) {
    const int decimals = minor_unit_or_usual(invoice.stored.currency);
    invoice.difference = invoice.stored.live.cost.difference(invoice.invoiced);
    const auto rows = static_cast<std::uint64_t>(invoice.stored.live.count);
    invoice.tolerance = tolerance_text(rows, decimals);
    if (invoice.difference.sign() == 0)
        invoice.verdict = InvoiceVerdict::equal;
    else if (!is_in_month(invoice.stored))
        invoice.verdict = InvoiceVerdict::not_stored;
    else if (is_within_tolerance(invoice.difference, rows, decimals))
        invoice.verdict = InvoiceVerdict::within;
    else
        invoice.verdict = InvoiceVerdict::over;
}

class Comparison {
public:
    Comparison(const MonthInvoices& month, const std::vector<Invoice>& invoices) {
        for (const auto& stored : month.stored)
            m_left.push_back(&stored);
        for (const bool has_source : {true, false}) {
            for (const auto& invoice : invoices) {
                if (invoice.source.empty() != has_source)
                    add(invoice);
            }
        }
        for (const auto* stored : m_left) {
            if (is_in_month(*stored))
                m_compared.push_back({.stored = *stored,
                                      .invoiced = {},
                                      .difference = {},
                                      .tolerance = {},
                                      .verdict = InvoiceVerdict::not_listed});
        }
    }

    std::vector<ComparedInvoice> take() {
        std::ranges::sort(m_compared, {}, [](const ComparedInvoice& invoice) {
            return std::tie(invoice.stored.id, invoice.stored.currency, invoice.stored.source,
                            invoice.line);
        });
        return std::move(m_compared);
    }

private:
    void add(const Invoice& invoice) {
        ComparedInvoice compared{.stored = {},
                                 .line = invoice.line,
                                 .invoiced = invoice.amount,
                                 .difference = {},
                                 .tolerance = {}};
        compared.stored.id = invoice.id;
        compared.stored.currency = invoice.currency;
        compared.stored.source = invoice.source;
        std::erase_if(m_left, [&](const StoredInvoice* stored) {
            if (!is_of(*stored, invoice))
                return false;
            merge(*stored, compared.stored);
            return true;
        });
        check(compared);
        m_compared.push_back(std::move(compared));
    }

    std::vector<const StoredInvoice*> m_left;
    std::vector<ComparedInvoice> m_compared;
};

// What may explain a difference, in one line.
class Explanation {
public:
    Explanation(const ComparedInvoice& invoice, const MonthInvoices& month, BillingPeriod period)
        : m_invoice(invoice), m_month(month), m_period(period.text()) {}

    std::string text() {
        tell_others();
        tell_superseded();
        tell_without_id();
        tell_rejected();
        if (!is_in_month(m_invoice.stored)) {
            m_text = "no charge of " + m_period +
                     " has this InvoiceId: ingest the file that has its rows" +
                     (m_text.empty() ? "" : "; or " + m_text);
        } else if (m_text.empty()) {
            m_text = "nothing in the database explains it: fetch a newer export of the source, or "
                     "ask the provider";
        }
        if (m_invoice.stored.held_rows > 0)
            m_text += "; held charges count as well";
        return m_text;
    }

private:
    void tell(const std::string& what) { m_text += (m_text.empty() ? "look at " : "; at ") + what; }
    [[nodiscard]] std::string money(const CountAndCost& rows) const {
        return counted(static_cast<std::uint64_t>(rows.count), "row") + " of " + rows.cost.text() +
               " " + m_invoice.stored.currency;
    }

    void tell_others() {
        for (const auto& other : m_invoice.stored.others)
            tell(money(other.rows) + " in " + other.month.text());
    }
    void tell_superseded() {
        if (m_invoice.stored.superseded.count > 0) {
            tell(money(m_invoice.stored.superseded) +
                 " that later deliveries superseded (focus-billing imports list --period " +
                 m_period + ")");
        }
    }
    void tell_without_id() {
        CountAndCost rows;
        for (const auto& stored : m_month.stored) {
            if (stored.id.empty() && stored.currency == m_invoice.stored.currency &&
                (m_invoice.stored.source.empty() ||
                 equals_ignoring_case(stored.source, m_invoice.stored.source)))
                rows.add(stored.live);
        }
        if (rows.count > 0)
            tell(money(rows) + " without InvoiceId");
    }
    void tell_rejected() {
        for (const auto& import : m_month.unmended) {
            tell(counted(import.rows, "row") + " of import " + std::to_string(import.number) +
                 " (" + import.file_name + ") that " + (import.rows == 1 ? "was" : "were") +
                 " rejected and not mended");
        }
    }

    const ComparedInvoice& m_invoice;
    const MonthInvoices& m_month;
    std::string m_period;
    std::string m_text;
};

std::string name_of(const StoredInvoice& invoice) {
    return invoice.id + (invoice.source.empty() ? "" : " of " + invoice.source);
}

}  // namespace

std::vector<ComparedInvoice> compare_invoices(const MonthInvoices& month,
                                              const std::vector<Invoice>& invoices) {
    return Comparison(month, invoices).take();
}

std::vector<Diagnostic> invoice_findings(const std::vector<ComparedInvoice>& compared,
                                         const MonthInvoices& month, BillingPeriod period,
                                         const std::string& file) {
    std::vector<Diagnostic> findings;
    for (const auto& invoice : compared) {
        if (invoice.verdict != InvoiceVerdict::over &&
            invoice.verdict != InvoiceVerdict::not_stored)
            continue;
        findings.push_back(make_diagnostic(844, {.file = file, .line = invoice.line, .column = 0},
                                           "the charges of invoice " + name_of(invoice.stored) +
                                               " differ by " + invoice.difference.text() + " " +
                                               invoice.stored.currency + ", and " +
                                               invoice.tolerance + " are tolerated",
                                           {}, Explanation(invoice, month, period).text()));
    }
    return findings;
}

}  // namespace focus_billing
