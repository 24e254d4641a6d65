#include "focus_billing/render/completion/zsh_completion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "render/completion/command_paths.hpp"

namespace focus_billing {

namespace {

// In the specifications of _arguments and _describe these characters have a meaning.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\')
            result += '\\';
        result += c;
    }
    return result;
}

std::string action(ValueKind kind, const std::vector<std::string>& choices) {
    switch (kind) {
    case ValueKind::choice: return fmt::format("({})", fmt::join(choices, " "));
    case ValueKind::file: return "_files";
    case ValueKind::folder: return "_files -/";
    case ValueKind::none:
    case ValueKind::text: break;
    }
    return " ";
}

std::string option_spec(const OptionOutline& option) {
    std::string rest = "[" + escaped(option.description) + "]";
    if (option.value != ValueKind::none)
        rest += ":" + escaped(option.value_name) + ":" + action(option.value, option.choices);
    const std::string equals = option.value == ValueKind::none ? "" : "=";
    if (option.short_name.empty())
        return shell_quoted(option.long_name + equals + rest);
    return fmt::format("'({0} {1})'{{{0},{1}{2}}}{3}", option.short_name, option.long_name, equals,
                       shell_quoted(rest));
}

std::vector<std::string> specs_of(const CommandOutline& command) {
    std::vector<std::string> specs;
    for (const auto& option : command.options)
        specs.push_back(option_spec(option));
    if (!command.commands.empty()) {
        specs.insert(specs.end(), {"'1: :->command'", "'*:: :->rest'"});
    } else if (command.argument != ValueKind::none) {
        specs.push_back(shell_quoted("*:" + escaped(command.argument_name) + ":" +
                                     action(command.argument, command.argument_choices)));
    }
    return specs;
}

std::string dispatch(const std::string& function, const CommandOutline& command) {
    std::string names;
    std::string calls;
    for (const auto& next : command.commands) {
        names += "                " +
                 shell_quoted(escaped(next.name) + ":" + escaped(next.description)) + "\n";
        calls += fmt::format("                {}) {}_{} ;;\n", next.name, function,
                             shell_name(next.name));
    }
    return fmt::format(R"(    case $state in
        command)
            local -a commands=(
{}            )
            _describe command commands
            ;;
        rest)
            case $words[1] in
{}            esac
            ;;
    esac
)",
                       names, calls);
}

std::string function_text(const std::string& function, const CommandOutline& command) {
    const bool has_commands = !command.commands.empty();
    return fmt::format("{}() {{\n{}    _arguments {} \\\n        {}\n{}}}\n\n", function,
                       has_commands ? "    local context state state_descr line\n"
                                      "    typeset -A opt_args\n"
                                    : "",
                       has_commands ? "-C" : "-s", fmt::join(specs_of(command), " \\\n        "),
                       has_commands ? dispatch(function, command) : "");
}

}  // namespace

std::string zsh_completion(const CommandOutline& program) {
    const auto function = "_" + shell_name(program.name);
    std::string text = "#compdef " + program.name + "\n\n";
    for_each_command(program, [&](const std::string& path, const CommandOutline& command) {
        text += function_text(function + shell_name(path), command);
    });
    return text + fmt::format("if [[ $funcstack[1] == {0} ]]; then\n    {0} \"$@\"\n"
                              "else\n    compdef {0} {1}\nfi\n",
                              function, program.name);
}

}  // namespace focus_billing
