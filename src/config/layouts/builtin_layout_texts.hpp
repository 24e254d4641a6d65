#pragma once

#include <string_view>

namespace focus_billing {

// The files of config/layouts/.
[[nodiscard]] std::string_view banner_layout();
[[nodiscard]] std::string_view detail_layout();
[[nodiscard]] std::string_view gl_layout();
[[nodiscard]] std::string_view hledger_layout();
[[nodiscard]] std::string_view kfs_layout();
[[nodiscard]] std::string_view oracle_fbdi_layout();
[[nodiscard]] std::string_view peoplesoft_layout();
[[nodiscard]] std::string_view summary_layout();
[[nodiscard]] std::string_view workday_layout();

}  // namespace focus_billing
