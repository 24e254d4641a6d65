#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "cli/print_ingest.hpp"

namespace focus_billing {

namespace {

int run_validate(Session& session, const FileOptions& options) {
    const auto run = options.parsed();
    const auto output =
        options.json ? make_run_json(session, "validate") : make_validation_text(session);
    return run_files(
        session, run, [](auto&, const auto&) {}, *output);
}

}  // namespace

void add_validate(CommandLine program) {
    auto validate =
        program.command("validate", "Tell the maker of a file all that is wrong with it");
    add_file_run_options(validate, validate.runs(run_validate));
    validate.example("focus-billing validate export.csv");
    validate.exit_codes("0 valid, 1 errors in the data, 3 a file cannot be read.");
}

}  // namespace focus_billing
