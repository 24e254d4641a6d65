#pragma once

#include <string>

#include "focus_billing/model/journals/journal_explanation.hpp"

namespace focus_billing {

[[nodiscard]] std::string journal_explanation_text(const JournalExplanation& explanation);
[[nodiscard]] std::string journal_explanation_json(const JournalExplanation& explanation);

}  // namespace focus_billing
