#include "focus_billing/render/periods_text.hpp"

#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

std::string who(const PeriodRecord& record) {
    return shown_text(record.actor ? *record.actor : record.os_user.value_or("-"), 40);
}

void append_rows(const PeriodRecord& record, std::vector<TextRow>& rows) {
    TextRow row = {record.period.text(), record.status, record.since, who(record),
                   std::to_string(record.imports)};
    for (const auto& total : record.totals) {
        row.insert(row.end(), {std::to_string(total.charges), total.billed,
                               std::to_string(total.held), total.held_cost, total.currency});
        rows.push_back(std::move(row));
        row = TextRow(5);
    }
    if (record.totals.empty())
        rows.push_back(std::move(row));
}

}  // namespace

std::string periods_text(const std::vector<PeriodRecord>& periods) {
    std::vector<TextRow> rows = {{"period", "status", "since", "by", "imports", "charges", "billed",
                                  "held", "held cost", "currency"}};
    for (const auto& period : periods)
        append_rows(period, rows);
    return (periods.empty() ? "" : text_table(rows, 0) + "\n") + counted(periods.size(), "period") +
           "\n";
}

}  // namespace focus_billing
