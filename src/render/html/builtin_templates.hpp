#pragma once

#include <string_view>

namespace focus_billing {

// The files of templates/, as they were when the program was built.

[[nodiscard]] std::string_view builtin_statement_template();
[[nodiscard]] std::string_view builtin_summary_template();
[[nodiscard]] std::string_view builtin_index_template();
[[nodiscard]] std::string_view builtin_page_style();

}  // namespace focus_billing
