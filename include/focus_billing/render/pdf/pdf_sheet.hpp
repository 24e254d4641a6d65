#pragma once

#include <string_view>

namespace focus_billing {

/// FB722 (usage) if the bytes are no PNG file, or a damaged one.
void check_logo(std::string_view png);

}  // namespace focus_billing
