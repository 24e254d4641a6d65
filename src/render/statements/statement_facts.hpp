#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/render/statements/page_view.hpp"

namespace focus_billing {

/// What stands at the top of a statement: number, PI, project, funds and the like; only what there
/// is.
[[nodiscard]] std::vector<ViewFact> statement_facts(const Statement& statement);

/// `project shoal`, `no project`.
[[nodiscard]] std::string project_text(std::string_view project_id);

}  // namespace focus_billing
