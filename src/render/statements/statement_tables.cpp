#include "render/statements/statement_tables.hpp"

#include "render/amounts_and_dates.hpp"

namespace focus_billing {

namespace {

struct TextColumn {
    std::string_view title;
    std::string StatementPosting::*text;
};

constexpr std::array<TextColumn, 6> text_columns = {{
    {"Source", &StatementPosting::source},
    {"Account", &StatementPosting::account_code},
    {"Cost centre", &StatementPosting::cost_center},
    {"Reference 1", &StatementPosting::reference_1},
    {"Reference 2", &StatementPosting::reference_2},
    {"Journal reference", &StatementPosting::journal_reference},
}};

std::vector<TextColumn> filled_columns(const std::vector<StatementPosting>& postings) {
    std::vector<TextColumn> filled;
    for (const auto& column : text_columns) {
        const bool has_text = std::ranges::any_of(postings, [&](const StatementPosting& posting) {
            return !(posting.*column.text).empty();
        });
        if (has_text)
            filled.push_back(column);
    }
    return filled;
}

std::string_view transfer_word(std::string_view amount) {
    if (is_zero(amount))
        return "Transfer";
    return is_negative(amount) ? "Transferred away" : "Transferred here";
}

// What stands before the name of the service.
std::string kind_text(LineKind kind, std::string_view period, std::string_view amount) {
    const std::string month = period.empty() ? "" : shown_month(period);
    const std::string behind = month.empty() ? "" : ", " + month;
    switch (kind) {
    case LineKind::credit: return "Credit" + behind;
    case LineKind::tax: return "Tax" + behind;
    case LineKind::adjustment: return "Adjustment" + behind;
    case LineKind::correction: return month.empty() ? "Correction" : "Correction of " + month;
    case LineKind::transfer: return std::string(transfer_word(amount)) + behind;
    case LineKind::service:
    case LineKind::carried: break;
    }
    return {};
}

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

TableView postings_table(const std::vector<StatementPosting>& postings, const Money& money) {
    TableView table;
    table.title = "How this is posted";
    const auto columns = filled_columns(postings);
    for (const auto& column : columns)
        table.columns.push_back({std::string(column.title), false});
    table.columns.push_back({"Charges", true});
    table.columns.push_back({"Amount", true});
    for (const auto& posting : postings) {
        TableRow row;
        for (const auto& column : columns)
            row.cells.push_back(posting.*column.text);
        row.cells.push_back(shown_decimal(std::to_string(posting.charges), 0));
        row.cells.push_back(money.amount(posting.amount));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string service_label(std::string_view service) {
    return service.empty() ? "Other services" : std::string(service);
}

std::string line_label(LineKind kind, std::string_view service, std::string_view period,
                       std::string_view amount) {
    const std::string month = period.empty() ? "" : shown_month(period);
    if (kind == LineKind::service)
        return service_label(service) + (month.empty() ? "" : ", " + month);
    if (kind == LineKind::carried)
        return service_label(service) +
               (month.empty() ? ", carried over" : ", carried from " + month);
    return kind_text(kind, period, amount) + ": " +
           (service.empty() ? "other services" : std::string(service));
}

std::string section_title(std::string_view fund_org) {
    return fund_org.empty() ? "No fund/org" : "Fund/org " + std::string(fund_org);
}

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
