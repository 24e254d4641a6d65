#include "focus_billing/render/statements/summary_csv.hpp"

#include <stdexcept>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/format/json_writer.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 4> key_columns = {"pi_email", "project_id", "source",
                                                         "service"};

std::string header(std::initializer_list<std::string_view> columns) {
    CsvWriter writer;
    for (const auto column : columns)
        writer.add_text(column);
    return writer.take_record();
}

void check_keys(const SummaryTable& table) {
    for (const auto& key : table.keys) {
        if (std::ranges::find(key_columns, key) == key_columns.end())
            throw std::logic_error("a summary by " + key + " has no column");
    }
}

std::string name_of(const SummaryTable& table, const SummaryRow& row, std::string_view column) {
    const auto found = std::ranges::find(table.keys, column);
    return found == table.keys.end()
               ? std::string()
               : row.names.at(static_cast<std::size_t>(found - table.keys.begin()));
}

std::string summary_record(const SummaryTable& table, const SummaryRow& row, CsvWriter& writer) {
    writer.add_text(table.name);
    for (const auto column : key_columns)
        writer.add_text(name_of(table, row, column));
    writer.add_text(row.currency);
    writer.add_number(std::to_string(row.statements));
    writer.add_number(std::to_string(row.charges));
    for (const auto* amount : {&row.list, &row.discount, &row.discount_percent, &row.due})
        writer.add_number(*amount);
    return writer.take_record();
}

std::string index_record(const IndexRow& row, CsvWriter& writer) {
    writer.add_text(row.number);
    writer.add_number(row.version == 0 ? "" : std::to_string(row.version));
    for (const auto text :
         {index_status(row), std::string_view(row.key.pi_email),
          std::string_view(row.key.project_id), std::string_view(row.key.currency)}) {
        writer.add_text(text);
    }
    writer.add_number(std::to_string(row.charges));
    for (const auto* amount : {&row.list, &row.discount, &row.due})
        writer.add_number(*amount);
    for (const auto* path : {&row.pdf, &row.html, &row.csv, &row.json})
        writer.add_text(*path);
    return writer.take_record();
}

Json row_json(const SummaryTable& table, const SummaryRow& row) {
    Json json = Json::object();
    for (std::size_t i = 0; i < table.keys.size(); ++i)
        json[table.keys[i]] = text_or_null(row.names.at(i));
    json["currency"] = text_or_null(row.currency);
    json["statements"] = row.statements;
    json["charges"] = row.charges;
    json["list"] = text_or_null(row.list);
    json["discount"] = text_or_null(row.discount);
    json["discount_percent"] = text_or_null(row.discount_percent);
    json["due"] = text_or_null(row.due);
    return json;
}

Json table_json(const SummaryTable& table) {
    Json rows = Json::array();
    for (const auto& row : table.rows)
        rows.push_back(row_json(table, row));
    return {{"name", table.name}, {"keys", table.keys}, {"rows", rows}};
}

}  // namespace

std::string summary_csv(const StatementSummary& summary) {
    std::string csv =
        header({"table", "pi_email", "project_id", "source", "service", "currency", "statements",
                "charges", "list", "discount", "discount_percent", "due"});
    CsvWriter writer;
    for (const auto& table : summary.tables) {
        check_keys(table);
        for (const auto& row : table.rows)
            csv += summary_record(table, row, writer);
    }
    return csv;
}

std::string_view index_status(const IndexRow& row) {
    if (row.version == 0)
        return "draft";
    return row.is_new ? "issued" : "unchanged";
}

std::string index_csv(const std::vector<IndexRow>& index) {
    std::string csv = header({"number", "version", "status", "pi_email", "project_id", "currency",
                              "charges", "list", "discount", "due", "pdf", "html", "csv", "json"});
    CsvWriter writer;
    for (const auto& row : index)
        csv += index_record(row, writer);
    return csv;
}

Json index_row_json(const IndexRow& row) {
    return {{"number", text_or_null(row.number)},
            {"version", number_or_null(row.version)},
            {"status", index_status(row)},
            {"pi_email", text_or_null(row.key.pi_email)},
            {"project_id", text_or_null(row.key.project_id)},
            {"currency", text_or_null(row.key.currency)},
            {"charges", row.charges},
            {"list", text_or_null(row.list)},
            {"discount", text_or_null(row.discount)},
            {"due", text_or_null(row.due)},
            {"pdf", text_or_null(row.pdf)},
            {"html", text_or_null(row.html)},
            {"csv", text_or_null(row.csv)},
            {"json", text_or_null(row.json)}};
}

std::string summary_json(const StatementSummary& summary) {
    Json tables = Json::array();
    for (const auto& table : summary.tables)
        tables.push_back(table_json(table));
    Json index = Json::array();
    for (const auto& row : summary.index)
        index.push_back(index_row_json(row));
    const Json json = {{"organization", text_or_null(summary.organization)},
                       {"unit", text_or_null(summary.unit)},
                       {"period", text_or_null(summary.period)},
                       {"issue_date", text_or_null(summary.issue_date)},
                       {"is_draft", summary.is_draft},
                       {"tables", tables},
                       {"index", index}};
    return json.text(2) + "\n";
}

}  // namespace focus_billing
