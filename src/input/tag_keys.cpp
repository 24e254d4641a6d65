#include "focus_billing/input/tag_keys.hpp"

#include <algorithm>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

bool has_aws_prefix(std::string_view key) {
    return key.size() > 5 && key.starts_with("user") && (key[4] == ':' || key[4] == '_');
}

constexpr unsigned exact = 0;
constexpr unsigned other_case = 1;
constexpr unsigned behind_prefix = 2;
constexpr unsigned no_match = 0xFFFF;

const Tag* find_same_key(const std::vector<Tag>& entries) {
    constexpr std::size_t few = 24;
    if (entries.size() <= few) {
        for (std::size_t i = 1; i < entries.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (entries[i].key == entries[j].key)
                    return &entries[i];
            }
        }
        return nullptr;
    }
    std::vector<const Tag*> sorted;
    for (const auto& entry : entries)
        sorted.push_back(&entry);
    std::ranges::sort(sorted, {}, &Tag::key);
    const auto same = std::ranges::adjacent_find(sorted, {}, &Tag::key);
    return same == sorted.end() ? nullptr : *same;
}

}  // namespace

struct TagKeys::Best {
    unsigned distance = no_match;
    const Tag* tag = nullptr;
    const Tag* rival = nullptr;  // as near, with another value
};

TagKeys::TagKeys(const TagMapping& mapping) {
    for (std::size_t attribute = 0; attribute < attribute_count; ++attribute) {
        std::uint8_t rank = 0;
        for (const auto& name : mapping.keys[attribute]) {
            m_keys.push_back({name, static_cast<std::uint8_t>(attribute), rank});
            if (rank < UINT8_MAX)
                ++rank;
        }
    }
}

std::vector<TagKeyMemo::Match> TagKeys::matches_of(std::string_view key) const {
    std::vector<TagKeyMemo::Match> matches;
    const auto add = [&](std::string_view name, bool prefixed) {
        for (const auto& known : m_keys) {
            if (!equals_ignoring_case(known.name, name))
                continue;
            const unsigned kind = prefixed             ? behind_prefix
                                  : known.name == name ? exact
                                                       : other_case;
            matches.push_back({known.attribute, known.rank * 4U + kind});
        }
    };
    add(key, false);
    if (has_aws_prefix(key))
        add(key.substr(5), true);
    return matches;
}

void TagKeys::remember(const Tags& tags, TagKeyMemo& memo) const {
    const auto& entries = tags.entries;
    bool is_new = memo.m_count != entries.size();
    memo.m_count = entries.size();
    if (memo.m_by_place.size() < entries.size())
        memo.m_by_place.resize(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto& meaning = memo.m_by_place[i];
        if (meaning.key == entries[i].key && !meaning.key.empty())
            continue;
        is_new = true;
        meaning.key = entries[i].key;
        meaning.matches = matches_of(meaning.key);
    }
    if (is_new)
        memo.m_has_same_keys = find_same_key(entries) != nullptr;
}

void TagKeys::find_attributes(Tags& tags, TagKeyMemo& memo) const {
    remember(tags, memo);
    std::array<Best, attribute_count> bests{};
    for (std::size_t i = 0; i < tags.entries.size(); ++i) {
        const Tag& tag = tags.entries[i];
        const auto& matches = memo.m_by_place[i].matches;
        if (matches.empty() || trimmed(tag.value).empty())
            continue;
        for (const auto& match : matches) {
            Best& best = bests[match.attribute];
            if (match.distance < best.distance) {
                best = {match.distance, &tag, nullptr};
            } else if (match.distance == best.distance && best.tag->value != tag.value) {
                best.rival = &tag;
            }
        }
    }
    for (std::size_t i = 0; i < attribute_count; ++i) {
        tags.attributes[i] = bests[i].tag == nullptr ? std::string_view{} : bests[i].tag->value;
        if (bests[i].rival != nullptr && bests[i].rival->key != bests[i].tag->key &&
            tags.fault.empty()) {
            tags.fault = "the keys '" + std::string(bests[i].tag->key) + "' and '" +
                         std::string(bests[i].rival->key) + "' both mean " +
                         std::string(attribute_names[i]) + " and differ in value";
        }
    }
    if (memo.m_has_same_keys && tags.fault.empty())
        tags.fault = "the key '" + std::string(find_same_key(tags.entries)->key) + "' occurs twice";
}

}  // namespace focus_billing
