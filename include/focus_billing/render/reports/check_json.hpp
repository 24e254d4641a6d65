#pragma once

#include <string>

#include "focus_billing/model/check_line.hpp"

namespace focus_billing {

/// A line of a check as a JSON object, on one line. docs/check.md explains the fields.
[[nodiscard]] std::string check_line_json(const CheckLine& line);

}  // namespace focus_billing
