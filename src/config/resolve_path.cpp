#include "config/resolve_path.hpp"

namespace focus_billing {

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

std::string resolve_path(const std::string& path, const std::string& folder) {
    if (path.starts_with('/') || folder.empty()) {
        return path;
    }
    return folder.ends_with('/') ? folder + path : folder + '/' + path;
}

}  // namespace focus_billing
