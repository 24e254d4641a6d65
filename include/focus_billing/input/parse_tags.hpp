#pragma once

#include <string_view>

#include "focus_billing/input/tag_keys.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// Reads the Tags of a charge (FOCUS attribute KeyValueFormat): a JSON object of strings, numbers,
/// `true`, `false` and null. Also reads an array of {"key", "value"} objects and Azure's
/// `"k":"v","k2":"v2"` without braces. Duplicate keys, nested values and invalid JSON are reported
/// in `tags.fault`; what could be read is kept.
class TagParser {
public:
    explicit TagParser(const TagMapping& mapping) : m_keys(mapping) {}

    /// `text`, decoded, is the whole value of the Tags column. Empty text means no tags.
    void parse(std::string_view text, Tags& tags, TagKeyMemo& memo) const;
    void parse(std::string_view text, Tags& tags) const {
        TagKeyMemo memo;
        parse(text, tags, memo);
    }

    /// The same for a quoted CSV field as in the file, with every quote doubled. False if it must
    /// be decoded and passed to `parse` instead.
    [[nodiscard]] bool parse_doubled(std::string_view raw, Tags& tags, TagKeyMemo& memo) const;
    [[nodiscard]] bool parse_doubled(std::string_view raw, Tags& tags) const {
        TagKeyMemo memo;
        return parse_doubled(raw, tags, memo);
    }

private:
    TagKeys m_keys;
};

}  // namespace focus_billing
