#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// `text` as gzip (RFC 1952), without a name and a time: the same for the same text.
[[nodiscard]] std::string gzip_text(std::string_view text);

/// What was compressed. Damaged data throws Error FB112 (state) that names `name`.
[[nodiscard]] std::string gunzip_text(std::string_view compressed, const std::string& name);

/// The same; nothing if the data is damaged.
[[nodiscard]] std::string gunzip_text_if_whole(std::string_view compressed);

}  // namespace focus_billing
