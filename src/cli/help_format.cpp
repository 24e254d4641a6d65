#include "cli/help_format.hpp"

#include "cli/option_words.hpp"

namespace focus_billing {

HelpFormat::HelpFormat() {
    label("Positionals", "Arguments");
    label("SUBCOMMAND", "COMMAND");
    label("SUBCOMMANDS", "COMMAND");
    column_width(26);
}

std::string HelpFormat::make_help(const CLI::App* app, std::string name,
                                  CLI::AppFormatMode mode) const {
    const std::string footer = make_footer(app);
    std::string text = make_description(app) + "\n" + make_usage(app, name) +
                       make_subcommands(app, mode) + make_positionals(app) +
                       make_groups(app, mode) + (footer.empty() ? "" : "\n" + footer);
    if (app->get_parent() != nullptr)
        text += "\nGlobal options, such as --config FILE: focus-billing --help\n";
    return text;
}

std::string HelpFormat::make_option_opts(const CLI::Option* option) const {
    const auto choices = choices_of(*option);
    if (!choices.empty())
        return " " + CLI::detail::join(choices, "|");
    const auto value = value_name_of(*option);
    return option->get_positional() || value.empty() ? "" : " " + value;
}

}  // namespace focus_billing
