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
    std::string_view name;
    std::string (*script)(const CommandOutline& program);
};

constexpr std::array<Shell, 3> shells = {
    {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}}};

std::vector<std::string_view> shell_names() {
    std::vector<std::string_view> names;
    for (const auto& shell : shells)
        names.push_back(shell.name);
    return names;
}

struct CompletionOptions {
    std::string shell;
    std::optional<CommandLine> program;
};

int run_completion(Session& session, const CompletionOptions& options) {
    const auto shell = std::ranges::find(shells, options.shell, &Shell::name);
    session.host().out << shell->script(outline_commands(options.program->app()));
    return 0;
}

}  // namespace

void add_completion(CommandLine program) {
    auto completion = program.command(
        "completion", "Print a script that makes a shell complete commands and options");
    auto& options = completion.runs(run_completion);
    options.program = program;
    completion.choice("SHELL", options.shell, shell_names(), "the shell that you use").required();
    completion.examples({"source <(focus-billing completion bash)",
                         "focus-billing completion fish > "
                         "~/.config/fish/completions/focus-billing.fish"});
    completion.exit_codes("0 done, 2 there is no script for this shell.");
}

}  // namespace focus_billing
