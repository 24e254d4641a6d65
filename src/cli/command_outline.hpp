#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "focus_billing/render/completion/command_outline.hpp"

namespace CLI {
class App;
}

namespace focus_billing {

/// Lays out help: commands before options, and only those words about an option that a user needs.
class HelpFormat : public CLI::Formatter {
public:
    HelpFormat();

    std::string make_help(const CLI::App* app, std::string name,
                          CLI::AppFormatMode mode) const override;
    std::string make_option_opts(const CLI::Option* option) const override;
};

/// All that is declared on an app and on the commands below it.
[[nodiscard]] CommandOutline outline_commands(const CLI::App& app);

}  // namespace focus_billing
