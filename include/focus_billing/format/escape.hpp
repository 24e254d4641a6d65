#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace focus_billing {

/// A relative path as the reference of a link (RFC 3986): all bytes but unreserved characters and
/// `/` percent-encoded, so that a file's name is never taken for a scheme, a query or a fragment.
[[nodiscard]] std::string relative_link(std::string_view path);

/// A word as typed in a POSIX shell, quoted if necessary.
[[nodiscard]] std::string shell_word(std::string_view word);

/// Bytes in base64 (RFC 4648, section 4), with padding, on one line.
[[nodiscard]] std::string base64_text(std::string_view bytes);

/// Decodes what base64_text() wrote; nothing if `text` is not valid base64.
[[nodiscard]] std::optional<std::string> base64_bytes(std::string_view text);

/// A text escaped for HTML and SVG, between tags or in a quoted attribute: `&`, `<`, `>`, `"` and
/// `'` become references; control characters, which XML forbids, become U+FFFD.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace focus_billing
