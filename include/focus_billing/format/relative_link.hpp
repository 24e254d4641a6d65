#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// A relative path as the reference of a link (RFC 3986): all bytes but unreserved characters and
/// `/` percent-encoded, so that a file's name is never taken for a scheme, a query or a fragment.
[[nodiscard]] std::string relative_link(std::string_view path);

}  // namespace focus_billing
