#pragma once

#include <string_view>

namespace focus_billing {

/// The commented example configuration, config/focus-billing.yaml, as it was when the program was
/// built.
[[nodiscard]] std::string_view starter_config();

}  // namespace focus_billing
