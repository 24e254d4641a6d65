#include "focus_billing/render/reports/difference_report.hpp"

#include <fmt/format.h>

#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/difference_csv.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

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
