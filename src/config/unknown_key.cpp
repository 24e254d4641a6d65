#include "config/unknown_key.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/allowed_keys.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view layout = "layout";

// Parts of an entry of a list are named only where no other place is.
bool is_inner(std::string_view section) {
    return section.find("[].") != std::string_view::npos;
}

// The sections of the same file.
std::span<const SectionKeys> sections_beside(std::string_view section) {
    return section.starts_with(layout) ? layout_section_keys() : all_section_keys();
}

std::string place_of(std::string_view section) {
    if (section.empty() || section == layout)
        return "at the top level, without indentation";
    if (section.starts_with(layout))
        section.remove_prefix(layout.size() + 1);
    return section.ends_with("[]")
               ? fmt::format("in an entry of {}", section.substr(0, section.size() - 2))
               : fmt::format("under {}", section);
}

std::vector<std::string> sections_with(std::string_view key, std::span<const SectionKeys> sections,
                                       bool inner) {
    std::vector<std::string> result;
    for (const auto& [section, keys] : sections) {
        if (is_inner(section) != inner || std::ranges::find(keys, key) == keys.end()) {
            continue;
        }
        result.push_back(place_of(section));
    }
    return result;
}

}  // namespace

std::string help_for_unknown_key(std::string_view key, std::string_view section) {
    if (key == "<<") {
        return "merge keys are not read: write the keys out";
    }
    const auto keys = allowed_keys(section);
    if (const auto near = nearest_name(key, keys)) {
        return fmt::format("did you mean '{}'?", *near);
    }
    for (const bool inner : {false, true}) {
        if (const auto places = sections_with(key, sections_beside(section), inner);
            !places.empty()) {
            return fmt::format("'{}' belongs {}", key, fmt::join(places, ", or "));
        }
    }
    return fmt::format("keys here: {}", fmt::join(keys, ", "));
}

}  // namespace focus_billing
