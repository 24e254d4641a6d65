#include "focus_billing/render/reports/periods_report.hpp"

#include <algorithm>

#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

std::string who(const PeriodRecord& record) {
    return shown_text(record.actor ? *record.actor : record.os_user.value_or("-"), 40);
}

bool has_reviews(const std::vector<PeriodRecord>& periods) {
    return std::ranges::any_of(periods, [](const PeriodRecord& record) {
        return std::ranges::any_of(record.totals, [](const PeriodTotal& total) {
            return total.rejected > 0 || total.carried_in > 0;
        });
    });
}

void append_rows(const PeriodRecord& record, bool with_reviews, std::vector<TextRow>& rows) {
    TextRow row = {record.period.text(), record.status, record.since, who(record),
                   std::to_string(record.imports)};
    for (const auto& total : record.totals) {
        row.insert(row.end(), {std::to_string(total.charges), total.billed,
                               std::to_string(total.held), total.held_cost});
        if (with_reviews)
            row.insert(row.end(), {total.rejected_cost, total.carried_in_cost});
        row.push_back(total.currency);
        rows.push_back(std::move(row));
        row = TextRow(5);
    }
    if (record.totals.empty())
        rows.push_back(std::move(row));
}

}  // namespace

std::string periods_text(const std::vector<PeriodRecord>& periods) {
    const bool with_reviews = has_reviews(periods);
    TextRow header = {"period", "status", "since", "by", "imports", "charges", "billed", "held",
                      "held cost"};
    if (with_reviews)
        header.insert(header.end(), {"rejected", "carried in"});
    header.emplace_back("currency");
    std::vector<TextRow> rows = {header};
    for (const auto& period : periods)
        append_rows(period, with_reviews, rows);
    return (periods.empty() ? "" : text_table(rows, 0) + "\n") + counted(periods.size(), "period") +
           "\n";
}

}  // namespace focus_billing
