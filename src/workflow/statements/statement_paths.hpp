#pragma once

#include <string>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// Where the files of a statement go, below the folder of its month and without their ending:
/// `ada@example.edu/2025-01_ada@example.edu_shoal_2025-01-0007`. Everything except ASCII letters,
/// digits and `.-_@+` becomes `_`, and long parts are cut. A folder name changed in this way is
/// followed by a hash of the PI, and a draft has a hash of the statement instead of a number, so
/// that no two statements have the same files, and no two PIs the same folder.
[[nodiscard]] std::string statement_path(const Statement& statement);

}  // namespace focus_billing
