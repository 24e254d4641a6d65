#include "render/statements/summary_tables.hpp"

#include "focus_billing/model/currency.hpp"
#include "render/statements/line_label.hpp"
#include "render/statements/statement_facts.hpp"

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

}  // namespace

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

}  // namespace focus_billing
