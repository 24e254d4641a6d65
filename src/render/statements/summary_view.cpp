#include <set>

#include "render/statements/bar_chart.hpp"
#include "render/statements/look_texts.hpp"
#include "focus_billing/render/statements/statement_view.hpp"
#include "render/statements/summary_tables.hpp"
#include "render/view_dates.hpp"

namespace focus_billing {

namespace {

const SummaryTable* find_table(const StatementSummary& summary, std::string_view name) {
    const auto found = std::ranges::find(summary.tables, name, &SummaryTable::name);
    return found == summary.tables.end() ? nullptr : &*found;
}

// Amounts of two currencies cannot be compared: the largest is the one of most statements.
std::string largest_currency(const SummaryTable& total) {
    std::string currency;
    std::uint64_t most = 0;
    for (const auto& row : total.rows) {
        if (currency.empty() || row.statements > most) {
            currency = row.currency;
            most = row.statements;
        }
    }
    return currency;
}

ChartView payers_chart(const StatementSummary& summary) {
    constexpr std::size_t most_bars = 10;
    const auto* total = find_table(summary, "total");
    const auto* payers = find_table(summary, "pi");
    if (total == nullptr || payers == nullptr)
        return {};
    const auto currency = largest_currency(*total);
    std::vector<Bar> bars;
    for (const auto& row : payers->rows) {
        if (row.currency == currency)
            bars.push_back({row.names.at(0), amount_of(row.due)});
    }
    return bar_chart("Amount due by PI", largest_bars(std::move(bars), most_bars, "PI"),
                     money_of(currency));
}

std::string due_text(const SummaryTable& total) {
    std::vector<std::string> amounts;
    for (const auto& row : total.rows)
        amounts.push_back(money_of(row.currency).with_currency(row.due));
    return enumerated(amounts);
}

std::string statements_text(const StatementSummary& summary) {
    const auto issued = std::ranges::count_if(summary.index, &IndexRow::is_new);
    const auto text = shown_decimal(std::to_string(summary.index.size()), 0);
    return summary.is_draft ? text + ", drafts"
                            : text + ", of which " + shown_decimal(std::to_string(issued), 0) +
                                  " issued by this run";
}

std::vector<ViewFact> facts_of(const StatementSummary& summary) {
    std::set<std::string_view> payers;
    for (const auto& row : summary.index)
        payers.insert(row.key.pi_email);
    std::vector<ViewFact> facts = {{"Period", shown_month(summary.period)}};
    if (!summary.issue_date.empty())
        facts.push_back({"Issue date", shown_day(summary.issue_date)});
    facts.push_back({"Statements", statements_text(summary)});
    facts.push_back({"PIs", shown_decimal(std::to_string(payers.size()), 0)});
    if (const auto* total = find_table(summary, "total"); total != nullptr && !total->rows.empty())
        facts.push_back({"Amount due", due_text(*total)});
    return facts;
}

std::string joined(const std::string& left, const std::string& right) {
    return left + (left.empty() || right.empty() ? "" : ", ") + right;
}

}  // namespace

SummaryView summary_view(const StatementSummary& summary, const StatementLook& look) {
    const auto month = shown_month(summary.period);
    SummaryView view;
    view.title =
        (summary.is_draft ? "Draft statements of " : "Statements of ") + month + ": summary";
    view.subtitle = joined(summary.organization, summary.unit);
    view.is_draft = summary.is_draft;
    view.organization = summary.organization;
    view.facts = facts_of(summary);
    view.payers = payers_chart(summary);
    for (const auto& table : summary.tables)
        view.tables.push_back(summary_table_view(table));
    view.footer = filled_look_text(look.footer, {.email = {}, .number = {}, .period = month});
    view.author = summary.organization.empty() ? summary.unit : summary.organization;
    view.issue_date = summary.issue_date;
    return view;
}

}  // namespace focus_billing
