#pragma once

#include <string>
#include <vector>

namespace CLI {
class Option;
}

namespace focus_billing {

/// The words that an option takes, if it was declared with CLI::IsMember; else none.
[[nodiscard]] std::vector<std::string> choices_of(const CLI::Option& option);

/// What stands for the option's value in help: `FILE`, `DIRECTORY`, `TEXT`; empty for a flag.
[[nodiscard]] std::string value_name_of(const CLI::Option& option);

}  // namespace focus_billing
