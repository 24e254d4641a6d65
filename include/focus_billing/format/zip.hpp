#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// A zip archive with one file. It bears a day `YYYY-MM-DD`, and is the same for the same
/// arguments.
[[nodiscard]] std::string zip_text(const std::string& name, std::string_view text,
                                   const std::string& day);

}  // namespace focus_billing
