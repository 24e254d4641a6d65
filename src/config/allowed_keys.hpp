#pragma once

#include <span>
#include <string>
#include <string_view>

namespace focus_billing {

/// A part of the configuration and the keys it may have. The top level has the name "", an entry
/// of a list its list's name with "[]",
/// a group of keys in the place of a text "{}".
struct SectionKeys {
    std::string_view section;
    std::span<const std::string_view> keys;
};

/// Those of the configuration.
[[nodiscard]] std::span<const SectionKeys> all_section_keys();

/// Those of a journal layout, which is a file of its own; its top level is "layout".
[[nodiscard]] std::span<const SectionKeys> layout_section_keys();

/// Those below `convert`, where `convert.KIND` is a section of that kind, and those of the map of a
/// CSV file, which begin with "map". In convert/conversion_keys.cpp.
[[nodiscard]] std::span<const SectionKeys> conversion_section_keys();

/// The keys of one section of any of these. An unknown section is a std::logic_error.
[[nodiscard]] std::span<const std::string_view> allowed_keys(std::string_view section);

/// What to do about a key that the section does not have: a near name, the section in which the key
/// belongs, or the keys that are allowed here.
[[nodiscard]] std::string help_for_unknown_key(std::string_view key, std::string_view section);

}  // namespace focus_billing
