#include <CLI/CLI.hpp>

#include <algorithm>

#include <ostream>

#include "cli/command_outline.hpp"
#include "cli/commands/commands.hpp"
#include "focus_billing/render/completion/bash_completion.hpp"
#include "focus_billing/render/completion/fish_completion.hpp"
#include "focus_billing/render/completion/zsh_completion.hpp"

namespace focus_billing {

namespace {

struct Shell {
    std::string name;
    std::string (*script)(const CommandOutline& program);
};

const std::vector<Shell>& shells() {
    static const std::vector<Shell> table = {
        {"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};
    return table;
}

std::vector<std::string> shell_names() {
    std::vector<std::string> names;
    for (const auto& shell : shells())
        names.push_back(shell.name);
    return names;
}

}  // namespace

RunCommand add_completion(CLI::App& app) {
    auto* command = app.add_subcommand("completion", "Print a script that makes a shell complete "
                                                     "commands and options");
    command->footer("Examples:\n"
                    "  source <(focus-billing completion bash)\n"
                    "  focus-billing completion fish > "
                    "~/.config/fish/completions/focus-billing.fish\n\n"
                    "Exit code: 0 done, 2 there is no script for this shell.");
    auto name = std::make_shared<std::string>();
    command->add_option("SHELL", *name, "the shell that you use")
        ->required()
        ->check(CLI::IsMember(shell_names()));
    return [&app, name](Session& session) {
        const auto& all = shells();
        const auto shell = std::ranges::find(all, *name, &Shell::name);
        session.host().out << shell->script(outline_commands(app));
        return 0;
    };
}

}  // namespace focus_billing
