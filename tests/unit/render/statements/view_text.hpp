#pragma once

#include <string>
#include <vector>

#include "focus_billing/render/statements/page_view.hpp"

namespace focus_billing {

inline std::string joined_cells(const std::vector<std::string>& cells) {
    std::string text;
    for (const auto& cell : cells)
        text += (&cell == &cells.front() ? "" : " | ") + cell;
    return text + "\n";
}

/// A table line by line; before a row its kind, behind the title of a number `>`.
inline std::string table_text(const TableView& table) {
    std::vector<std::string> titles;
    for (const auto& column : table.columns)
        titles.push_back(column.title + (column.is_number ? ">" : ""));
    std::string text = "[" + table.title + "]\n" + joined_cells(titles);
    for (const auto& row : table.rows) {
        constexpr const char* marks[] = {"- ", "# ", "= ", "* "};
        text += marks[static_cast<std::size_t>(row.kind)] + joined_cells(row.cells);
    }
    return text;
}

inline std::string chart_text(const ChartView& chart) {
    std::string text = "[" + chart.title + "] " + chart.description + "\n";
    for (const auto& point : chart.points) {
        text += point.label + " | " + point.value + " | " +
                (point.is_known ? std::to_string(point.share).substr(0, 6) : "unknown") + "\n";
    }
    return text;
}

inline std::string facts_text(const std::vector<ViewFact>& facts) {
    std::string text;
    for (const auto& fact : facts)
        text += fact.label + ": " + fact.value + "\n";
    return text;
}

/// All texts of a view, in its order.
inline std::string view_text(const StatementView& view) {
    std::string text = view.title + "\n" + view.subtitle + "\n" + facts_text(view.facts);
    for (const auto* sentence : {&view.replaces, &view.due, &view.due_note})
        text += *sentence + "\n";
    for (const auto& warning : view.warnings)
        text += "! " + warning + "\n";
    text += view.held + "\n" + chart_text(view.services) + chart_text(view.months);
    for (const auto& section : view.sections)
        text +=
            "## " + section.title + "\n" + table_text(section.lines) + table_text(section.postings);
    text += table_text(view.details) + view.rounding + "\n";
    for (const auto& note : view.notes)
        text += note + "\n";
    return text + view.footer + "\n" + view.author + " " + view.issue_date + " " + view.language +
           "\n";
}

}  // namespace focus_billing
