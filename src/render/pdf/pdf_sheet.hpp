#pragma once

#include <string>

#include "focus_billing/model/statements/statement_style.hpp"
#include "render/pdf/pdf_flow.hpp"

namespace focus_billing {

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
[[nodiscard]] PdfFlow begin_pages(const PdfSheet& sheet, const StatementLook& look,
                                  TextShaper& texts);

/// The file of a flow that is complete, with header, footer and number on each page.
[[nodiscard]] std::string finish_pages(PdfFlow& flow, const PdfSheet& sheet,
                                       const StatementLook& look);

}  // namespace focus_billing
