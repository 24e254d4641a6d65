#include "render/statements/postings_table.hpp"

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

}  // namespace focus_billing
