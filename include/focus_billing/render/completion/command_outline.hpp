#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace focus_billing {

/// What may stand for an option's value, or for an argument.
enum class ValueKind : std::uint8_t { none, text, choice, file, folder };

struct OptionOutline {
    std::string long_name;   ///< with its dashes: `--dry-run`
    std::string short_name;  ///< `-q`, or empty
    std::string description;
    ValueKind value = ValueKind::none;
    std::string value_name;
    std::vector<std::string> choices;

    bool operator==(const OptionOutline&) const = default;
};

/// A command as one sees it from the command line.
struct CommandOutline {
    std::string name;
    std::string description;
    std::vector<OptionOutline> options;  ///< those of the commands above it, too
    ValueKind argument = ValueKind::none;
    std::string argument_name;
    std::vector<std::string> argument_choices;
    std::vector<CommandOutline> commands;
};

}  // namespace focus_billing
