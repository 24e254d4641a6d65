#pragma once

#include <string>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// JSON of what makes two versions of a statement differ for its reader: whose it is, its period,
/// sections, totals and charges. Not: number, version, issue date, the version before, the
/// organization, other months, warnings, what is held.
[[nodiscard]] std::string statement_fingerprint_text(const Statement& statement);

/// The record of a statement as JSON: every field under its own name, amounts as strings, null for
/// an empty text, each charge on one line. All texts must be UTF-8. `read_statement` reads it back.
/// Takes little more memory than the text itself.
[[nodiscard]] std::string statement_json(const Statement& statement);

}  // namespace focus_billing
