#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/attribute.hpp"

namespace focus_billing {

/// A key and its value as text: strings without their quotes, numbers as they were written,
/// `true`, `false`, and nothing for null.
struct Tag {
    std::string_view key;
    std::string_view value;
    bool is_string = true;  ///< false for a number, `true`, `false` and null
};

/// The Tags of one charge. The views live as long as the record that they were read from, and no
/// longer than this object.
struct Tags {
    std::vector<Tag> entries;
    /// What `tag_mapping` found in the entries; empty where there is nothing.
    AttributeTexts attributes{};
    /// What is wrong with the Tags, in words; empty if nothing is.
    std::string fault;
    /// The whole text, where something is wrong with it; else empty.
    std::string_view raw;
    /// Text that had to be decoded lives here.
    std::string decoded;
    /// Equal for tags of one reader that were found to be equal; 0 where that was not looked for.
    std::uint64_t number = 0;
};

inline const Tags no_tags{};

}  // namespace focus_billing
