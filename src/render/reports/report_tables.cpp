#include "focus_billing/render/reports/report_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_key = 40;

std::string shown_name(std::string name) {
    std::ranges::replace(name, '_', ' ');
    return name == "fund org" ? "fund_org" : name;
}

bool is_count(const std::string& column) {
    return column == "charges" || column.ends_with("_charges") || column.starts_with("charges_");
}

}  // namespace

std::string report_tables_text(const std::vector<ReportTable>& tables, std::size_t limit) {
    std::string text;
    for (const auto& table : tables) {
        if (table.rows.empty())
            continue;
        std::vector<TextRow> rows(1);
        for (const auto& column : table.columns)
            rows[0].push_back(shown_name(column.name));
        for (const auto& row : table.rows) {
            if (limit != 0 && rows.size() > limit)
                break;
            auto& cells = rows.emplace_back();
            for (const auto& cell : row)
                cells.push_back(cell.empty() ? "-" : shown_text(cell, longest_key));
        }
        text += text.empty() ? "" : "\n";
        text += table.title.empty() ? "" : table.title + "\n";
        text += text_table(rows, table.title.empty() ? 0 : 2);
        if (rows.size() - 1 < table.rows.size()) {
            text += fmt::format("and {}: --all\n",
                                counted(table.rows.size() - (rows.size() - 1), "other row"));
        }
    }
    return text.empty() ? "Nothing to report.\n" : text;
}

std::string report_table_csv(const ReportTable& table) {
    CsvWriter writer;
    for (const auto& column : table.columns)
        writer.add_text(column.name);
    std::string text = writer.take_record();
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].empty()) {
                writer.add_null();
            } else if (table.columns[i].is_number) {
                writer.add_number(row[i]);
            } else {
                writer.add_text(row[i]);
            }
        }
        text += writer.take_record();
    }
    return text;
}

std::string report_tables_json(const std::vector<ReportTable>& tables, const std::string& command) {
    Json json = {{"command", command}};
    for (const auto& table : tables) {
        auto& list = json[table.name] = Json::array();
        for (const auto& row : table.rows) {
            Json object = Json::object();
            for (std::size_t i = 0; i < row.size(); ++i) {
                const auto& name = table.columns[i].name;
                object[name] = row[i].empty()   ? Json()
                               : is_count(name) ? Json(std::stoull(row[i]))
                                                : Json(row[i]);
            }
            list.push_back(std::move(object));
        }
    }
    json["exit_code"] = 0;
    return json.text() + "\n";
}

}  // namespace focus_billing
