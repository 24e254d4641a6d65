#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace focus_billing {

/// The words that an option takes, if it was declared with CLI::IsMember; else none.
[[nodiscard]] std::vector<std::string> choices_of(const CLI::Option& option);

/// What stands for the option's value in help: `FILE`, `DIRECTORY`, `TEXT`; empty for a flag.
[[nodiscard]] std::string value_name_of(const CLI::Option& option);

/// Refuses options of a command that stand before one of its actions (FB020, usage): they would be
/// taken for those of the command itself, and mean nothing. The arguments have been read.
void refuse_options_before_action(const CLI::App& program);

/// Refuses the words of a command line about which CLI11 would say too little: commands, long
/// options and choices that are not there, and options without their value. Throws Error (FB020,
/// FB021, usage) that names the nearest word there is.
void check_arguments(const CLI::App& app, const std::vector<std::string>& arguments);

/// `focus-billing config check`: how a command is called.
[[nodiscard]] std::string full_name(const CLI::App& command);

}  // namespace focus_billing
