#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace focus_billing {

/// Lays out help: commands before options, and only those words about an option that a user needs.
class HelpFormat : public CLI::Formatter {
public:
    HelpFormat();

    std::string make_help(const CLI::App* app, std::string name,
                          CLI::AppFormatMode mode) const override;
    std::string make_option_opts(const CLI::Option* option) const override;
};

}  // namespace focus_billing
