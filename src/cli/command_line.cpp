#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <map>

#include "cli/check_arguments.hpp"
#include "cli/command_outline.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

/// What the library keeps, and what it does not.
struct CommandTree {
    struct Command {
        RunCommand run;
        std::string ending;  ///< of its help
    };

    CLI::App program;
    std::map<const CLI::App*, Command> commands;
};

namespace {

template <typename Number>
Option counting_number(CLI::App& app, const std::string& name, Number& value,
                       const std::string& description) {
    return Option(*app.add_option(name, value, description)->check(check_counting_number));
}

const CLI::App& chosen_command(const CLI::App& program) {
    const CLI::App* command = &program;
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().front();
    return *command;
}

Error usage_error(const CLI::App& program, const std::string& message) {
    return {ErrorKind::usage,
            make_diagnostic(20, {}, message, {},
                            "see '" + full_name(chosen_command(program)) + " --help'")};
}

}  // namespace

Option Option::required() {
    m_option->required();
    return *this;
}

Option Option::value_name(const std::string& name) {
    m_option->type_name(name);
    return *this;
}

Option Option::excludes(Option other) {
    m_option->excludes(other.m_option);
    return *this;
}

CommandLine CommandLine::command(const std::string& name, const std::string& description) {
    auto* command = m_app->add_subcommand(name, description);
    command->group("Commands");
    return {*m_tree, *command};
}

void CommandLine::require_command() {
    m_app->require_subcommand(1);
}

void CommandLine::runs(RunCommand run) {
    m_tree->commands[m_app].run = std::move(run);
}

Option CommandLine::option(const std::string& name, std::string& value,
                           const std::string& description) {
    return Option(*m_app->add_option(name, value, description));
}

Option CommandLine::option(const std::string& name, std::optional<std::string>& value,
                           const std::string& description) {
    const auto fill = [&value](const std::string& text) { value = text; };
    return Option(*m_app->add_option_function<std::string>(name, fill, description));
}

Option CommandLine::option(const std::string& name, std::vector<std::string>& values,
                           const std::string& description) {
    return Option(*m_app->add_option(name, values, description)->take_all()->expected(1));
}

Option CommandLine::option(const std::string& name, std::int64_t& value,
                           const std::string& description) {
    return counting_number(*m_app, name, value, description);
}

Option CommandLine::option(const std::string& name, std::uint64_t& value,
                           const std::string& description) {
    return counting_number(*m_app, name, value, description);
}

Option CommandLine::option(const std::string& name, std::uint32_t& value,
                           const std::string& description) {
    return counting_number(*m_app, name, value, description);
}

Option CommandLine::option_up_to(std::uint32_t most, const std::string& name, std::uint32_t& value,
                                 const std::string& description) {
    return Option(*m_app->add_option(name, value, description)->check(CLI::Range(1U, most)));
}

Option CommandLine::choice(const std::string& name, std::string& value,
                           std::initializer_list<std::string_view> choices,
                           const std::string& description) {
    return choice(name, value, std::span(choices.begin(), choices.size()), description);
}

Option CommandLine::choice(const std::string& name, std::string& value,
                           std::span<const std::string_view> choices,
                           const std::string& description) {
    const std::vector<std::string> texts(choices.begin(), choices.end());
    return Option(*m_app->add_option(name, value, description)->check(CLI::IsMember(texts)));
}

Option CommandLine::flag(const std::string& name, bool& value, const std::string& description) {
    return Option(*m_app->add_flag(name, value, description));
}

Option CommandLine::flag(const std::string& name, std::string& value, const std::string& usual,
                         const std::string& description) {
    return Option(*m_app->add_flag(name + "{" + usual + "}", value, description));
}

Option CommandLine::argument(const std::string& name, std::string& value,
                             const std::string& description) {
    return Option(*m_app->add_option(name, value, description));
}

Option CommandLine::argument(const std::string& name, std::vector<std::string>& values,
                             const std::string& description) {
    return Option(*m_app->add_option(name, values, description));
}

Option CommandLine::argument(const std::string& name, std::int64_t& value,
                             const std::string& description) {
    return counting_number(*m_app, name, value, description);
}

Option CommandLine::argument(const std::string& name, std::vector<std::int64_t>& values,
                             const std::string& description) {
    return counting_number(*m_app, name, values, description);
}

void CommandLine::example(const std::string& line) {
    note("Example:\n  " + line);
}

void CommandLine::examples(std::initializer_list<std::string_view> lines) {
    std::string text = "Examples:";
    for (const auto line : lines)
        text.append("\n  ").append(line);
    note(text);
}

void CommandLine::exit_codes(const std::string& text) {
    note("Exit code: " + text);
}

void CommandLine::note(const std::string& text) {
    auto& ending = m_tree->commands[m_app].ending;
    ending += (ending.empty() ? "" : "\n\n") + text;
    m_app->footer(ending);
}

Program::Program(const std::string& name, const std::string& version,
                 const std::string& description)
    : m_tree(std::make_unique<CommandTree>()) {
    auto& program = m_tree->program;
    program.name(name);
    program.description(description);
    program.formatter(help_format());
    program.set_version_flag("--version", name + " " + version, "print the version");
    program.set_help_flag("-h,--help", "print this help");
    program.require_subcommand(0, 1);
    program.fallthrough();
}

Program::~Program() = default;

CommandLine Program::command_line() {
    return {*m_tree, m_tree->program};
}

std::optional<std::string> Program::parse(const std::vector<std::string>& arguments) {
    auto& program = m_tree->program;
    if (arguments.empty())
        return program.help();
    try {
        check_arguments(program, arguments);
        program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForVersion& version) {
        return std::string(version.what()) + "\n";
    } catch (const CLI::Success&) {
        return program.help();
    } catch (const CLI::ParseError& error) {
        throw usage_error(program, error.what());
    }
    if (program.get_subcommands().empty())
        throw usage_error(program, "no command is given");
    refuse_options_before_action(program);
    return std::nullopt;
}

const RunCommand* Program::action() const {
    const auto found = m_tree->commands.find(&chosen_command(m_tree->program));
    return found == m_tree->commands.end() || !found->second.run ? nullptr : &found->second.run;
}

std::string Program::help() const {
    return m_tree->program.help();
}

}  // namespace focus_billing
