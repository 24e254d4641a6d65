#include <CLI/CLI.hpp>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "cli/print_ingest.hpp"

namespace focus_billing {

RunCommand add_validate(CLI::App& app) {
    auto* command = app.add_subcommand("validate", "Tell the maker of a file all that is wrong "
                                                   "with it");
    command->footer("Example:\n  focus-billing validate export.csv\n\n"
                    "Exit code: 0 valid, 1 errors in the data, 3 a file cannot be read.");
    auto options = std::make_shared<FileOptions>();
    add_file_run_options(*command, *options);
    return [options](Session& session) {
        const auto run = options->parsed();
        const auto output =
            options->json ? make_run_json(session, "validate") : make_validation_text(session);
        return run_files(
            session, run, [](auto&, const auto&) {}, *output);
    };
}

}  // namespace focus_billing
