#include "focus_billing/render/statements/statement_text.hpp"

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 24> csv_columns = {
    "statement",   "version",     "period",   "pi_email", "project_id",  "fund_org",
    "kind",        "from_period", "day",      "service",  "resource_id", "resource_name",
    "description", "region",      "quantity", "unit",     "list",        "amount",
    "currency",    "source",      "import",   "line",     "charge",      "corrects"};

std::string header(CsvWriter& writer) {
    for (const auto column : csv_columns)
        writer.add_text(column);
    return writer.take_record();
}

void add_statement(const Statement& statement, CsvWriter& writer) {
    writer.add_text(statement.number);
    writer.add_number(statement.is_draft() ? "" : std::to_string(statement.version));
    writer.add_text(statement.period);
    writer.add_text(statement.key.pi_email);
    writer.add_text(statement.key.project_id);
}

void add_origin(const StatementCharge& charge, CsvWriter& writer) {
    writer.add_text(charge.source);
    writer.add_number(std::to_string(charge.import_id));
    writer.add_number(charge.line == 0 ? "" : std::to_string(charge.line));
    writer.add_number(std::to_string(charge.id));
    writer.add_number(charge.corrects ? std::to_string(*charge.corrects) : "");
}

std::string record(const Statement& statement, const StatementCharge& charge, CsvWriter& writer) {
    add_statement(statement, writer);
    writer.add_text(statement.sections.at(charge.section).fund_org);
    writer.add_text(line_kind_names[static_cast<std::size_t>(charge.kind)]);
    for (const auto* text : {&charge.period, &charge.day, &charge.service, &charge.resource_id,
                             &charge.resource_name, &charge.description, &charge.region}) {
        writer.add_text(*text);
    }
    writer.add_number(charge.quantity);
    writer.add_text(charge.unit);
    writer.add_number(charge.list);
    writer.add_number(charge.amount);
    writer.add_text(statement.key.currency);
    add_origin(charge, writer);
    return writer.take_record();
}

void append_line(const std::string& line, std::string& text) {
    if (!line.empty())
        text += line + "\n";
}

std::string facts_text(const std::vector<ViewFact>& facts) {
    std::vector<TextRow> rows;
    for (const auto& fact : facts)
        rows.push_back({fact.label, fact.value});
    return plain_table(rows, 0);
}

// Headings and notes have one cell, which must not widen the first column.
std::string table_text(const TableView& table) {
    if (table.empty())
        return {};
    TextColumns columns(true);
    TextRow titles;
    for (const auto& column : table.columns)
        titles.push_back(column.title);
    columns.measure(titles);
    for (const auto& row : table.rows) {
        if (row.cells.size() == table.columns.size())
            columns.measure(row.cells);
    }
    std::string text = "\n";
    append_line(table.title, text);
    text += columns.line(titles, 2);
    for (const auto& row : table.rows) {
        text += row.cells.size() == table.columns.size() ? columns.line(row.cells, 2)
                                                         : "  " + row.cells.front() + "\n";
    }
    return text;
}

}  // namespace

std::string statement_csv(const Statement& statement) {
    CsvWriter writer;
    std::string csv = header(writer);
    for (std::size_t i = 0; i < statement.charges.size(); ++i) {
        csv += record(statement, statement.charges[i], writer);
        // Rows are much alike. Memory that is not written to costs nothing, but a text that grows
        // beyond what was reserved is there twice while it is copied.
        if (i == 100)
            csv.reserve(csv.size() / 50 * statement.charges.size());
    }
    return csv;
}

std::string statement_text(const StatementView& view, bool with_details) {
    std::string text = view.title + "\n\n" + facts_text(view.facts) + "\n";
    append_line("Amount due: " + view.due, text);
    append_line(view.due_note, text);
    append_line(view.replaces, text);
    for (const auto& warning : view.warnings)
        append_line(warning, text);
    append_line(view.held, text);
    for (const auto& section : view.sections) {
        text += "\n" + section.title + "\n";
        text += table_text(section.lines) + table_text(section.postings);
    }
    if (with_details) {
        text += table_text(view.details);
        append_line(view.rounding, text);
    }
    return text;
}

}  // namespace focus_billing
