#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/imports/source_choice.hpp"

namespace focus_billing {

/// A known source as a JSON object on one line. Null stands for what is not set.
[[nodiscard]] std::string source_json(const KnownSource& source);

/// The source of a file and what decided. `finding` tells why there is none, or is null.
[[nodiscard]] std::string source_choice_json(const SourceChoice& choice, const Diagnostic* finding);

}  // namespace focus_billing
