#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Writes a file aside, as `PATH.part`, flushes it to the disk and gives it its name; what had the
/// name is replaced. Throws Error FB903 (environment) if it cannot be written; then nothing
/// changes.
void replace_file(const std::string& path, std::string_view bytes);

/// Makes a folder with those above it, where they are missing. Throws the same.
void make_folder(const std::string& path);

}  // namespace focus_billing
