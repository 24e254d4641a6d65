#pragma once

#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// The style of statements from the configuration, with the bytes of its logo and its templates.
/// Mistakes in templates are printed; throws ConfigurationRefused if they include an error. Throws
/// Error FB704 (usage) for a file that cannot be read.
[[nodiscard]] StatementStyle load_statement_look(Session& session);

}  // namespace focus_billing
