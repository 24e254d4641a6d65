#pragma once

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/statements/issued_statement.hpp"
#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/render/pdf/pdf_fonts.hpp"
#include "workflow/statements/statement_maker.hpp"

namespace focus_billing {

/// Issues each statement that was never issued, or whose fingerprint text differs from its latest
/// version, in one transaction, and reports it in `run`. With `fonts`, a text that they cannot show
/// is found before anything is recorded. Throws Error FB702 (state) for a version that would have
/// an earlier date than the previous one.
void issue_statements(StatementStore& month, StatementMaker& maker, const StatementStyle& style,
                      PdfFonts* fonts, const AuditContext& audit_context, StatementRun& run);

/// Sets the version that a draft would replace, or counts the draft as unchanged.
void compare_with_issued(StatementStore& month, Statement& draft, StatementRun& run);

}  // namespace focus_billing
