#include "focus_billing/render/statements/summary_csv.hpp"

#include <stdexcept>

#include "focus_billing/format/csv_writer.hpp"

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

}  // namespace focus_billing
