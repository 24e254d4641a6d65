#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Makes a new file with this text, flushed to the disk. Throws Error: FB024 (usage) if there is
/// something of this name, FB903 (environment) if the file cannot be written; then it is removed.
void create_file(const std::string& path, std::string_view text);

}  // namespace focus_billing
