#include "render/html/view_fields.hpp"

#include <algorithm>

#include "focus_billing/format/base64.hpp"
#include "render/html/page_style.hpp"
#include "render/html/svg_charts.hpp"

namespace focus_billing {

namespace {

using Kind = TableRow::Kind;

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
        const bool is_heading = row.kind == Kind::heading;
        if (is_heading || groups.empty())
            groups.push_back({is_heading ? first_cell(row) : std::string(), {}});
        if (!is_heading)
            groups.back().rows.push_back(&row);
    }
    return groups;
}

void add_row(PageFields& fields, const TableView& table, const TableRow& row) {
    const bool is_note = row.kind == Kind::note;
    fields.flag("is_total", row.kind == Kind::total);
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

}  // namespace

void add_look(PageFields& fields, const StatementLook& look) {
    fields.markup("style", page_style(look));
    fields.text("logo", look.logo.empty() ? std::string()
                                          : "data:image/png;base64," + base64_text(look.logo));
}

void add_facts(PageFields& fields, const std::vector<ViewFact>& facts) {
    fields.list("facts", facts, [](PageFields& fact, const ViewFact& value, std::size_t) {
        fact.text("label", value.label);
        fact.text("value", value.value);
    });
}

void add_chart(PageFields& fields, std::string_view name, const ChartView& chart, ChartKind kind,
               const StatementLook& look) {
    fields.group(name, [&](PageFields& group) {
        group.text("title", chart.title);
        group.text("description", chart.description);
        group.markup("svg", kind == ChartKind::bars ? bar_chart_svg(chart, look.color)
                                                    : line_chart_svg(chart, look.color));
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

}  // namespace focus_billing
