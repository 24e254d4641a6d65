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
    std::string output;  ///< the folder in which that of the month is made
    bool issue = false;
};

/// Makes the statements of a month and writes their files, an index and a summary; issues them, if
/// so ordered. Throws Error FB702 (state) if the month is not closed and they are to be issued, and
/// those of what it uses. What is wrong with the look comes before anything is changed or written.
[[nodiscard]] StatementRun run_statements(Session& session, const StatementRequest& request);

/// Writes the files of issued versions again: the same bytes, from what is on record. Returns how
/// many. Throws Error FB703 (state) if there is none.
[[nodiscard]] std::size_t reprint_statements(Session& session, const StatementRequest& request,
                                             const std::vector<StatementFilter>& wanted);

}  // namespace focus_billing
