#pragma once

#include <string>

#include "render/pdf/pdf_page.hpp"

namespace focus_billing {

/// A file of the document, the same bytes for the same document.
[[nodiscard]] std::string pdf_bytes(const PdfDocument& document);

}  // namespace focus_billing
