#include "focus_billing/render/reports/review_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

struct ListColumn {
    std::string_view name;
    std::size_t column;
    bool is_charged_cost = false;
};

constexpr std::array<ListColumn, 18> columns = {{
    {"pi_email", charge_column("x_PiEmail")},
    {"project_id", charge_column("x_ProjectId")},
    {"fund_org", charge_column("x_FundOrg")},
    {"cost_center", charge_column("x_CostCenter")},
    {"account_code", charge_column("x_AccountCode")},
    {"reference_1", charge_column("x_Reference1")},
    {"reference_2", charge_column("x_Reference2")},
    {"flags", charge_column("x_Flags")},
    {"cost", charge_column("BilledCost"), true},
    {"currency", charge_column("BillingCurrency")},
    {"period", charge_column("x_BillingPeriod")},
    {"date", charge_column("ChargePeriodStart")},
    {"source", charge_column("x_Source")},
    {"service", charge_column("ServiceName")},
    {"category", charge_column("ChargeCategory")},
    {"resource_id", charge_column("ResourceId")},
    {"description", charge_column("ChargeDescription")},
    {"tags", charge_column("Tags")},
}};

std::string_view done_name(Verdict verdict) {
    switch (verdict) {
    case Verdict::approve: return "approved";
    case Verdict::reject: return "rejected";
    case Verdict::reassign: return "reassigned";
    case Verdict::withdraw: return "withdrawn";
    }
    return {};
}

std::string_view way_name(DecisionEffect effect) {
    switch (effect) {
    case DecisionEffect::in_place: return "in_place";
    case DecisionEffect::carried: return "carried";
    case DecisionEffect::moved: return "moved";
    }
    return {};
}

std::string month_text(const DecisionTotal& total) {
    switch (total.effect) {
    case DecisionEffect::in_place:
        return total.period == total.billed_in
                   ? total.period.text()
                   : fmt::format("{}, back from {}", total.billed_in.text(), total.period.text());
    case DecisionEffect::carried:
        return fmt::format("{}, carried into {}", total.period.text(), total.billed_in.text());
    case DecisionEffect::moved:
        return fmt::format("{}, taken back{} in {}", total.period.text(),
                           total.verdict == Verdict::reassign ? " and billed anew" : "",
                           total.billed_in.text());
    }
    return {};
}

std::string totals_text(const DecisionReport& report) {
    std::vector<TextRow> rows;
    for (const auto& total : report.totals) {
        rows.push_back({std::string(done_name(total.verdict)), counted(total.charges, "charge"),
                        total.cost.text(), total.currency, month_text(total)});
    }
    return rows.empty() ? "" : text_table(rows, 2);
}

}  // namespace

std::string decision_list_header() {
    CsvWriter writer;
    for (const auto* name : {"charge", "decision", "note"})
        writer.add_text(name);
    for (const auto& column : columns)
        writer.add_text(column.name);
    writer.add_text("seen");
    return writer.take_record();
}

std::string decision_list_row(const StoredCharge& charge, const std::string& charged_cost,
                              const std::string& mark) {
    CsvWriter writer;
    writer.add_number(charge.text(charge_column("x_ChargeId")));
    writer.add_null();
    writer.add_null();
    for (const auto& column : columns) {
        const auto& cell = charge.cells[column.column];
        if (column.is_charged_cost) {
            writer.add_number(charged_cost);
        } else if (!cell) {
            writer.add_null();
        } else {
            writer.add_text(*cell);
        }
    }
    writer.add_text(mark);
    return writer.take_record();
}

std::string review_text(const DecisionReport& report) {
    std::string text;
    if (report.charges() == 0) {
        text = "Nothing to decide.\n";
    } else {
        const bool withdraws = std::ranges::all_of(report.totals, [](const DecisionTotal& total) {
            return total.verdict == Verdict::withdraw;
        });
        text = fmt::format("{} {}{}:\n", counted(report.charges(), "charge"),
                           report.dry_run ? "would be " : "",
                           withdraws ? "undecided again" : "decided");
    }
    text += totals_text(report);
    if (report.unchanged > 0)
        text += fmt::format("  {} decided like this before already\n",
                            counted(report.unchanged, "charge"));
    if (report.dry_run)
        return text + "\nDry run: nothing was changed.\n";
    if (report.audit_entry)
        text += fmt::format("\nAudit entry {}.\n", *report.audit_entry);
    return text;
}

std::string review_json(const DecisionReport& report, const std::string& command, int exit_code) {
    Json json = {{"command", command},
                 {"dry_run", report.dry_run},
                 {"charges", report.charges()},
                 {"unchanged", report.unchanged},
                 {"audit_entry", report.audit_entry},
                 {"totals", Json::array()}};
    for (const auto& total : report.totals) {
        json["totals"].push_back({{"decision", name_of(total.verdict)},
                                  {"way", way_name(total.effect)},
                                  {"period", total.period.text()},
                                  {"billed_in", total.billed_in.text()},
                                  {"charges", total.charges},
                                  {"cost", total.cost.text()},
                                  {"currency", total.currency}});
    }
    std::string text = json.text();
    text.back() = ',';
    text += "\"diagnostics\":[";
    std::string separator = "\n";
    for (const auto* diagnostics : {&report.refusals, &report.warnings}) {
        for (const auto& diagnostic : *diagnostics) {
            text += separator + diagnostic_json(diagnostic).text();
            separator = ",\n";
        }
    }
    return text + fmt::format("],\n\"exit_code\":{}}}\n", exit_code);
}

}  // namespace focus_billing
