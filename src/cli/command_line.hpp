#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace focus_billing {

class Session;
struct CommandTree;

/// Does what a command is there for and returns the exit code.
using RunCommand = std::function<int(Session&)>;

/// What was declared last: an option, a flag or an argument. Copied like a reference.
class Option {
public:
    explicit Option(CLI::Option& option) : m_option(&option) {}

    /// Must be given.
    Option required();
    /// What stands for its value in help: `FILE` instead of `TEXT`. Shells complete a `FILE`.
    Option value_name(const std::string& name);
    /// Is not given together with the other one.
    Option excludes(Option other);

private:
    CLI::Option* m_option;
};

/// Declares a command of the program: what can be typed behind it, what help tells, what it does.
/// Copied like a reference. Help shows everything in the order in which it is declared. The values
/// to be filled must live as long as the program, as those of `runs` do.
class CommandLine {
public:
    CommandLine(CommandTree& tree, CLI::App& app) : m_tree(&tree), m_app(&app) {}

    /// A command below this one.
    [[nodiscard]] CommandLine command(const std::string& name, const std::string& description);
    /// One of the commands below this one must be named. Without this, a bare command that runs
    /// nothing itself prints its help.
    void require_command();

    /// What the command does. Returns its options, to be declared.
    template <typename Options>
    Options& runs(int (*run)(Session&, const Options&)) {
        auto options = std::make_shared<Options>();
        runs([options, run](Session& session) { return run(session, *options); });
        return *options;
    }
    void runs(RunCommand run);

    /// An option with a text. The second one tells an empty text from none at all.
    Option option(const std::string& name, std::string& value, const std::string& description);
    Option option(const std::string& name, std::optional<std::string>& value,
                  const std::string& description);
    /// An option that can be given several times, each time with one text.
    Option option(const std::string& name, std::vector<std::string>& values,
                  const std::string& description);
    /// An option with a whole number of 1 or more.
    Option option(const std::string& name, std::int64_t& value, const std::string& description);
    Option option(const std::string& name, std::uint64_t& value, const std::string& description);
    Option option(const std::string& name, std::uint32_t& value, const std::string& description);
    /// An option with a whole number from 1 to `most`.
    Option option_up_to(std::uint32_t most, const std::string& name, std::uint32_t& value,
                        const std::string& description);

    /// An option, or an argument if its name has no dashes, with one of these texts.
    Option choice(const std::string& name, std::string& value,
                  std::initializer_list<std::string_view> choices, const std::string& description);
    Option choice(const std::string& name, std::string& value,
                  std::span<const std::string_view> choices, const std::string& description);

    /// An option without a value, `--json` or `-q,--quiet`.
    Option flag(const std::string& name, bool& value, const std::string& description);
    /// The same, but it can have a value, as in `--replace=3`. Without one it has the usual.
    Option flag(const std::string& name, std::string& value, const std::string& usual,
                const std::string& description);

    /// A text, or texts, that stand behind the command by themselves.
    Option argument(const std::string& name, std::string& value, const std::string& description);
    Option argument(const std::string& name, std::vector<std::string>& values,
                    const std::string& description);
    /// Whole numbers of 1 or more.
    Option argument(const std::string& name, std::int64_t& value, const std::string& description);
    Option argument(const std::string& name, std::vector<std::int64_t>& values,
                    const std::string& description);

    /// What help ends with, a paragraph each. A command that has none ends its help with those that
    /// the command above it had when it was declared.
    void example(const std::string& line);
    void examples(std::initializer_list<std::string_view> lines);
    void exit_codes(const std::string& text);
    void note(const std::string& text);

    /// What was declared, for `outline_commands`.
    [[nodiscard]] const CLI::App& app() const { return *m_app; }

private:
    CommandTree* m_tree;
    CLI::App* m_app;
};

/// A program with commands: keeps what they declare, and reads what was typed.
class Program {
public:
    Program(const std::string& name, const std::string& version, const std::string& description);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// To declare the commands, and the options that can be given to each of them.
    [[nodiscard]] CommandLine command_line();

    /// Reads the arguments into the values. Returns a text if there is nothing to do but to print
    /// it: help, or the version. Throws Error (FB020, FB021, usage).
    [[nodiscard]] std::optional<std::string> parse(const std::vector<std::string>& arguments);

    /// What the command that was typed does; null if it only has commands below it.
    [[nodiscard]] const RunCommand* action() const;
    /// Help about the command that was typed.
    [[nodiscard]] std::string help() const;

private:
    std::unique_ptr<CommandTree> m_tree;
};

}  // namespace focus_billing
