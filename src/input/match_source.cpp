#include "focus_billing/input/match_source.hpp"

#include <fnmatch.h>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

std::string_view base_name(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace

bool fits_pattern(std::string_view file_name, std::string_view pattern) {
    const std::string name = lower_case(base_name(file_name));
    const std::string wanted = lower_case(pattern);
    if (!is_glob(wanted)) {
        return name.find(wanted) != std::string::npos;
    }
    return fnmatch(wanted.c_str(), name.c_str(), 0) == 0;
}

SourceMatch match_source(std::string_view file_name, const std::vector<KnownSource>& sources) {
    SourceMatch match;
    for (const auto& source : sources) {
        if (!fits_pattern(file_name, source.pattern))
            continue;
        const auto size = source.pattern.size();
        if (match.source == nullptr || size > match.source->pattern.size()) {
            match = {&source, nullptr};
        } else if (size == match.source->pattern.size()) {
            match.rival = &source;
        }
    }
    return match;
}

const KnownSource* find_source(std::string_view name_or_pattern,
                               const std::vector<KnownSource>& sources) {
    for (const auto& source : sources) {
        if (equals_ignoring_case(source.name, name_or_pattern))
            return &source;
    }
    for (const auto& source : sources) {
        if (equals_ignoring_case(source.pattern, name_or_pattern))
            return &source;
    }
    return nullptr;
}

}  // namespace focus_billing
