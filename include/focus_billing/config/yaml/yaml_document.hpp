#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace focus_billing {

enum class YamlKind : std::uint8_t { null, text, list, map };

struct YamlNode;

struct YamlPair {
    const YamlNode* key = nullptr;
    const YamlNode* value = nullptr;
};

/// A value of a YAML file as written: scalars are text, the pairs of a map keep their order and
/// duplicates, and an alias is the node that it refers to. Line and column count from 1, columns in
/// characters.
struct YamlNode {
    YamlKind kind = YamlKind::null;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string text;                    ///< of a text
    std::vector<const YamlNode*> items;  ///< of a list
    std::vector<YamlPair> pairs;         ///< of a map
};

/// Owns the nodes of one YAML document. Without `root` the file is empty or has only comments.
struct YamlDocument {
    YamlDocument() = default;
    YamlDocument(const YamlDocument&) = delete;
    YamlDocument& operator=(const YamlDocument&) = delete;
    YamlDocument(YamlDocument&&) = default;
    YamlDocument& operator=(YamlDocument&&) = default;
    ~YamlDocument() = default;

    std::deque<YamlNode> nodes;
    const YamlNode* root = nullptr;
};

}  // namespace focus_billing
