#include "focus_billing/render/reconciliation_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "focus_billing/model/currency.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/report_json.hpp"
#include "focus_billing/render/text_table.hpp"
#include "focus_billing/render/view_amounts.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 5> verdict_names = {
    "equal", "within tolerance", "over tolerance", "not in the charges", "not in the list"};

DecimalSum negated(const DecimalSum& sum) {
    return DecimalSum().difference(sum);
}

class SourceTable {
public:
    explicit SourceTable(const ReconciledSource& source) : m_source(source) {}

    std::string text() {
        add("charges", m_source.cost, counted(m_source.charges, "charge"));
        step("corrections of closed months", m_source.corrections);
        step("carried in", m_source.carried_in);
        step("held", negated(m_source.held));
        step("carried out", negated(m_source.carried_out));
        step("rejected by a reviewer", negated(m_source.rejected));
        add("= billed", m_source.billed());
        step("rounding", m_source.rounding);
        add("= postings", m_source.postings);
        step("not issued", negated(m_source.not_issued));
        add("= statements", m_source.statements);
        step("issued, and in no journal", m_source.not_issued.difference(m_source.not_journaled));
        add("= journals", m_source.journals(), states());
        add("unexplained", m_source.unexplained());
        return fmt::format("\n{}, {}\n", m_source.source, m_source.currency) +
               text_table(m_rows, 2);
    }

private:
    void add(const std::string& name, const DecimalSum& amount, const std::string& remark = {}) {
        m_rows.push_back(
            {name, shown_decimal(amount.text(), minor_unit_or_usual(m_source.currency)), remark});
    }
    void step(const std::string& name, const DecimalSum& amount) {
        if (amount.sign() != 0)
            add("  " + name, amount);
    }

    [[nodiscard]] std::string states() const {
        std::string text;
        const auto state = [&](const char* name, const DecimalSum& amount) {
            if (amount.sign() != 0) {
                text += (text.empty() ? "" : ", ") + std::string(name) + " " +
                        shown_decimal(amount.text(), minor_unit_or_usual(m_source.currency));
            }
        };
        state("pending", m_source.pending);
        state("exported", m_source.exported);
        state("accepted", m_source.accepted);
        return text;
    }

    const ReconciledSource& m_source;
    std::vector<TextRow> m_rows;
};

Json source_json(const ReconciledSource& source) {
    return {{"source", source.source},
            {"currency", source.currency},
            {"charges", source.charges},
            {"cost", source.cost.text()},
            {"corrections", source.corrections.text()},
            {"carried_in", source.carried_in.text()},
            {"held", source.held.text()},
            {"carried_out", source.carried_out.text()},
            {"rejected", source.rejected.text()},
            {"billed", source.billed().text()},
            {"rounding", source.rounding.text()},
            {"postings", source.postings.text()},
            {"not_issued", source.not_issued.text()},
            {"statements", source.statements.text()},
            {"not_journaled", source.not_journaled.text()},
            {"pending", source.pending.text()},
            {"exported", source.exported.text()},
            {"accepted", source.accepted.text()},
            {"payers", source.payers.text()},
            {"sources", source.sources.text()},
            {"unexplained", source.unexplained().text()}};
}

Json invoice_json(const ComparedInvoice& invoice) {
    return {{"invoice", invoice.stored.id.empty() ? Json() : Json(invoice.stored.id)},
            {"currency", invoice.stored.currency},
            {"rows", invoice.stored.rows},
            {"held_rows", invoice.stored.held_rows},
            {"charges", invoice.stored.billed.text()},
            {"invoiced", invoice.invoiced.text()},
            {"difference", invoice.difference.text()},
            {"tolerance", invoice.tolerance},
            {"rows_in_other_months", invoice.stored.other_rows},
            {"charges_in_other_months", invoice.stored.other_billed.text()},
            {"verdict", verdict_names[static_cast<std::size_t>(invoice.verdict)]}};
}

}  // namespace

std::string reconciliation_text(const Reconciliation& reconciliation) {
    std::string text =
        fmt::format("{} ({})\n", reconciliation.period.text(), name_of(reconciliation.status));
    for (const auto& source : reconciliation.sources)
        text += SourceTable(source).text();
    if (reconciliation.sources.empty())
        text += "\nThe month has no charges.\n";
    return text;
}

std::string invoices_text(const std::vector<ComparedInvoice>& invoices) {
    std::vector<TextRow> rows = {{"invoice", "rows", "charges", "invoiced", "difference",
                                  "tolerance", "currency", "verdict"}};
    for (const auto& invoice : invoices) {
        rows.push_back(
            {invoice.stored.id.empty() ? "(none)" : shown_text(invoice.stored.id, 40),
             std::to_string(invoice.stored.rows), invoice.stored.billed.text(),
             invoice.verdict == InvoiceVerdict::not_listed ? "" : invoice.invoiced.text(),
             invoice.difference.text(), invoice.tolerance, invoice.stored.currency,
             std::string(verdict_names[static_cast<std::size_t>(invoice.verdict)])});
    }
    return "\nInvoices, by BilledCost\n" + text_table(rows, 2);
}

std::string reconciliation_json(const Reconciliation& reconciliation,
                                const std::vector<ComparedInvoice>& invoices,
                                const std::vector<Diagnostic>& findings, int exit_code) {
    Json json = {{"command", "journals reconcile"},
                 {"period", reconciliation.period.text()},
                 {"status", name_of(reconciliation.status)},
                 {"sources", Json::array()},
                 {"invoices", Json::array()},
                 {"diagnostics", Json::array()}};
    for (const auto& source : reconciliation.sources)
        json["sources"].push_back(source_json(source));
    for (const auto& invoice : invoices)
        json["invoices"].push_back(invoice_json(invoice));
    for (const auto& finding : findings)
        json["diagnostics"].push_back(Json::parse(diagnostic_json(finding)));
    json["exit_code"] = exit_code;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace focus_billing
