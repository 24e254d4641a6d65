#include "focus_billing/render/reports/difference_csv.hpp"

#include "focus_billing/format/csv_writer.hpp"

namespace focus_billing {

namespace {

void add_cost(CsvWriter& csv, const std::optional<std::string>& cost) {
    csv.add_number(cost.value_or(""));
}

template <class Number>
void add_number(CsvWriter& csv, const std::optional<Number>& number) {
    csv.add_number(number ? std::to_string(*number) : std::string());
}

}  // namespace

std::string_view change_of(const DifferenceRow& row) {
    if (!row.old_cost)
        return "added";
    return row.new_cost ? "changed" : "removed";
}

std::string difference_csv_header() {
    CsvWriter csv;
    for (const auto* name :
         {"File", "Change", "Line", "ChargeId", "BillingPeriod", "ChargePeriodStart",
          "ChargePeriodEnd", "ResourceId", "ServiceName", "SkuId", "ChargeCategory", "OldBilledCost",
          "NewBilledCost", "Net", "BillingCurrency"})
        csv.add_text(name);
    return csv.take_record();
}

std::string difference_csv(const std::string& subject, const DifferenceRow& row) {
    CsvWriter csv;
    csv.add_text(subject);
    csv.add_text(change_of(row));
    add_number(csv, row.new_line);
    add_number(csv, row.old_charge);
    csv.add_text(row.period.text());
    for (const auto& text : {row.charge_period_start, row.charge_period_end, row.resource_id,
                             row.service_name, row.sku_id, row.charge_category})
        csv.add_text(text);
    add_cost(csv, row.old_cost);
    add_cost(csv, row.new_cost);
    csv.add_number(row.net);
    csv.add_text(row.currency);
    return csv.take_record();
}

}  // namespace focus_billing
