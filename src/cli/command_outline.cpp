#include "cli/command_outline.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

#include "cli/check_arguments.hpp"

namespace focus_billing {

namespace {

ValueKind value_kind(const CLI::Option& option) {
    const auto name = value_name_of(option);
    if (name.empty())
        return ValueKind::none;
    if (!choices_of(option).empty())
        return ValueKind::choice;
    if (name == "FILE")
        return ValueKind::file;
    return name == "DIRECTORY" ? ValueKind::folder : ValueKind::text;
}

OptionOutline outline_option(const CLI::Option& option) {
    const auto& short_names = option.get_snames();
    return {.long_name = "--" + option.get_lnames().front(),
            .short_name = short_names.empty() ? "" : "-" + short_names.front(),
            .description = option.get_description(),
            .value = value_kind(option),
            .value_name = value_name_of(option),
            .choices = choices_of(option)};
}

void add_option(const CLI::Option& option, CommandOutline& outline) {
    if (option.get_positional()) {
        outline.argument = value_kind(option);
        outline.argument_name = value_name_of(option);
        outline.argument_choices = choices_of(option);
    } else if (!option.get_lnames().empty()) {
        outline.options.push_back(outline_option(option));
    }
}

void inherit(const std::vector<OptionOutline>& from_above, CommandOutline& outline) {
    for (const auto& option : from_above) {
        const auto own =
            std::ranges::find(outline.options, option.long_name, &OptionOutline::long_name);
        if (own == outline.options.end())
            outline.options.push_back(option);
    }
}

CommandOutline outline(const CLI::App& app, const std::vector<OptionOutline>& from_above) {
    CommandOutline result;
    result.name = app.get_name();
    result.description = app.get_description();
    for (const auto* option : app.get_options())
        add_option(*option, result);
    inherit(from_above, result);
    for (const auto* command : app.get_subcommands(std::function<bool(const CLI::App*)>()))
        result.commands.push_back(outline(*command, result.options));
    return result;
}

class HelpFormat : public CLI::Formatter {
public:
    HelpFormat() {
        label("Positionals", "Arguments");
        label("SUBCOMMAND", "COMMAND");
        label("SUBCOMMANDS", "COMMAND");
        column_width(26);
    }

    std::string make_help(const CLI::App* app, std::string name,
                          CLI::AppFormatMode mode) const override {
        const std::string footer = make_footer(app);
        std::string text = make_description(app) + "\n" + make_usage(app, name) +
                           make_subcommands(app, mode) + make_positionals(app) +
                           make_groups(app, mode) + (footer.empty() ? "" : "\n" + footer);
        if (app->get_parent() != nullptr)
            text += "\nGlobal options, such as --config FILE: focus-billing --help\n";
        return text;
    }

    std::string make_option_opts(const CLI::Option* option) const override {
        const auto choices = choices_of(*option);
        if (!choices.empty())
            return " " + CLI::detail::join(choices, "|");
        const auto value = value_name_of(*option);
        return option->get_positional() || value.empty() ? "" : " " + value;
    }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_format() {
    return std::make_shared<HelpFormat>();
}

CommandOutline outline_commands(const CLI::App& app) {
    return outline(app, {});
}

}  // namespace focus_billing
