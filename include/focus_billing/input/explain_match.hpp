#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/imports/source_choice.hpp"

namespace focus_billing {

/// What `match_source` decides about a file's name, with its reasons. The result points into
/// `sources`.
[[nodiscard]] SourceChoice explain_match(const std::string& file,
                                         const std::vector<KnownSource>& sources);

}  // namespace focus_billing
