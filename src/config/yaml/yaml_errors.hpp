#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace focus_billing {

/// The first thing in a text that is not allowed there.
struct TextFault {
    enum class Kind : std::uint8_t { not_utf8, control_character };
    Kind kind;
    std::size_t offset;  ///< in bytes
    std::string name;    ///< "byte 0xE9" or "control character U+0000"
};

/// Looks for bytes that are not UTF-8 (RFC 3629) and for control characters (U+0000 to U+001F,
/// U+007F to U+009F) other than those in `allowed_controls`.
[[nodiscard]] std::optional<TextFault> find_text_fault(std::string_view text,
                                                       std::string_view allowed_controls = {});

/// `text` for a message: on one line, control characters and bytes that are not UTF-8 as \xNN, cut
/// off with '...' after about 100 characters.
[[nodiscard]] std::string printable(std::string_view text);

/// The number of characters (code points) in a UTF-8 text.
[[nodiscard]] std::uint64_t count_characters(std::string_view text);

struct YamlExplanation {
    std::string message;
    std::string help;
};

/// Explains yaml-cpp's `reason` in plain words. `line` is the line of the file where it stopped,
/// `before` the part of it left of that point.
[[nodiscard]] YamlExplanation explain_yaml_error(std::string_view reason, std::string_view line,
                                                 std::string_view before);

}  // namespace focus_billing
