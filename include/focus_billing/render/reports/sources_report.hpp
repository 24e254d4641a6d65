#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/imports/source_choice.hpp"

namespace focus_billing {

/// The known sources as a table; what is not set is `-`.
[[nodiscard]] std::string sources_text(const std::vector<KnownSource>& sources);

/// The source of a file and what decided: which patterns fit, and how.
[[nodiscard]] std::string source_choice_text(const SourceChoice& choice);

}  // namespace focus_billing
