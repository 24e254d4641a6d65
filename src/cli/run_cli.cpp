#include "cli/run_cli.hpp"

#include <ostream>

#include "cli/commands/commands.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/format/escape.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

constexpr int exit_usage = static_cast<int>(ErrorKind::usage);
constexpr int exit_environment = static_cast<int>(ErrorKind::environment);

// In the order in which help shows them.
constexpr void (*commands[])(CommandLine) = {
    add_init,      add_config,  add_sources, add_validate,   add_convert,
    add_ingest,    add_imports, add_charges, add_explain,    add_report,
    add_attribute, add_review,  add_periods, add_statements, add_journals,
    add_audit,     add_check,   add_backup,  add_completion, add_version,
};

void declare_program(CommandLine program, GlobalOptions& options) {
    program.note("First steps:\n"
                 "  focus-billing init                         write a configuration to adapt\n"
                 "  focus-billing ingest FILE.csv --dry-run    see what is in a file\n"
                 "  focus-billing COMMAND --help               options and examples");
    program.option("--config", options.config, "configuration file").value_name("FILE");
    program.option("--database", options.database, "database file, instead of the configured one")
        .value_name("FILE");
    program.choice("--color", options.color, {"auto", "always", "never"}, "colours in messages");
    program.option("--actor", options.actor, "who acts, recorded beside the system's user");
    program.flag("-q,--quiet", options.quiet, "print errors and warnings only");
    program.flag("-v,--verbose", options.verbose, "print more: time, speed, held charges");
    for (const auto add_command : commands)
        add_command(program);
}

int run_program(const std::vector<std::string>& arguments, GlobalOptions& options, Host& host,
                std::string& done) {
    Program program("focus-billing", FOCUS_BILLING_VERSION,
                    "Turns FOCUS billing exports into statements and journals");
    declare_program(program.command_line(), options);
    if (const auto text = program.parse(arguments)) {
        host.out << *text;
        return 0;
    }
    Session session(host, options, done);
    if (const auto* action = program.action())
        return (*action)(session);
    host.err << program.help();
    return exit_usage;
}

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
        return run_program(arguments, options, host, done);
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
