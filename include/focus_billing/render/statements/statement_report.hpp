#pragma once

#include <string>

#include "focus_billing/model/statements/statement_run.hpp"

namespace focus_billing {

/// What a run of `statements` did, for a person and for a machine.
[[nodiscard]] std::string statement_run_text(const StatementRun& run);
[[nodiscard]] std::string statement_run_json(const StatementRun& run);

}  // namespace focus_billing
