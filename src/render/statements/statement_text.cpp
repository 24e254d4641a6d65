#include "focus_billing/render/statements/statement_text.hpp"

#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

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
