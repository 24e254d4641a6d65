#include "focus_billing/render/reports/difference_report.hpp"

#include <fmt/format.h>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

void add_cost(CsvWriter& csv, const std::optional<std::string>& cost) {
    csv.add_number(cost.value_or(""));
}

template <class Number>
void add_number(CsvWriter& csv, const std::optional<Number>& number) {
    csv.add_number(number ? std::to_string(*number) : std::string());
}

constexpr std::size_t longest_text = 40;
constexpr std::size_t date_size = 10;

std::string or_dash(const std::string& text) {
    return text.empty() ? "-" : shown_text(text, longest_text);
}

template <class Number>
std::string number_or_dash(const std::optional<Number>& number) {
    return number ? std::to_string(*number) : "-";
}

TextRow row_of(const DifferenceRow& row) {
    return {std::string(change_of(row)),
            number_or_dash(row.new_line),
            number_or_dash(row.old_charge),
            row.period.text(),
            or_dash(row.charge_period_start.substr(0, date_size)),
            or_dash(row.resource_id),
            or_dash(row.service_name),
            row.old_cost.value_or("-"),
            row.new_cost.value_or("-"),
            row.net,
            row.currency};
}

std::string totals_text(const std::vector<DifferenceTotal>& totals) {
    std::vector<TextRow> rows;
    for (const auto& total : totals) {
        rows.push_back({rows.empty() ? "differs " : "        ", total.period.text(),
                        fmt::format("{} added, {} removed, {} changed", total.added, total.removed,
                                    total.changed),
                        "net", total.net.text(), total.currency});
    }
    return text_table(rows, 2);
}

std::uint64_t row_count(const std::vector<DifferenceTotal>& totals) {
    std::uint64_t count = 0;
    for (const auto& total : totals)
        count += total.added + total.removed + total.changed;
    return count;
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
          "ChargePeriodEnd", "ResourceId", "ServiceName", "SkuId", "ChargeCategory",
          "OldBilledCost", "NewBilledCost", "Net", "BillingCurrency"})
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

Json difference_json(const DifferenceRow& row) {
    return {{"change", change_of(row)},
            {"line", row.new_line},
            {"charge", row.old_charge},
            {"period", row.period.text()},
            {"charge_period_start", text_or_null(row.charge_period_start)},
            {"charge_period_end", text_or_null(row.charge_period_end)},
            {"resource_id", text_or_null(row.resource_id)},
            {"service_name", text_or_null(row.service_name)},
            {"sku_id", text_or_null(row.sku_id)},
            {"charge_category", text_or_null(row.charge_category)},
            {"old_billed", row.old_cost},
            {"new_billed", row.new_cost},
            {"net", row.net},
            {"currency", row.currency}};
}

Json difference_totals_json(const std::vector<DifferenceTotal>& totals) {
    Json json = Json::array();
    for (const auto& total : totals) {
        json.push_back({{"period", total.period.text()},
                        {"currency", total.currency},
                        {"added", total.added},
                        {"removed", total.removed},
                        {"changed", total.changed},
                        {"net", total.net.text()}});
    }
    return json;
}

std::string difference_text(const std::vector<DifferenceTotal>& totals,
                            const Differences& differences, std::optional<std::uint64_t> limit) {
    const auto count = row_count(totals);
    if (count == 0 || !differences)
        return {};
    std::vector<TextRow> rows = {{"change", "line", "charge", "month", "from", "resource",
                                  "service", "old", "new", "net", "currency"}};
    differences(limit, [&](const DifferenceRow& row) { rows.push_back(row_of(row)); });
    std::string text = totals_text(totals) + text_table(rows, 4);
    const auto shown = rows.size() - 1;
    if (count > shown)
        text += fmt::format("    and {} more; --all shows all\n", count - shown);
    return text;
}

}  // namespace focus_billing
