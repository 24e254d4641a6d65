#pragma once

#include <string>

#include "focus_billing/model/statements/issued_statement.hpp"
#include "focus_billing/workflow/session.hpp"
#include "focus_billing/workflow/statements/statement_files.hpp"

namespace focus_billing {

struct StatementRequest {
    StatementFilter filter;  ///< with its period
    StatementFormats formats;
    std::string formats_text;
    std::string issue_date;
    std::string output;  ///< the folder for the month's folder
    bool issue = false;
};

/// Makes the statements of a month and writes their files, an index and a summary; issues them on
/// request. Throws Error FB702 (state) if they should be issued and the month is not closed, and
/// the errors of the functions it calls. Faults of the style are found before anything is changed
/// or written.
[[nodiscard]] StatementRun run_statements(Session& session, const StatementRequest& request);

/// Writes the files of issued versions again, with the same bytes, from their records. Returns how
/// many. Throws Error FB703 (state) if there are none.
[[nodiscard]] std::size_t reprint_statements(Session& session, const StatementRequest& request,
                                             const std::vector<StatementFilter>& wanted);

}  // namespace focus_billing
