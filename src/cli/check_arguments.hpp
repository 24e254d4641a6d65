#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace focus_billing {

/// Refuses the words of a command line about which CLI11 would say too little: commands, long
/// options and choices that are not there, and options without their value. Throws Error (FB020,
/// FB021, usage) that names the nearest word there is.
void check_words(const CLI::App& app, const std::vector<std::string>& arguments);

/// `focus-billing config check`: how a command is called.
[[nodiscard]] std::string full_name(const CLI::App& command);

}  // namespace focus_billing
