#pragma once

#include <string_view>

#include "focus_billing/input/tag_keys.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// Reads the Tags of a charge (FOCUS attribute KeyValueFormat): a JSON object of strings, numbers,
/// `true`, `false` and null. Read as well are an array of {"key", "value"} objects and Azure's
/// `"k":"v","k2":"v2"` without braces. Keys that occur twice, nested values and text that is no
/// JSON are told in `tags.fault`; what could be read is kept.
class TagParser {
public:
    explicit TagParser(const TagMapping& mapping) : m_keys(mapping) {}

    /// `text`, decoded, is the whole value of the Tags column. Empty text means no tags.
    void parse(std::string_view text, Tags& tags, TagKeyMemo& memo) const;
    void parse(std::string_view text, Tags& tags) const {
        TagKeyMemo memo;
        parse(text, tags, memo);
    }

    /// The same for a quoted CSV field as it stands in the file, every quote doubled. False if it
    /// has to be decoded first and given to `parse`.
    [[nodiscard]] bool parse_doubled(std::string_view raw, Tags& tags, TagKeyMemo& memo) const;
    [[nodiscard]] bool parse_doubled(std::string_view raw, Tags& tags) const {
        TagKeyMemo memo;
        return parse_doubled(raw, tags, memo);
    }

private:
    TagKeys m_keys;
};

}  // namespace focus_billing
