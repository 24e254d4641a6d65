#include "focus_billing/input/tag_keys.hpp"

#include <algorithm>

#include "focus_billing/model/ascii.hpp"

namespace focus_billing {

namespace {

std::uint64_t size_bit(std::size_t size) { return std::uint64_t{1} << std::min<std::size_t>(size, 63); }

bool has_aws_prefix(std::string_view key) {
    return key.size() > 5 && key.starts_with("user") && (key[4] == ':' || key[4] == '_');
}

constexpr unsigned exact = 0;
constexpr unsigned other_case = 1;
constexpr unsigned behind_prefix = 2;
constexpr unsigned no_match = 0xFFFF;

}  // namespace

struct TagKeys::Match {
    unsigned distance = no_match;  // the key's rank first, then how it was met
    const Tag* tag = nullptr;
    const Tag* rival = nullptr;    // as near, with another value
};

TagKeys::TagKeys(const TagMapping& mapping) {
    for (std::size_t attribute = 0; attribute < attribute_count; ++attribute) {
        std::uint8_t rank = 0;
        for (const auto& name : mapping.keys[attribute]) {
            m_keys.push_back({name, static_cast<std::uint8_t>(attribute), rank});
            m_sizes |= size_bit(name.size());
            if (rank < UINT8_MAX) ++rank;
        }
    }
}

void TagKeys::match(const Tag& tag, std::string_view name, bool prefixed,
                    std::array<Match, attribute_count>& best) const {
    if ((m_sizes & size_bit(name.size())) == 0) return;
    for (const auto& key : m_keys) {
        if (!equals_ignoring_case(key.name, name)) continue;
        const unsigned kind = prefixed ? behind_prefix : key.name == name ? exact : other_case;
        const unsigned distance = key.rank * 4U + kind;
        Match& match = best[key.attribute];
        if (distance < match.distance) {
            match = {distance, &tag, nullptr};
        } else if (distance == match.distance && match.tag->value != tag.value) {
            match.rival = &tag;
        }
    }
}

void TagKeys::find_attributes(Tags& tags) const {
    std::array<Match, attribute_count> best{};
    for (const auto& tag : tags.entries) {
        if (trimmed(tag.value).empty()) continue;
        match(tag, tag.key, false, best);
        if (has_aws_prefix(tag.key)) match(tag, tag.key.substr(5), true, best);
    }
    for (std::size_t i = 0; i < attribute_count; ++i) {
        tags.attributes[i] = best[i].tag == nullptr ? std::string_view{} : best[i].tag->value;
        if (best[i].rival != nullptr && best[i].rival->key != best[i].tag->key &&
            tags.fault.empty()) {
            tags.fault = "the keys '" + std::string(best[i].tag->key) + "' and '" +
                         std::string(best[i].rival->key) + "' both mean " +
                         std::string(attribute_names[i]) + " and differ in value";
        }
    }
}

}  // namespace focus_billing
