#pragma once

#include <string>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// Where the files of a statement go, below the folder of its month and without their ending:
/// `ada@example.edu/2025-01_ada@example.edu_shoal_2025-01-0007`. What is no letter, digit or one of
/// `.-_@+` in ASCII becomes `_`, and long parts are cut; a folder whose name was changed so has a
/// mark of the PI behind it, and a draft has one of the statement instead of a number: no two
/// statements have the same files, and no two PIs the same folder.
[[nodiscard]] std::string statement_path(const Statement& statement);

}  // namespace focus_billing
