#pragma once

#include <optional>
#include <string>

namespace focus_billing {

/// The series of a file: what the one group of `pattern` (RE2) matches in the file's base name.
/// Nothing if the pattern is not found there.
[[nodiscard]] std::optional<std::string> series_of(const std::string& file_name,
                                                   const std::string& pattern);

}  // namespace focus_billing
