#include "focus_billing/render/reports/reconciliation_report.hpp"

#include <fmt/format.h>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 5> invoice_verdicts = {
    "equal", "within tolerance", "over tolerance", "not in the charges", "not in the list"};

DecimalSum negated(const DecimalSum& sum) {
    return DecimalSum().difference(sum);
}

// Of its sources, and of what is on record of all of them together.
DecimalSum unexplained(const Reconciliation& reconciliation, const ReconciledCurrency& currency) {
    DecimalSum sum;
    for (const auto& source : reconciliation.sources) {
        if (source.currency == currency.total.currency)
            sum.add(source.unexplained());
    }
    const auto differences = currency.differences();
    return sum.sign() == 0 && !differences.empty() ? differences.front().amount.magnitude() : sum;
}

// With points below each other: no separators.
std::string padded(const DecimalSum& amount, int decimals) {
    auto text = amount.text();
    const auto wanted = static_cast<std::size_t>(decimals);
    const auto point = text.find('.');
    const auto behind = point == std::string::npos ? 0 : text.size() - point - 1;
    if (wanted > behind)
        text.append(point == std::string::npos ? "." : "").append(wanted - behind, '0');
    return text;
}

class SourceTable {
public:
    explicit SourceTable(const ReconciledSource& source)
        : m_source(source), m_decimals(minor_unit_or_usual(source.currency)) {}

    std::string text() {
        add("charges", m_source.cost, counted(m_source.charges, "charge"));
        step("corrections of closed months", m_source.corrections, m_source.correction_charges,
             "charge");
        step("carried in", m_source.carried_in);
        step("held", negated(m_source.held));
        step("carried out", negated(m_source.carried_out));
        step("rejected by a reviewer", negated(m_source.rejected));
        add("= billed", m_source.billed());
        step("rounding", m_source.rounding);
        add("= postings", m_source.postings);
        step("not issued", m_source.not_issued);
        step("changed since issued", m_source.changed_since_issue);
        add("= statements", m_source.statements);
        step("issued, and in no journal", m_source.in_no_journal);
        step("changed since their journal", m_source.changed_since_journal);
        add("= journals", m_source.journals(), states());
        add("unexplained", m_source.unexplained());
        return fmt::format("\n{}, {}\n", shown_text(m_source.source), m_source.currency) +
               text_table(m_rows, 2);
    }

private:
    void add(const std::string& name, const DecimalSum& amount, const std::string& remark = {}) {
        m_rows.push_back({name, padded(amount, m_decimals), remark});
    }
    void step(const std::string& name, const DecimalSum& amount, std::uint64_t count = 0,
              const std::string& noun = {}) {
        if (amount.sign() != 0 || count > 0)
            add("  " + name, amount, count == 0 ? "" : counted(count, noun));
    }
    // What is still to come lessens what is there.
    void step(const std::string& name, const CountAndCost& postings) {
        step(name, negated(postings.cost), static_cast<std::uint64_t>(postings.count), "posting");
    }

    [[nodiscard]] std::string states() const {
        std::string text;
        const auto state = [&](const char* name, const DecimalSum& amount) {
            if (amount.sign() != 0)
                text += (text.empty() ? "" : ", ") + std::string(name) + " " +
                        padded(amount, m_decimals);
        };
        state("pending", m_source.pending);
        state("exported", m_source.exported);
        state("accepted", m_source.accepted);
        return text;
    }

    const ReconciledSource& m_source;
    int m_decimals;
    std::vector<TextRow> m_rows;
};

// With one source it would say the same again.
std::string currencies_text(const Reconciliation& reconciliation) {
    if (reconciliation.sources.size() < 2)
        return {};
    std::vector<TextRow> rows = {
        {"currency", "charges", "billed", "postings", "statements", "journals", "unexplained"}};
    for (const auto& currency : reconciliation.currencies) {
        const auto& total = currency.total;
        const int decimals = minor_unit_or_usual(total.currency);
        rows.push_back({total.currency, padded(total.cost, decimals),
                        padded(total.billed(), decimals), padded(total.postings, decimals),
                        padded(total.statements, decimals), padded(total.journals(), decimals),
                        padded(unexplained(reconciliation, currency), decimals)});
    }
    return "\nin all\n" + text_table(rows, 2);
}

Json source_json(const ReconciledSource& source) {
    return {{"source", source.source},
            {"currency", source.currency},
            {"charges", source.charges},
            {"cost", source.cost.text()},
            {"correction_charges", source.correction_charges},
            {"corrections", source.corrections.text()},
            {"carried_in", source.carried_in.text()},
            {"held", source.held.text()},
            {"carried_out", source.carried_out.text()},
            {"rejected", source.rejected.text()},
            {"billed", source.billed().text()},
            {"rounding", source.rounding.text()},
            {"postings", source.postings.text()},
            {"not_issued", source.not_issued.cost.text()},
            {"changed_since_issue", source.changed_since_issue.cost.text()},
            {"statements", source.statements.text()},
            {"in_no_journal", source.in_no_journal.cost.text()},
            {"changed_since_journal", source.changed_since_journal.cost.text()},
            {"journals", source.journals().text()},
            {"not_journaled", source.not_journaled().text()},
            {"pending", source.pending.text()},
            {"exported", source.exported.text()},
            {"accepted", source.accepted.text()},
            {"payers", source.payers.text()},
            {"sources", source.sources.text()},
            {"unexplained", source.unexplained().text()}};
}

Json currency_json(const Reconciliation& reconciliation, const ReconciledCurrency& currency) {
    auto json = source_json(currency.total);
    json.erase("source");
    json["unexplained"] = unexplained(reconciliation, currency).text();
    return json;
}

Json others_json(const std::vector<RowsOfMonth>& others) {
    Json json = Json::array();
    for (const auto& other : others) {
        json.push_back({{"period", other.month.text()},
                        {"rows", other.rows.count},
                        {"charges", other.rows.cost.text()}});
    }
    return json;
}

Json invoice_json(const ComparedInvoice& invoice) {
    const auto& stored = invoice.stored;
    const bool is_listed = invoice.verdict != InvoiceVerdict::not_listed;
    const auto if_listed = [&](std::string text) { return is_listed ? Json(text) : Json(); };
    return {{"invoice", text_or_null(stored.id)},
            {"source", text_or_null(stored.source)},
            {"currency", stored.currency},
            {"line", is_listed ? Json(invoice.line) : Json()},
            {"rows", stored.live.count},
            {"held_rows", stored.held_rows},
            {"charges", stored.live.cost.text()},
            {"invoiced", if_listed(invoice.invoiced.text())},
            {"difference", if_listed(invoice.difference.text())},
            {"tolerance", if_listed(invoice.tolerance)},
            {"superseded_rows", stored.superseded.count},
            {"superseded_charges", stored.superseded.cost.text()},
            {"other_months", others_json(stored.others)},
            {"verdict", invoice_verdicts[static_cast<std::size_t>(invoice.verdict)]}};
}

}  // namespace

std::string reconciliation_text(const Reconciliation& reconciliation) {
    std::string text =
        fmt::format("{} ({})\n", reconciliation.period.text(), name_of(reconciliation.status));
    for (const auto& source : reconciliation.sources)
        text += SourceTable(source).text();
    if (reconciliation.sources.empty())
        text += "\nThe month has no charges.\n";
    return text + currencies_text(reconciliation);
}

std::string invoices_text(const std::vector<ComparedInvoice>& invoices) {
    std::vector<TextRow> rows = {{"invoice", "source", "rows", "charges", "invoiced", "difference",
                                  "tolerance", "currency", "verdict"}};
    for (const auto& invoice : invoices) {
        const auto& stored = invoice.stored;
        const bool is_listed = invoice.verdict != InvoiceVerdict::not_listed;
        rows.push_back({stored.id.empty() ? "(none)" : shown_text(stored.id, 40),
                        stored.source.empty() ? "-" : shown_text(stored.source, 40),
                        std::to_string(stored.live.count), stored.live.cost.text(),
                        is_listed ? invoice.invoiced.text() : "-",
                        is_listed ? invoice.difference.text() : "-",
                        is_listed ? invoice.tolerance : "-", stored.currency,
                        std::string(invoice_verdicts[static_cast<std::size_t>(invoice.verdict)])});
    }
    return "\nInvoices, by BilledCost; held charges count as well\n" + text_table(rows, 2);
}

std::string reconciliation_json(const Reconciliation& reconciliation,
                                const std::vector<ComparedInvoice>& invoices,
                                const std::vector<Diagnostic>& findings, int exit_code) {
    Json json = {{"command", "journals reconcile"},
                 {"period", reconciliation.period.text()},
                 {"status", name_of(reconciliation.status)},
                 {"sources", Json::array()},
                 {"currencies", Json::array()},
                 {"invoices", Json::array()},
                 {"diagnostics", Json::array()}};
    for (const auto& source : reconciliation.sources)
        json["sources"].push_back(source_json(source));
    for (const auto& currency : reconciliation.currencies)
        json["currencies"].push_back(currency_json(reconciliation, currency));
    for (const auto& invoice : invoices)
        json["invoices"].push_back(invoice_json(invoice));
    for (const auto& finding : findings)
        json["diagnostics"].push_back(diagnostic_json(finding));
    json["exit_code"] = exit_code;
    return json.text(2) + "\n";
}

}  // namespace focus_billing
