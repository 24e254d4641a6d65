#include "focus_billing/cli/run_cli.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <ostream>

#include "focus_billing/cli/commands.hpp"
#include "focus_billing/cli/session.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/render/diagnostic_text.hpp"

namespace focus_billing {

namespace {

constexpr int exit_usage = static_cast<int>(ErrorKind::usage);
constexpr int exit_environment = static_cast<int>(ErrorKind::environment);

void add_global_options(CLI::App& app, GlobalOptions& options) {
    app.add_option("--config", options.config, "configuration file");
    app.add_option("--database", options.database, "database file, instead of the configured one");
    app.add_option("--color", options.color, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_flag("-q,--quiet", options.quiet, "print errors and warnings only");
    app.add_flag("-v,--verbose", options.verbose, "print more: time, speed, held charges");
}

class Program {
public:
    Program() : m_app("Turns FOCUS billing exports into statements and journals", "focus-billing") {
        m_app.footer("First steps:\n"
                     "  focus-billing init                              write a configuration\n"
                     "  focus-billing ingest FILE.csv --dry-run         see what is in a file\n"
                     "  focus-billing COMMAND --help                    options and examples");
        m_app.set_version_flag("--version", "focus-billing " FOCUS_BILLING_VERSION,
                               "print the version");
        m_app.set_help_flag("-h,--help", "print this help");
        add_global_options(m_app, m_options);
        m_app.fallthrough();
        add("ingest", add_ingest);
        add("validate", add_validate);
        add("charges", add_charges);
        add("imports", add_imports);
        add("periods", add_periods);
        add("sources", add_sources);
        add("config", add_config);
        add("init", add_init);
        add("completion", add_completion);
        add("version", add_version);
    }

    int run(const std::vector<std::string>& arguments, Host& host) {
        if (arguments.empty()) {
            host.out << m_app.help();
            return 0;
        }
        check_command(arguments);
        try {
            m_app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
        } catch (const CLI::Success& success) {
            return print_help(success, host);
        } catch (const CLI::ParseError& error) {
            throw usage_error(error);
        }
        return run_command(host);
    }

private:
    void add(const std::string& name, RunCommand (*declare)(CLI::App&)) {
        m_commands[name] = declare(m_app);
        m_names.push_back(name);
    }

    // CLI11 would say only that a command is required.
    void check_command(const std::vector<std::string>& arguments) const {
        const auto word = first_word(arguments);
        if (!word || m_commands.contains(*word))
            return;
        const auto near = nearest_name(*word, m_names);
        throw Error(ErrorKind::usage,
                    make_diagnostic(21, {}, "there is no such command", *word,
                                    near ? "did you mean 'focus-billing " + *near + "'?"
                                         : "'focus-billing --help' lists the commands"));
    }

    [[nodiscard]] static std::optional<std::string>
    first_word(const std::vector<std::string>& arguments) {
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const auto& word = arguments[i];
            if (word == "--config" || word == "--database" || word == "--color") {
                ++i;
            } else if (!word.starts_with('-')) {
                return word;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] CLI::App* chosen_command() const {
        CLI::App* command = nullptr;
        for (auto* next : m_app.get_subcommands())
            command = next;
        return command;
    }

    int print_help(const CLI::Success& success, Host& host) const {
        if (success.get_name() == "CallForVersion") {
            host.out << success.what() << "\n";
            return 0;
        }
        const CLI::App* shown = &m_app;
        while (!shown->get_subcommands().empty())
            shown = shown->get_subcommands().back();
        host.out << shown->help();
        return 0;
    }

    [[nodiscard]] Error usage_error(const CLI::ParseError& error) const {
        const auto* command = chosen_command();
        const std::string help =
            "see 'focus-billing " + (command ? command->get_name() + " " : "") + "--help'";
        return {ErrorKind::usage, make_diagnostic(20, {}, error.what(), {}, help)};
    }

    int run_command(Host& host) {
        const auto* command = chosen_command();
        if (command == nullptr) {
            throw Error(ErrorKind::usage, make_diagnostic(20, {}, "no command is given", {},
                                                          "'focus-billing --help' lists them"));
        }
        Session session(host, m_options);
        return m_commands.at(command->get_name())(session);
    }

    CLI::App m_app;
    GlobalOptions m_options;
    std::map<std::string, RunCommand> m_commands;
    std::vector<std::string> m_names;
};

int print_error(const Error& error, Host& host) {
    host.err << diagnostic_text(error.diagnostic(), false);
    return static_cast<int>(error.kind());
}

int run_guarded(const std::vector<std::string>& arguments, Host& host) {
    try {
        return Program().run(arguments, host);
    } catch (const Error& error) {
        return print_error(error, host);
    } catch (const ConfigurationRefused&) {
        return exit_usage;
    } catch (const std::bad_alloc&) {
        return print_error({ErrorKind::environment,
                            make_diagnostic(907, {}, "the memory does not suffice", {},
                                            "close other programs, or allow this one more")},
                           host);
    } catch (const std::exception& error) {
        return print_error({ErrorKind::environment,
                            make_diagnostic(999, {}, "a fault of this program", error.what(),
                                            "nothing was changed; please report it with the "
                                            "command that led to it")},
                           host);
    }
}

}  // namespace

int run_cli(const std::vector<std::string>& arguments, Host& host) {
    const int exit_code = run_guarded(arguments, host);
    host.out.flush();
    if (host.out.good())
        return exit_code;
    host.err << diagnostic_text(make_diagnostic(903, {}, "standard output cannot be written", {},
                                                "check the disk, or the program that reads it"),
                                false);
    return exit_environment;
}

}  // namespace focus_billing
