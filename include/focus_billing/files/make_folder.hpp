#pragma once

#include <string>

namespace focus_billing {

/// Makes a folder with those above it, where they are missing. Throws Error FB903 (environment).
void make_folder(const std::string& path);

}  // namespace focus_billing
