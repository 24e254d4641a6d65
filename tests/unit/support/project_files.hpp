#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace focus_billing {

inline std::filesystem::path project_path(const std::string& relative) {
    return std::filesystem::path(FOCUS_BILLING_PROJECT_DIR) / relative;
}

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot open " + path.string());
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

}  // namespace focus_billing
