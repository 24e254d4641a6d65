#pragma once

#include <string>
#include <string_view>

#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "render/journals/layout_column.hpp"

namespace focus_billing {

/// A journal as plain-text accounting that hledger (also `hledger check -s`) and ledger read: one
/// transaction for each document, debits above 0. The columns `payer` and `source` of the layout's
/// lines are the names of accounts; one that ledger would refuse is told, FB830: it takes 255 bytes
/// between two colons, and lines of up to 4,096. What else is known of a line is in tags, cut to
/// 500 bytes each; in them `,` becomes a blank and `[` `(`, since a comma ends a tag and brackets
/// hold a date.
[[nodiscard]] std::string ledger_text(const Journal& journal, const JournalLayout& layout,
                                      const OnFault& on_fault);

/// A text as a part of an account's name. What could not stand there, as `:` and `;`, is written as
/// `%` and two hexadecimal digits for each byte; so no two texts become one. An empty one is `-`.
[[nodiscard]] std::string account_part(std::string_view text);

}  // namespace focus_billing
