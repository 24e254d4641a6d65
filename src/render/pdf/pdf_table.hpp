#pragma once

#include <vector>

#include "focus_billing/render/statements/page_view.hpp"
#include "render/pdf/pdf_blocks.hpp"

namespace focus_billing {

/// A table over the whole width. Its header stands again on every page; a row stays on one page
/// unless it is taller than a page.
class PdfTable {
public:
    /// Shapes all cells; `view` must outlive the object.
    PdfTable(PdfFlow& flow, const TableView& view);

    /// What must stand together at its beginning.
    [[nodiscard]] Points least_height(const PdfFlow& flow) const;
    void place(PdfFlow& flow) const;

private:
    struct Row {
        TableRow::Kind kind = TableRow::Kind::plain;
        std::vector<PdfText> cells;
        Points height = 0;
        Points ascent = 0;  // of the first line
    };

    [[nodiscard]] Row make_row(PdfFlow& flow, const std::vector<std::string>& cells,
                               TableRow::Kind kind, Points size) const;
    [[nodiscard]] bool is_kept_with_next(std::size_t row) const;
    [[nodiscard]] Points to_begin(const PdfFlow& flow, const Row& row) const;
    [[nodiscard]] Points to_begin_group(const PdfFlow& flow, std::size_t row) const;
    void place_header(PdfFlow& flow) const;
    void place_row(PdfFlow& flow, const Row& row) const;
    void place_cells(PdfFlow& flow, const Row& row) const;
    void place_tall_row(PdfFlow& flow, const Row& row) const;
    [[nodiscard]] TextSpot spot(PdfFlow& flow, const Row& row, std::size_t column) const;

    const TableView* m_view;
    Points m_size = 8;
    std::vector<Points> m_widths;  // with their padding
    Row m_header;
    std::vector<Row> m_rows;
};

/// The table under its title, if it has rows.
void add_table(PdfFlow& flow, const TableView& view, const TextStyle& title);

}  // namespace focus_billing
