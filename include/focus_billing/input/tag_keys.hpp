#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// The meaning of the keys of the last tags: neighbouring rows usually have the same keys in the
/// same order. Use one for each thread and TagKeys.
class TagKeyMemo {
private:
    friend class TagKeys;
    struct Match {
        std::uint8_t attribute;
        unsigned distance;  ///< the key's rank first, then how it matched
    };
    struct Meaning {
        std::string key;
        std::vector<Match> matches;
    };

    std::vector<Meaning> m_by_place;
    std::size_t m_count = 0;
    bool m_has_same_keys = false;
};

/// Finds the attributes in a charge's tags by the configured keys of `tag_mapping`. A key matches
/// exactly, else without case, else after the prefix `user:` or `user_` that AWS writes. The first
/// configured key with a value that is not blank wins.
class TagKeys {
public:
    explicit TagKeys(const TagMapping& mapping);

    /// Fills `tags.attributes` from `tags.entries`. It is a fault if two matching keys differ only
    /// in case and have different values, or if a key occurs twice.
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
