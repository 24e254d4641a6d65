#pragma once

#include <cairo.h>

#include <memory>
#include <string_view>

namespace focus_billing {

/// The picture of a PNG file. FB722 (usage) if it is none.
[[nodiscard]] std::shared_ptr<cairo_surface_t> pdf_logo(std::string_view png);

}  // namespace focus_billing
