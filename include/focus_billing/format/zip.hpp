#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// A zip archive with one file, dated `YYYY-MM-DD`. Equal arguments give equal bytes.
[[nodiscard]] std::string zip_text(const std::string& name, std::string_view text,
                                   const std::string& day);

}  // namespace focus_billing
