#include "config/read_tag_mapping.hpp"

namespace focus_billing {

namespace {

std::vector<std::string> read_tag_keys(ConfigReader& reader, const Setting& setting) {
    std::vector<Setting> entries = {setting};
    if (setting.node->kind == YamlKind::list) {
        entries = reader.list(setting).value_or(std::vector<Setting>{});
    }
    std::vector<std::string> keys;
    for (const Setting& entry : entries) {
        if (auto key = reader.filled_text(entry)) {
            keys.push_back(std::move(*key));
        }
    }
    return keys;
}

}  // namespace

TagMapping read_tag_mapping(ConfigReader& reader, const Setting& setting) {
    TagMapping mapping = TagMapping::by_name();
    const Section section = reader.section(setting, "tag_mapping");
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (const Setting* keys = section.find(attribute_names[i])) {
            mapping.keys[i] = read_tag_keys(reader, *keys);
        }
    }
    return mapping;
}

}  // namespace focus_billing
