#include "focus_billing/render/reports/decision_list.hpp"

#include <array>

#include "focus_billing/format/csv_writer.hpp"

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

}  // namespace focus_billing
