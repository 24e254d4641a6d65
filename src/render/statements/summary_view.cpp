#include <set>
#include <string>
#include <string_view>

#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"
#include "focus_billing/render/statements/statement_view.hpp"
#include "render/amounts_and_dates.hpp"
#include "render/statements/bar_chart.hpp"
#include "render/statements/statement_facts.hpp"
#include "render/statements/statement_sentences.hpp"
#include "render/statements/statement_tables.hpp"

namespace focus_billing {

namespace {

struct KeyTitle {
    std::string_view key;
    std::string_view column;
};

constexpr std::array<KeyTitle, 4> key_titles = {
    {{"pi_email", "PI"}, {"project_id", "Project"}, {"source", "Source"}, {"service", "Service"}}};

std::string column_title(std::string_view key) {
    const auto found = std::ranges::find(key_titles, key, &KeyTitle::key);
    return std::string(found == key_titles.end() ? key : found->column);
}

std::string table_title(const std::string& name) {
    if (name == "total")
        return "Total";
    return "By " + (name == "pi" ? std::string("PI") : name);
}

std::string count_text(std::uint64_t count) {
    return shown_decimal(std::to_string(count), 0);
}

Money money_of(const std::string& currency) {
    constexpr int usual_minor_unit = 2;
    return {minor_unit(currency).value_or(usual_minor_unit), currency};
}

std::string key_text(std::string_view key, const std::string& name) {
    if (!name.empty())
        return name;
    if (key == "project_id")
        return project_text({});
    return key == "service" ? service_label({}) : std::string();
}

TableRow table_row(const SummaryTable& table, const SummaryRow& row, bool with_discount) {
    const auto money = money_of(row.currency);
    TableRow result;
    for (std::size_t i = 0; i < table.keys.size(); ++i)
        result.cells.push_back(key_text(table.keys[i], row.names.at(i)));
    result.cells.insert(result.cells.end(),
                        {row.currency, count_text(row.statements), count_text(row.charges)});
    if (with_discount) {
        const bool has_discount = !is_zero(row.discount);
        result.cells.push_back(money.amount(row.list));
        result.cells.push_back(has_discount ? money.amount(row.discount) : "");
        result.cells.push_back(has_discount ? shown_percent(row.discount_percent) : "");
    }
    result.cells.push_back(money.amount(row.due));
    return result;
}

TableView summary_table_view(const SummaryTable& table) {
    const bool with_discount = std::ranges::any_of(
        table.rows, [](const SummaryRow& row) { return !is_zero(row.discount); });
    TableView view;
    view.title = table_title(table.name);
    for (const auto& key : table.keys)
        view.columns.push_back({column_title(key), false});
    view.columns.insert(view.columns.end(),
                        {{"Currency", false}, {"Statements", true}, {"Charges", true}});
    if (with_discount) {
        view.columns.insert(view.columns.end(),
                            {{"List price", true}, {"Discount", true}, {"%", true}});
    }
    view.columns.push_back({"Amount due", true});
    for (const auto& row : table.rows)
        view.rows.push_back(table_row(table, row, with_discount));
    return view;
}

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
    return joined(amounts);
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

SummaryView summary_view(const StatementSummary& summary, const StatementStyle& style) {
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
    view.footer = filled_look_text(style.footer, {.email = {}, .number = {}, .period = month});
    view.author = summary.organization.empty() ? summary.unit : summary.organization;
    view.issue_date = summary.issue_date;
    return view;
}

}  // namespace focus_billing
