#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// Looks up an environment variable; nothing if it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

struct ExpandedText {
    std::string text;
    std::vector<std::string> missing;  ///< names of variables that are not set, each once
    bool malformed = false;            ///< a "${" without a valid name and a closing "}"
};

/// Replaces each `${NAME}` (letters, digits, `_`, no digit first) by the variable's value, which is
/// not expanded again, and `$${` by a literal `${`. Any other `$` stays.
[[nodiscard]] ExpandedText expand_environment(std::string_view text,
                                              const Environment& environment);

/// The text that `expand_environment` turns back into `text`.
[[nodiscard]] std::string escape_references(std::string_view text);

}  // namespace focus_billing
