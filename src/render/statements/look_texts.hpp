#pragma once

#include <string>
#include <string_view>

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

}  // namespace focus_billing
