#include "render/completion/command_paths.hpp"

#include <algorithm>
#include <set>

namespace focus_billing {

namespace {

using Visit = std::function<void(const std::string&, const CommandOutline&)>;

void visit_below(const std::string& path, const CommandOutline& command, const Visit& visit) {
    visit(path, command);
    for (const auto& next : command.commands)
        visit_below(path + "/" + next.name, next, visit);
}

}  // namespace

void for_each_command(const CommandOutline& program, const Visit& visit) {
    visit_below("", program, visit);
}

std::vector<std::string> options_with_value(const CommandOutline& program) {
    std::set<std::string> names;
    for_each_command(program, [&](const std::string&, const CommandOutline& command) {
        for (const auto& option : command.options) {
            if (option.value == ValueKind::none)
                continue;
            names.insert(option.long_name);
            if (!option.short_name.empty())
                names.insert(option.short_name);
        }
    });
    return {names.begin(), names.end()};
}

std::string shell_name(const std::string& name) {
    std::string result = name;
    std::ranges::replace_if(
        result, [](char c) { return c == '-' || c == '/'; }, '_');
    return result;
}

std::string shell_quoted(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    return quoted + "'";
}

}  // namespace focus_billing
