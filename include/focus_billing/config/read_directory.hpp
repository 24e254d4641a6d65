#pragma once

#include <vector>

#include "focus_billing/config/directory_input.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/directory.hpp"

namespace focus_billing {

struct LoadedDirectory {
    Directory directory;  ///< must not be used if there are findings
    std::vector<Diagnostic> diagnostics;
};

/// Reads the directory. Columns are found by name without case, in any order; others are ignored.
/// Projects have `project_id`, `pi_email`, `fund_org`, `account_code`, `start`, `end`, people
/// `email`, `end`, `successor`, fund/orgs `fund_org`, `open`, `close`; the first of each is
/// required. Dates are `YYYY-MM-DD`, `end` and `close` the last day. All findings are errors (FB030
/// to FB034, and those of the CSV itself), in the order of the files.
[[nodiscard]] LoadedDirectory read_directory(const DirectoryInput& projects,
                                             const DirectoryInput& people,
                                             const DirectoryInput& fund_orgs);

}  // namespace focus_billing
