#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// What the keys of the last tags mean: neighbouring rows mostly have the same keys in the same
/// order. One serves one thread, and one TagKeys.
class TagKeyMemo {
private:
    friend class TagKeys;
    struct Match {
        std::uint8_t attribute;
        unsigned distance;  ///< the key's rank first, then how it was met
    };
    struct Meaning {
        std::string key;
        std::vector<Match> matches;
    };

    std::vector<Meaning> m_by_place;
    std::size_t m_count = 0;
    bool m_has_same_keys = false;
};

/// Finds in a charge's tags what the configured keys of `tag_mapping` mean. A key is met exactly,
/// else without case, else behind the prefix `user:` or `user_` that AWS writes. The first
/// configured key that has a value which is not blank wins.
class TagKeys {
public:
    explicit TagKeys(const TagMapping& mapping);

    /// Fills `tags.attributes` from `tags.entries`. Two keys that differ in case alone, have
    /// different values and would both be taken are a fault, and so is a key that occurs twice.
    void find_attributes(Tags& tags, TagKeyMemo& memo) const;

private:
    struct Key {
        std::string name;
        std::uint8_t attribute;
        std::uint8_t rank;  ///< place in the list of the attribute's keys
    };
    struct Best;

    [[nodiscard]] std::vector<TagKeyMemo::Match> matches_of(std::string_view key) const;
    void remember(const Tags& tags, TagKeyMemo& memo) const;

    std::vector<Key> m_keys;
};

}  // namespace focus_billing
