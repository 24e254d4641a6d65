#pragma once

#include <string>

#include "render/pdf/pdf_flow.hpp"

namespace focus_billing {

/// A frame at the right edge, `width` wide, with the amount due in large letters and a note below;
/// the flow stays where it is. Returns its height.
Points place_amount_due(PdfFlow& flow, const std::string& due, const std::string& note,
                        Points width);

}  // namespace focus_billing
