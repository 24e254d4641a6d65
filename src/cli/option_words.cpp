#include "cli/option_words.hpp"

#include <CLI/CLI.hpp>

namespace focus_billing {

// CLI11 keeps the set itself out of reach; its description is {a,b,c}.
std::vector<std::string> choices_of(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    const auto open = type.find('{');
    if (open == std::string::npos || !type.ends_with('}'))
        return {};
    return CLI::detail::split(type.substr(open + 1, type.size() - open - 2), ',');
}

std::string value_name_of(const CLI::Option& option) {
    if (option.get_items_expected_max() == 0)
        return {};
    if (option.get_positional())
        return option.get_name(true);
    const std::string type = option.get_type_name();
    return type.substr(0, type.find(':'));
}

}  // namespace focus_billing
