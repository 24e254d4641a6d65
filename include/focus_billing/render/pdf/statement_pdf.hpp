#pragma once

#include <string>

#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/render/pdf/pdf_fonts.hpp"
#include "focus_billing/render/statements/page_view.hpp"

namespace focus_billing {

/// The summary of a run as a PDF file, under the same promises as statement_pdf().
[[nodiscard]] std::string summary_pdf(const SummaryView& view, const StatementStyle& style,
                                      PdfFonts& fonts);

/// The bytes of a PDF file: the same for the same view, look and font files. `look` gives paper,
/// colour and logo; its fonts are those that `fonts` was made of.
///
/// FB721 (usage) if no font has a character of the view; FB722 (usage) if the logo is no PNG.
[[nodiscard]] std::string statement_pdf(const StatementView& view, const StatementStyle& style,
                                        PdfFonts& fonts);

}  // namespace focus_billing
