#pragma once

#include <string>

#include "focus_billing/model/statements/statement.hpp"
#include "render/pdf/pdf_blocks.hpp"

namespace focus_billing {

/// The logo (the bytes of a PNG, or none) and who bills, at the top of the first page.
void add_letterhead(PdfFlow& flow, const Organization& organization, const std::string& logo);

/// The title of the document, and what it is about.
void add_title(PdfFlow& flow, const std::string& title, const std::string& subtitle);

}  // namespace focus_billing
