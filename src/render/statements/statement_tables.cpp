#include "render/statements/statement_tables.hpp"

#include "render/statements/line_label.hpp"

namespace focus_billing {

namespace {

std::string quantities_text(const std::vector<StatementQuantity>& quantities) {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(quantities.size(), most); ++i) {
        text += (i == 0 ? "" : "; ") + shown_quantity(quantities[i].amount, quantities[i].unit);
    }
    return quantities.size() > most ? text + "; and more" : text;
}

std::vector<std::string> discount_cells(std::string_view list, std::string_view discount,
                                        std::string_view percent, const Money& money) {
    if (is_zero(discount))
        return {money.amount(list), "", ""};
    return {money.amount(list), money.amount(discount), shown_percent(percent)};
}

TableRow line_row(const StatementLine& line, bool with_discount, const Money& money) {
    TableRow row;
    row.cells = {line_label(line.kind, line.service, line.period, line.due),
                 quantities_text(line.quantities)};
    if (with_discount) {
        const auto cells = discount_cells(line.list, line.discount, line.discount_percent, money);
        row.cells.insert(row.cells.end(), cells.begin(), cells.end());
    }
    row.cells.push_back(money.amount(line.due));
    return row;
}

TableRow total_row(const StatementSection& section, bool with_discount, const Money& money) {
    TableRow row{TableRow::Kind::total, {"Total", ""}};
    if (with_discount) {
        const auto cells =
            discount_cells(section.list, section.discount, section.discount_percent, money);
        row.cells.insert(row.cells.end(), cells.begin(), cells.end());
    }
    row.cells.push_back(money.with_currency(section.due));
    return row;
}

}  // namespace

TableView lines_table(const StatementSection& section, const Money& money) {
    TableView table;
    table.title = "Services";
    const bool with_discount = std::ranges::any_of(
        section.lines, [](const StatementLine& line) { return !is_zero(line.discount); });
    table.columns = {{"Service", false}, {"Quantity", true}};
    if (with_discount) {
        table.columns.insert(table.columns.end(),
                             {{"List price", true}, {"Discount", true}, {"%", true}});
    }
    table.columns.push_back({"Amount due", true});
    for (const auto& line : section.lines)
        table.rows.push_back(line_row(line, with_discount, money));
    if (!table.empty())
        table.rows.push_back(total_row(section, with_discount, money));
    return table;
}

std::string shown_quantity(std::string_view amount, std::string_view unit) {
    const std::string number = shown_decimal(amount, 0);
    return number.empty() || unit.empty() ? number : number + " " + std::string(unit);
}

}  // namespace focus_billing
