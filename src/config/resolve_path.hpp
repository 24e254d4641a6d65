#pragma once

#include <string>

namespace focus_billing {

/// The folder part of a path: "" for a bare file name.
[[nodiscard]] std::string folder_of(const std::string& path);

/// `path` itself if it is absolute, else the path that begins in `folder`. Only the text counts:
/// no disk is looked at, and `..` stays, because a symbolic link may stand before it.
[[nodiscard]] std::string resolve_path(const std::string& path, const std::string& folder);

}  // namespace focus_billing
