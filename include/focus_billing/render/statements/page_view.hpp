#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

// A statement as it is to be read: every text formatted (`1,234.50`, `31 January 2025`), nothing
// left to be computed by a page. The HTML and the PDF show the same view.

struct TableColumn {
    std::string title;
    bool is_number = false;  ///< aligned to the right
};

struct TableRow {
    enum class Kind { plain, heading, total, note };
    Kind kind = Kind::plain;         ///< a heading and a note have one cell, for all columns
    std::vector<std::string> cells;  ///< one for each column
};

struct TableView {
    std::string title;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;

    [[nodiscard]] bool empty() const { return rows.empty(); }
};

struct ViewFact {
    std::string label;
    std::string value;
};

/// A bar, or a point in time. `share` is its part of the largest magnitude, from -1 to 1.
struct ChartPoint {
    std::string label;
    std::string value;     ///< formatted
    double share = 0;      ///< not money: for drawing alone
    bool is_known = true;  ///< false: there is no value
};

struct ChartView {
    std::string title;
    std::string description;  ///< the same in words, for who cannot see it
    std::vector<ChartPoint> points;
};

struct SectionView {
    std::string title;   ///< `Fund/org 123456-7890`
    TableView lines;     ///< services and the like, with the total of the section
    TableView postings;  ///< what goes into the journal
};

struct StatementView {
    std::string title;     ///< `Statement 2025-01-0007`, `Draft statement`
    std::string subtitle;  ///< `ada@example.edu, project shoal, January 2025`
    bool is_draft = false;
    Organization organization;
    std::vector<ViewFact> facts;  ///< number, PI, project, fund/orgs, cost centres, references ...
    std::string replaces;         ///< which version it takes the place of; may be empty
    std::string due;              ///< `1,234.50 USD`
    std::string due_note;         ///< list price and discount in a sentence; may be empty
    std::vector<std::string> warnings;
    std::string held;  ///< what is held and not on it; may be empty
    ChartView services;
    ChartView months;
    std::vector<SectionView> sections;
    TableView details;               ///< by fund/org, day and resource
    std::string rounding;            ///< how the details come to the amount due
    std::vector<std::string> notes;  ///< how to ask and dispute
    std::string footer;
    std::string author;      ///< of the document: the organization
    std::string issue_date;  ///< `2025-02-03`
    std::string language = "en";
};

struct SummaryView {
    std::string title;  ///< `Statements of January 2025: summary`
    std::string subtitle;
    bool is_draft = false;
    std::string organization;
    std::vector<ViewFact> facts;
    ChartView payers;               ///< the largest PIs of the largest currency
    std::vector<TableView> tables;  ///< total, by PI, project, source, service
    std::string footer;
    std::string author;
    std::string issue_date;
    std::string language = "en";
};

}  // namespace focus_billing
