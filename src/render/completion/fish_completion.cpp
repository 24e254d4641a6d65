#include "focus_billing/render/completion/fish_completion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "render/completion/command_paths.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view functions = R"fish(function {0}_path
    set -l path ''
    set -l skip no
    for word in (commandline -opc)[2..-1]
        if test $skip = yes
            set skip no
        else if contains -- $word {1}
            set skip yes
        else if contains -- $path/$word {2}
            set path $path/$word
        end
    end
    echo $path
end

function {0}_at
    test "$({0}_path)" = "$argv[1]"
end

)fish";

// In fish's single quotes a backslash and a quote are escaped.
std::string fish_quoted(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

std::string value(ValueKind kind, const std::vector<std::string>& choices) {
    switch (kind) {
    case ValueKind::choice: return fmt::format(" -x -a '{}'", fmt::join(choices, " "));
    case ValueKind::file: return " -r -F";
    case ValueKind::folder: return " -x -a '(__fish_complete_directories)'";
    case ValueKind::text: return " -x";
    case ValueKind::none: break;
    }
    return "";
}

std::string argument(const CommandOutline& command) {
    switch (command.argument) {
    case ValueKind::choice:
        return fmt::format(" -a '{}'", fmt::join(command.argument_choices, " "));
    case ValueKind::file: return " -F";
    case ValueKind::folder: return " -a '(__fish_complete_directories)'";
    case ValueKind::text:
    case ValueKind::none: break;
    }
    return "";
}

std::string option_words(const OptionOutline& option) {
    std::string text = " -l " + option.long_name.substr(2);
    if (!option.short_name.empty())
        text += " -s " + option.short_name.substr(1);
    return text + value(option.value, option.choices) + " -d " + fish_quoted(option.description);
}

std::string command_lines(const std::string& start, const CommandOutline& command) {
    std::string text;
    for (const auto& next : command.commands)
        text += start + " -a " + next.name + " -d " + fish_quoted(next.description) + "\n";
    for (const auto& option : command.options)
        text += start + option_words(option) + "\n";
    const auto words = argument(command);
    return words.empty() ? text : text + start + words + "\n";
}

}  // namespace

std::string fish_completion(const CommandOutline& program) {
    const auto function = "__" + shell_name(program.name);
    const auto complete = "complete -c " + program.name;
    std::string lines;
    std::vector<std::string> paths;
    for_each_command(program, [&](const std::string& path, const CommandOutline& command) {
        lines +=
            command_lines(fmt::format("{} -n '{}_at \"{}\"'", complete, function, path), command);
        if (!path.empty())
            paths.push_back(path);
    });
    return "# fish completion for " + program.name + "\n" +
           fmt::format(functions, function, fmt::join(options_with_value(program), " "),
                       fmt::join(paths, " ")) +
           complete + " -f\n" + lines;
}

}  // namespace focus_billing
