#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <string_view>

#include "focus_billing/model/statements/statement_style.hpp"
#include "render/pdf/pdf_blocks.hpp"

namespace focus_billing {

/// The picture of a PNG file. FB722 (usage) if it is none.
[[nodiscard]] std::shared_ptr<cairo_surface_t> pdf_logo(std::string_view png);

/// What stands on every page of a document, around the flow.
struct PdfSheet {
    std::string title;
    std::string subject;  ///< the title in more words
    std::string organization;
    std::string author;
    std::string footer;
    std::string issue_date;
    bool is_draft = false;
};

/// `#RRGGBB`; black for anything else.
[[nodiscard]] PdfColor pdf_color(const std::string& hexadecimal);

/// Pages of the paper, with room for the footer.
[[nodiscard]] PdfFlow begin_pages(const PdfSheet& sheet, const StatementStyle& style,
                                  TextShaper& texts);

/// The file of a flow that is complete, with header, footer and number on each page.
[[nodiscard]] std::string finish_pages(PdfFlow& flow, const PdfSheet& sheet,
                                       const StatementStyle& style);

}  // namespace focus_billing
