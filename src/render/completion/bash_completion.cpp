#include "focus_billing/render/completion/bash_completion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "render/completion/command_paths.hpp"

namespace focus_billing {

namespace {

// Bash cuts --color=auto into three words.
constexpr std::string_view walk =
    R"(    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}}
    local path='' index word
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${{COMP_WORDS[index]}}
        case $word in
            {0})
                if [[ ${{COMP_WORDS[index + 1]}} == '=' ]]; then index=$((index + 1)); fi
                index=$((index + 1))
                continue
                ;;
        esac
        case $path/$word in
            {1}) path+=/$word ;;
        esac
    done
    if [[ $current == '=' ]]; then
        current=''
    elif [[ $previous == '=' ]]; then
        previous=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
)";

constexpr std::string_view files = R"(compopt -o filenames 2>/dev/null || true
            mapfile -t COMPREPLY < <(compgen -{} -- "$current"))";

std::string words(const std::vector<std::string>& choices) {
    return fmt::format(R"(mapfile -t COMPREPLY < <(compgen -W '{}' -- "$current"))",
                       fmt::join(choices, " "));
}

std::string reply(ValueKind kind, const std::vector<std::string>& choices) {
    switch (kind) {
    case ValueKind::choice: return words(choices);
    case ValueKind::file: return fmt::format(files, "f");
    case ValueKind::folder: return fmt::format(files, "d");
    case ValueKind::none:
    case ValueKind::text: break;
    }
    return ":";
}

std::string branch(const std::string& pattern, const std::string& action) {
    return fmt::format("        {})\n            {}\n            ;;\n", pattern, action);
}

std::string option_values(const std::string& path, const CommandOutline& command) {
    std::string text;
    for (const auto& option : command.options) {
        if (option.value == ValueKind::none)
            continue;
        auto pattern = path + ":" + option.long_name;
        if (!option.short_name.empty())
            pattern += " | " + path + ":" + option.short_name;
        text += branch(pattern, reply(option.value, option.choices) + "\n            return");
    }
    return text;
}

std::string option_names(const std::string& path, const CommandOutline& command) {
    std::vector<std::string> names;
    for (const auto& option : command.options)
        names.push_back(option.long_name);
    return branch(path + ":-*", words(names));
}

std::string arguments(const std::string& path, const CommandOutline& command) {
    std::vector<std::string> names;
    for (const auto& next : command.commands)
        names.push_back(next.name);
    return branch(path + ":*",
                  names.empty() ? reply(command.argument, command.argument_choices) : words(names));
}

}  // namespace

std::string bash_completion(const CommandOutline& program) {
    std::string values;
    std::string rest;
    std::vector<std::string> paths;
    for_each_command(program, [&](const std::string& path, const CommandOutline& command) {
        values += option_values(path, command);
        rest += option_names(path, command) + arguments(path, command);
        if (!path.empty())
            paths.push_back(path);
    });
    const auto function = "_" + shell_name(program.name);
    return fmt::format("# bash completion for {}\n{}() {{\n", program.name, function) +
           fmt::format(walk, fmt::join(options_with_value(program), " | "),
                       fmt::join(paths, " | ")) +
           "    case $path:$previous in\n" + values + "    esac\n    case $path:$current in\n" +
           rest + fmt::format("    esac\n}}\ncomplete -F {} {}\n", function, program.name);
}

}  // namespace focus_billing
