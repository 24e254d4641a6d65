#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// A known source as a JSON object on one line. Null stands for what is not set.
[[nodiscard]] std::string source_json(const KnownSource& source);

/// The source of a file and what decided. `finding` tells why there is none, or is null.
[[nodiscard]] std::string source_choice_json(const SourceChoice& choice, const Diagnostic* finding);

/// The known sources as a table; what is not set is `-`.
[[nodiscard]] std::string sources_text(const std::vector<KnownSource>& sources);

/// The source of a file and what decided: which patterns fit, and how.
[[nodiscard]] std::string source_choice_text(const SourceChoice& choice);

}  // namespace focus_billing
