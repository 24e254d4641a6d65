#include "convert/aws/aws_tags.hpp"

#include <array>

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 3> resource_tag_prefixes{"resourceTags/", "resource_tags.",
                                                                "resource_tags_"};
constexpr std::array<std::string_view, 3> cost_category_prefixes{"costCategory/", "cost_category.",
                                                                 "cost_category_"};

}  // namespace

std::string key_of_aws_tag(std::string_view key) {
    for (const std::string_view prefix : {"user_", "user:"}) {
        if (key.starts_with(prefix))
            return std::string(key.substr(prefix.size()));
    }
    return std::string(key);
}

std::string key_of_prefixed_tag(std::string_view key) {
    if (key.starts_with(cost_category_prefixes.front()))
        return std::string(key);
    const auto slash = key.find('/');
    return key_of_aws_tag(slash == std::string_view::npos ? key : key.substr(slash + 1));
}

std::string key_of_resource_tag(std::string_view key) {
    const auto own = resource_tag_prefixes.front();
    return key.starts_with(own) ? key_of_aws_tag(key.substr(own.size())) : std::string();
}

std::vector<std::pair<std::size_t, std::string>>
aws_tag_columns(const std::vector<std::string>& header) {
    std::vector<std::pair<std::size_t, std::string>> columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string_view name = header[i];
        for (const auto prefix : resource_tag_prefixes) {
            if (name.starts_with(prefix))
                columns.emplace_back(i, key_of_aws_tag(name.substr(prefix.size())));
        }
        for (const auto prefix : cost_category_prefixes) {
            if (name.starts_with(prefix))
                columns.emplace_back(i, "costCategory/" + header[i].substr(prefix.size()));
        }
    }
    return columns;
}

}  // namespace focus_billing
