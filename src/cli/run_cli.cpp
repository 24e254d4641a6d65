#include "cli/run_cli.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <ostream>

#include "cli/check_arguments.hpp"
#include "cli/command_outline.hpp"
#include "cli/commands/commands.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/format/escape.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

constexpr int exit_usage = static_cast<int>(ErrorKind::usage);
constexpr int exit_environment = static_cast<int>(ErrorKind::environment);

void add_global_options(CLI::App& app, GlobalOptions& options) {
    app.add_option("--config", options.config, "configuration file")->type_name("FILE");
    app.add_option("--database", options.database, "database file, instead of the configured one")
        ->type_name("FILE");
    app.add_option("--color", options.color, "colours in messages")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_option("--actor", options.actor, "who acts, recorded beside the system's user");
    app.add_flag("-q,--quiet", options.quiet, "print errors and warnings only");
    app.add_flag("-v,--verbose", options.verbose, "print more: time, speed, held charges");
}

class Program {
public:
    Program(GlobalOptions& options, std::string& done)
        : m_app("Turns FOCUS billing exports into statements and journals", "focus-billing"),
          m_options(options), m_done(done) {
        m_app.footer("First steps:\n"
                     "  focus-billing init                         write a configuration to adapt\n"
                     "  focus-billing ingest FILE.csv --dry-run    see what is in a file\n"
                     "  focus-billing COMMAND --help               options and examples");
        m_app.formatter(help_format());
        m_app.set_version_flag("--version", "focus-billing " FOCUS_BILLING_VERSION,
                               "print the version");
        m_app.set_help_flag("-h,--help", "print this help");
        m_app.require_subcommand(0, 1);
        m_app.fallthrough();
        add_global_options(m_app, m_options);
        add("init", add_init);
        add("config", add_config);
        add("sources", add_sources);
        add("validate", add_validate);
        add("convert", add_convert);
        add("ingest", add_ingest);
        add("imports", add_imports);
        add("charges", add_charges);
        add("explain", add_explain);
        add("report", add_report);
        add("attribute", add_attribute);
        add("review", add_review);
        add("periods", add_periods);
        add("statements", add_statements);
        add("journals", add_journals);
        add("audit", add_audit);
        add("check", add_check);
        add("backup", add_backup);
        add("completion", add_completion);
        add("version", add_version);
    }

    int run(const std::vector<std::string>& arguments, Host& host) {
        if (arguments.empty()) {
            host.out << m_app.help();
            return 0;
        }
        try {
            check_arguments(m_app, arguments);
            m_app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
        } catch (const CLI::CallForVersion& version) {
            host.out << version.what() << "\n";
            return 0;
        } catch (const CLI::Success&) {
            host.out << m_app.help();
            return 0;
        } catch (const CLI::ParseError& error) {
            throw usage_error(error.what());
        }
        return run_command(host);
    }

private:
    void add(const std::string& name, RunCommand (*declare)(CLI::App&)) {
        m_commands[name] = declare(m_app);
        m_app.get_subcommand(name)->group("Commands");
    }

    [[nodiscard]] const CLI::App& chosen_command() const {
        const CLI::App* command = &m_app;
        while (!command->get_subcommands().empty())
            command = command->get_subcommands().front();
        return *command;
    }

    [[nodiscard]] Error usage_error(const std::string& message) const {
        return {ErrorKind::usage,
                make_diagnostic(20, {}, message, {},
                                "see '" + full_name(chosen_command()) + " --help'")};
    }

    int run_command(Host& host) {
        if (m_app.get_subcommands().empty())
            throw usage_error("no command is given");
        Session session(host, m_options, m_done);
        return m_commands.at(m_app.get_subcommands().front()->get_name())(session);
    }

    CLI::App m_app;
    GlobalOptions& m_options;
    std::string& m_done;
    std::map<std::string, RunCommand> m_commands;
};

std::string command_line(const std::vector<std::string>& arguments) {
    std::string text;
    for (const auto& word : arguments)
        text += (text.empty() ? "" : " ") + shell_word(word);
    return text;
}

int run_guarded(const std::vector<std::string>& arguments, GlobalOptions& options, Host& host,
                std::string& done) {
    const auto give_up = [&](ErrorKind kind, const Diagnostic& diagnostic) {
        Session(host, options, done).print(diagnostic);
        return static_cast<int>(kind);
    };
    try {
        return Program(options, done).run(arguments, host);
    } catch (const Error& error) {
        return give_up(error.kind(), error.diagnostic());
    } catch (const ConfigurationRefused&) {
        return exit_usage;
    } catch (const Interruption& interruption) {
        return 128 + interruption.signal;
    } catch (const std::bad_alloc&) {
        return give_up(ErrorKind::environment,
                       make_diagnostic(907, {}, "the memory does not suffice", {},
                                       "close other programs, or allow this one more"));
    } catch (const std::exception& error) {
        return give_up(ErrorKind::environment,
                       make_diagnostic(999, {}, "a fault of this program", error.what(),
                                       "nothing was changed; please report it with the command "
                                       "that led to it"));
    }
}

}  // namespace

int run_cli(const std::vector<std::string>& arguments, Host& host) {
    GlobalOptions options;
    options.command = command_line(arguments);
    std::string done;
    const int exit_code = run_guarded(arguments, options, host, done);
    host.out.flush();
    if (host.out.good())
        return exit_code;
    const std::string but = done.empty() ? "" : "; " + done;
    Session(host, options, done)
        .print(make_diagnostic(903, {}, "standard output cannot be written" + but, {},
                               "check the disk, or the program that reads it"));
    return exit_environment;
}

}  // namespace focus_billing
