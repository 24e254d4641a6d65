#include <CLI/CLI.hpp>

#include <algorithm>

#include "focus_billing/cli/commands.hpp"
#include "focus_billing/cli/file_run_options.hpp"
#include "focus_billing/cli/find_file_source.hpp"
#include "focus_billing/cli/import_sink.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

struct IngestWords {
    FileRunWords files;
    std::string source;
    std::string on_error = "refuse";
    bool dry_run = false;
};

void check_standard_input(const IngestWords& words) {
    const auto& files = words.files.options.files;
    const bool has_names = !words.source.empty() && !words.files.options.name.empty();
    if (words.dry_run || has_names || std::ranges::find(files, "-") == files.end())
        return;
    throw Error(ErrorKind::usage,
                make_diagnostic(20, {}, "standard input has no name and no source", {},
                                "add --name and --source: ... | focus-billing ingest - --name "
                                "aws.csv --source aws"));
}

std::unique_ptr<ChargeSink> make_sink(Session& session, const IngestWords& words) {
    if (words.dry_run)
        return make_dry_run_sink(session);
    const auto on_error = words.on_error == "hold" ? OnError::hold : OnError::refuse;
    return make_import_sink(session, on_error, words.files.options.threads != 1);
}

int run_ingest(Session& session, const IngestWords& words) {
    check_standard_input(words);
    const auto prepare = [&](FileReport& report, const auto& on_finding) {
        find_file_source(words.source, words.dry_run, session.config(), report, on_finding);
    };
    auto options = words.files.understood();
    if (!words.dry_run)
        options.threads = 1;  // the other thread writes
    const auto sink = make_sink(session, words);
    const auto output = words.files.json
                            ? make_run_json(session, "ingest")
                            : make_ingest_text(session, options.all_findings, words.dry_run);
    return run_files(session, options, prepare, *output, sink.get());
}

}  // namespace

RunCommand add_ingest(CLI::App& app) {
    auto* command = app.add_subcommand("ingest", "Read FOCUS files, check them, and store their "
                                                 "charges");
    command->footer(
        "Examples:\n"
        "  focus-billing ingest sample.csv --source yoursource --dry-run\n"
        "  focus-billing ingest /srv/billing/inbox --period 2025-01\n\n"
        "A file is stored whole or not at all. Exit code: 0 done, 1 errors in the data,\n"
        "2 command line or configuration, 3 a file or the database fails. With several\n"
        "files the highest one counts.");
    auto words = std::make_shared<IngestWords>();
    add_file_run_options(*command, words->files);
    command->add_option("--source", words->source,
                        "name or pattern of a known source, instead of the file's name");
    command->add_flag("--dry-run", words->dry_run, "report, and store nothing");
    command
        ->add_option("--on-error", words->on_error,
                     "what becomes of a file with bad rows: refuse it, or store the good rows and "
                     "write the others to a CSV")
        ->check(CLI::IsMember({"refuse", "hold"}));
    return [words](Session& session) { return run_ingest(session, *words); };
}

}  // namespace focus_billing
