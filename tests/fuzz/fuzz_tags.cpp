#include <algorithm>
#include <string>

#include "focus_billing/format/utf8.hpp"
#include "focus_billing/input/parse_tags.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

TagMapping two_keys_each() {
    auto mapping = TagMapping::by_name();
    mapping.keys[index_of(Attribute::pi_email)] = {"pi_email", "owner"};
    return mapping;
}

std::string doubled(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result;
}

bool equal(const Tags& a, const Tags& b) {
    return a.fault == b.fault && a.attributes == b.attributes &&
           std::equal(
               a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
               [](const Tag& x, const Tag& y) { return x.key == y.key && x.value == y.value; });
}

void require_attributes_of_entries(const Tags& tags) {
    for (const auto value : tags.attributes) {
        require(value.empty() || std::any_of(tags.entries.begin(), tags.entries.end(),
                                             [&](const Tag& tag) { return tag.value == value; }));
    }
}

}  // namespace

/// Any bytes give tags. Where the quick way through a quoted field reads them, it agrees with the
/// way through decoded text, and with the way through a JSON parser, which a newline in front of
/// the object enforces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const TagParser parser(two_keys_each());
    const auto text = text_of(data, size);
    Tags plain;
    parser.parse(text, plain);
    require_attributes_of_entries(plain);
    const std::string raw = doubled(text);
    Tags quick;
    if (!parser.parse_doubled(raw, quick))
        return 0;
    require(equal(quick, plain));
    if (!is_utf8(text))
        return 0;
    const std::string behind_newline = "\n" + std::string(text);
    Tags slow;
    parser.parse(behind_newline, slow);
    require(equal(slow, plain));
    return 0;
}
