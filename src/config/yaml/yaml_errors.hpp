#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

struct YamlExplanation {
    std::string message;
    std::string help;
};

/// Says in plain words what yaml-cpp means by `reason`. `line` is the line of the file where it
/// stopped, `before` the part of it left of that point.
[[nodiscard]] YamlExplanation explain_yaml_error(std::string_view reason, std::string_view line,
                                                 std::string_view before);

}  // namespace focus_billing
