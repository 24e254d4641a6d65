#pragma once

#include <string>
#include <string_view>

#include "focus_billing/model/statements/statement.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

/// What stands for the placeholders of the texts of a look; empty: there is none.
struct LookValues {
    std::string email;
    std::string number;
    std::string period;
};

/// A text of a look with its placeholders filled. A sentence that has one without a value is left
/// out; sentences end with `.` or `!` and a blank, so that a question goes with what follows.
[[nodiscard]] std::string filled_look_text(std::string_view text, const LookValues& values);

// Each is empty if there is nothing to say.

/// Which version this one takes the place of, and what that changes.
[[nodiscard]] std::string replaces_sentence(const Statement& statement, const Money& money);

/// List price and discount; that a negative amount is a credit, and that nothing is due.
[[nodiscard]] std::string due_note(const Statement& statement, const Money& money);

/// What is held for review, and so is missing.
[[nodiscard]] std::string held_sentence(const Statement& statement, const Money& money);

/// How the unrounded charges come to the amount due.
[[nodiscard]] std::string rounding_sentence(const Statement& statement, const Money& money);

/// That a date of the project is near, or past.
[[nodiscard]] std::string warning_sentence(const StatementWarning& warning);

}  // namespace focus_billing
