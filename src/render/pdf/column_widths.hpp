#pragma once

#include <vector>

#include "focus_billing/render/statements/page_view.hpp"
#include "render/pdf/pdf_blocks.hpp"

namespace focus_billing {

/// The space on either side of a cell's text.
inline constexpr Points cell_padding = 4;

struct ColumnWidths {
    Points size = 8;             ///< of the letters
    std::vector<Points> widths;  ///< with their padding; together what was to be filled
};

/// As wide as the texts need, numbers first: these are not broken. Where texts would have too
/// little, letters are smaller.
[[nodiscard]] ColumnWidths column_widths(PdfFlow& flow, const TableView& view, Points width);

}  // namespace focus_billing
