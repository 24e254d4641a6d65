#pragma once

#include <span>
#include <string>
#include <string_view>

namespace focus_billing {

/// A section of the configuration and its allowed keys. The name of the top level is "", that of a
/// list entry ends in "[]", that of a group of keys in place of a text ends in "{}".
struct SectionKeys {
    std::string_view section;
    std::span<const std::string_view> keys;
};

/// The sections of the configuration.
[[nodiscard]] std::span<const SectionKeys> all_section_keys();

/// The sections of a journal layout, which is a separate file; its top level is "layout".
[[nodiscard]] std::span<const SectionKeys> layout_section_keys();

/// The sections below `convert`, where `convert.KIND` is a section of that kind, and those of the
/// map of a CSV file, which begin with "map". Defined in convert/conversion_keys.cpp.
[[nodiscard]] std::span<const SectionKeys> conversion_section_keys();

/// The keys of one of these sections. Throws std::logic_error for an unknown section.
[[nodiscard]] std::span<const std::string_view> allowed_keys(std::string_view section);

/// The help for an unknown key: a similar name, the section that the key belongs to, or the keys
/// allowed here.
[[nodiscard]] std::string help_for_unknown_key(std::string_view key, std::string_view section);

}  // namespace focus_billing
