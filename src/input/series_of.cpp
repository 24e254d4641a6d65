#include "focus_billing/input/series_of.hpp"

#include <re2/re2.h>

namespace focus_billing {

std::optional<std::string> series_of(const std::string& file_name, const std::string& pattern) {
    const std::string base_name = file_name.substr(file_name.rfind('/') + 1);
    std::string series;
    if (!RE2::PartialMatch(base_name, pattern, &series))
        return std::nullopt;
    return series;
}

}  // namespace focus_billing
