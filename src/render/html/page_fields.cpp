#include "render/html/page_fields.hpp"

#include <algorithm>

#include "focus_billing/format/escape.hpp"
#include "focus_billing/model/currency.hpp"
#include "render/amounts_and_dates.hpp"
#include "render/html/bar_chart_svg.hpp"
#include "render/html/page_style.hpp"

namespace focus_billing {

namespace {

enum class ChartKind : std::uint8_t { bars, line };

using RowKind = TableRow::Kind;

struct RowGroup {
    std::string heading;
    std::vector<const TableRow*> rows;
};

std::string first_cell(const TableRow& row) {
    return row.cells.empty() ? std::string() : row.cells.front();
}

std::vector<RowGroup> groups_of(const TableView& table) {
    std::vector<RowGroup> groups;
    for (const auto& row : table.rows) {
        const bool is_heading = row.kind == RowKind::heading;
        if (is_heading || groups.empty())
            groups.push_back({is_heading ? first_cell(row) : std::string(), {}});
        if (!is_heading)
            groups.back().rows.push_back(&row);
    }
    return groups;
}

void add_row(PageFields& fields, const TableView& table, const TableRow& row) {
    const bool is_note = row.kind == RowKind::note;
    fields.flag("is_total", row.kind == RowKind::total);
    fields.text("note", is_note ? first_cell(row) : std::string());
    const std::vector<std::string> none;
    fields.list("cells", is_note ? none : row.cells,
                [&](PageFields& cell, const std::string& text, std::size_t index) {
                    const bool has_column = index < table.columns.size();
                    cell.text("text", text);
                    cell.text("label", has_column ? table.columns[index].title : std::string());
                    cell.flag("is_number", has_column && table.columns[index].is_number);
                    cell.flag("is_first", index == 0);
                });
}

void add_look(PageFields& fields, const StatementStyle& style) {
    fields.markup("style", page_style(style));
    fields.text("logo", style.logo.empty() ? std::string()
                                           : "data:image/png;base64," + base64_text(style.logo));
}

void add_facts(PageFields& fields, const std::vector<ViewFact>& facts) {
    fields.list("facts", facts, [](PageFields& fact, const ViewFact& value, std::size_t) {
        fact.text("label", value.label);
        fact.text("value", value.value);
    });
}

void add_chart(PageFields& fields, std::string_view name, const ChartView& chart, ChartKind kind,
               const StatementStyle& style) {
    fields.group(name, [&](PageFields& group) {
        group.text("title", chart.title);
        group.text("description", chart.description);
        group.markup("svg", kind == ChartKind::bars ? bar_chart_svg(chart, style.color)
                                                    : line_chart_svg(chart, style.color));
        group.list("points", chart.points,
                   [](PageFields& point, const ChartPoint& value, std::size_t) {
                       point.text("label", value.label);
                       point.text("value", value.value);
                       point.flag("is_known", value.is_known);
                   });
    });
}

void add_table(PageFields& fields, const TableView& table) {
    static const TableRow no_row;
    fields.text("title", table.title);
    fields.text("column_count", std::to_string(table.columns.size()));
    fields.list("columns", table.columns,
                [](PageFields& column, const TableColumn& value, std::size_t index) {
                    column.text("title", value.title);
                    column.flag("is_number", value.is_number);
                    column.flag("is_first", index == 0);
                });
    fields.list("groups", groups_of(table),
                [&](PageFields& group, const RowGroup& value, std::size_t) {
                    group.text("heading", value.heading);
                    group.list("rows", value.rows,
                               [&](PageFields& row, const TableRow* shown, std::size_t) {
                                   add_row(row, table, shown == nullptr ? no_row : *shown);
                               });
                });
}

void add_organization(PageFields& fields, const Organization& organization) {
    fields.group("organization", [&](PageFields& group) {
        group.text("name", organization.name);
        group.text("unit", organization.unit);
        group.text("email", organization.email);
        group.texts("contact", organization.contact);
    });
}

void add_sections(PageFields& fields, const std::vector<SectionView>& sections) {
    fields.list(
        "sections", sections, [](PageFields& section, const SectionView& value, std::size_t) {
            section.text("title", value.title);
            section.group("lines", [&](PageFields& group) { add_table(group, value.lines); });
            section.group("postings", [&](PageFields& group) { add_table(group, value.postings); });
        });
}

struct IndexFile {
    std::string name;
    std::string path;
};

std::vector<IndexFile> files_of(const IndexRow& row) {
    std::vector<IndexFile> files = {
        {"HTML", row.html}, {"PDF", row.pdf}, {"CSV", row.csv}, {"JSON", row.json}};
    std::erase_if(files, [](const IndexFile& file) { return file.path.empty(); });
    return files;
}

void add_amounts(PageFields& fields, const std::string& currency, const std::string& list,
                 const std::string& discount, const std::string& due) {
    const int decimals = minor_unit(currency).value_or(0);
    fields.text("currency", currency);
    fields.text("list", shown_decimal(list, decimals));
    fields.text("discount", shown_decimal(discount, decimals));
    fields.text("due", shown_decimal(due, decimals));
}

std::vector<SummaryRow> totals_of(const StatementSummary& summary) {
    const auto total = std::ranges::find(summary.tables, "total", &SummaryTable::name);
    return total == summary.tables.end() ? std::vector<SummaryRow>{} : total->rows;
}

void add_total(PageFields& fields, const SummaryRow& row) {
    add_amounts(fields, row.currency, row.list, row.discount, row.due);
    fields.text("discount_percent", row.discount_percent);
    fields.text("statement_count", shown_decimal(std::to_string(row.statements), 0));
    fields.text("charge_count", shown_decimal(std::to_string(row.charges), 0));
}

void add_index_row(PageFields& fields, const IndexRow& row) {
    fields.text("number", row.number);
    fields.text("version", row.version == 0 ? "" : std::to_string(row.version));
    fields.flag("is_revised", row.version > 1);
    fields.flag("is_new", row.is_new);
    fields.text("pi_email", row.key.pi_email);
    fields.text("project_id", row.key.project_id);
    fields.text("charge_count", shown_decimal(std::to_string(row.charges), 0));
    add_amounts(fields, row.key.currency, row.list, row.discount, row.due);
    fields.list("files", files_of(row), [](PageFields& file, const IndexFile& value, std::size_t) {
        file.text("name", value.name);
        file.text("link", relative_link(value.path));
    });
}

}  // namespace

void add_statement_fields(PageFields& fields, const StatementView& view,
                          const StatementStyle& style) {
    add_look(fields, style);
    fields.text("language", view.language);
    fields.text("title", view.title);
    fields.text("subtitle", view.subtitle);
    fields.text("author", view.author);
    fields.text("issue_date", view.issue_date);
    fields.flag("is_draft", view.is_draft);
    add_organization(fields, view.organization);
    add_facts(fields, view.facts);
    fields.text("due", view.due);
    fields.text("due_note", view.due_note);
    fields.text("replaces", view.replaces);
    fields.texts("warnings", view.warnings);
    fields.text("held", view.held);
    add_chart(fields, "services", view.services, ChartKind::bars, style);
    add_chart(fields, "months", view.months, ChartKind::line, style);
    add_sections(fields, view.sections);
    fields.group("details", [&](PageFields& group) { add_table(group, view.details); });
    fields.text("rounding", view.rounding);
    fields.texts("notes", view.notes);
    fields.text("footer", view.footer);
}

void add_summary_fields(PageFields& fields, const SummaryView& view, const StatementStyle& style) {
    add_look(fields, style);
    fields.text("language", view.language);
    fields.text("title", view.title);
    fields.text("subtitle", view.subtitle);
    fields.text("author", view.author);
    fields.text("issue_date", view.issue_date);
    fields.flag("is_draft", view.is_draft);
    fields.text("organization", view.organization);
    add_facts(fields, view.facts);
    add_chart(fields, "payers", view.payers, ChartKind::bars, style);
    fields.list("tables", view.tables, [](PageFields& table, const TableView& value, std::size_t) {
        add_table(table, value);
    });
    fields.text("footer", view.footer);
}

void add_index_fields(PageFields& fields, const StatementSummary& summary,
                      const StatementStyle& style) {
    add_look(fields, style);
    fields.text("language", "en");
    fields.text("organization", summary.organization);
    fields.text("unit", summary.unit);
    fields.text("period", shown_month(summary.period));
    fields.text("issue_date", summary.issue_date);
    fields.flag("is_draft", summary.is_draft);
    fields.text("statement_count", shown_decimal(std::to_string(summary.index.size()), 0));
    fields.list(
        "totals", totals_of(summary),
        [](PageFields& total, const SummaryRow& row, std::size_t) { add_total(total, row); });
    fields.list("statements", summary.index,
                [](PageFields& statement, const IndexRow& row, std::size_t) {
                    add_index_row(statement, row);
                });
    fields.text("footer", style.footer);
}

}  // namespace focus_billing
