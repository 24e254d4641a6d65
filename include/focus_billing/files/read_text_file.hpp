#pragma once

#include <string>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

/// The whole text of a small file. Throws Error of this kind and code if it cannot be read.
[[nodiscard]] std::string read_text_file(const std::string& path, ErrorKind kind, int code);

}  // namespace focus_billing
