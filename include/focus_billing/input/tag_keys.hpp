#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/config.hpp"
#include "focus_billing/model/tags.hpp"

namespace focus_billing {

/// Finds in a charge's tags what the configured keys of `tag_mapping` mean. A key is met exactly,
/// else without case, else behind the prefix `user:` or `user_` that AWS writes. The first
/// configured key that has a value which is not blank wins.
class TagKeys {
public:
    explicit TagKeys(const TagMapping& mapping);

    /// Fills `tags.attributes` from `tags.entries`. Two keys that differ in case alone, have
    /// different values and would both be taken are a fault.
    void find_attributes(Tags& tags) const;

private:
    struct Key {
        std::string name;
        std::uint8_t attribute;
        std::uint8_t rank;  ///< place in the list of the attribute's keys
    };
    struct Match;

    void match(const Tag& tag, std::string_view name, bool prefixed,
               std::array<Match, attribute_count>& best) const;

    std::vector<Key> m_keys;
    std::uint64_t m_sizes = 0;  // bit n: a key has n characters; the last bit: 63 or more
};

}  // namespace focus_billing
