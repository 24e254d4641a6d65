#pragma once

#include <string>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// JSON of what makes two versions of a statement differ for its reader: whose it is, its period,
/// sections, totals and charges. Not: number, version, issue date, the version before, the
/// organization, other months, warnings, what is held.
[[nodiscard]] std::string statement_substance(const Statement& statement);

}  // namespace focus_billing
