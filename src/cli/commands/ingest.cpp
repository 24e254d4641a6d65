#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "cli/print_ingest.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/reports/conversion_report.hpp"
#include "focus_billing/store/imports/query_imports.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/workflow/convert/converted_file.hpp"
#include "focus_billing/workflow/ingest/delivery_options.hpp"
#include "focus_billing/workflow/ingest/dry_run_sink.hpp"
#include "focus_billing/workflow/ingest/import_sink.hpp"
#include "focus_billing/workflow/load_directory.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

struct IngestOptions {
    FileOptions files;
    std::string source;
    std::string from;
    std::string on_error = "refuse";
    std::string replace;
    std::string difference;
    std::int64_t mends = 0;
    bool append = false;
    bool as_corrections = false;
    bool dry_run = false;
    bool is_source_of_converter = false;
};

constexpr const char* any_import = "any";

Error wrong_usage(std::string message, std::string value, std::string help) {
    return {ErrorKind::usage,
            make_diagnostic(20, {}, std::move(message), std::move(value), std::move(help))};
}

void check_standard_input(const IngestOptions& options) {
    const auto& files = options.files.run.files;
    const bool has_names = !options.source.empty() && !options.files.run.name.empty();
    if (options.dry_run || has_names || std::ranges::find(files, "-") == files.end())
        return;
    throw wrong_usage("standard input has no name and no source", {},
                      "add --name and --source: ... | focus-billing ingest - --name aws.csv "
                      "--source aws");
}

void check_choices(const IngestOptions& options) {
    const bool replaces = !options.replace.empty();
    if (static_cast<int>(replaces) + static_cast<int>(options.append) +
            static_cast<int>(options.mends != 0) >
        1) {
        throw wrong_usage("--replace, --append and --mends exclude each other", {},
                          "say what the file is to those that are there: one of them, or none");
    }
    if (options.mends != 0 && !options.source.empty()) {
        throw wrong_usage("--mends and --source exclude each other", options.source,
                          "leave out --source: mended rows are of the source of their import");
    }
    if (options.replace == any_import) {
        for (const auto& file : options.files.run.files) {
            if (check_counting_number(file).empty() && !std::filesystem::exists(file))
                throw wrong_usage("there is no file " + file, {},
                                  "the number of an import is written so: --replace=" + file);
        }
    }
    if (replaces && options.replace != any_import) {
        if (const auto fault = check_counting_number(options.replace); !fault.empty())
            throw wrong_usage("--replace: " + fault, {},
                              "write the number of an import: --replace=3");
    }
}

DeliveryOptions delivery_options(const IngestOptions& options) {
    DeliveryOptions delivery{.on_error =
                                 options.on_error == "hold" ? OnError::hold : OnError::refuse,
                             .replace = !options.replace.empty(),
                             .append = options.append,
                             .as_corrections = options.as_corrections};
    if (delivery.replace && options.replace != any_import)
        delivery.replaces = std::stoll(options.replace);
    if (options.mends != 0)
        delivery.mends = options.mends;
    return delivery;
}

// Mended rows are of the source and the series of the import that they mend.
std::string find_mended(Session& session, const IngestOptions& options, DeliveryOptions& delivery) {
    if (!delivery.mends)
        return options.source;
    auto database = open_database_for_reading(session);
    const auto mended = query_import(Transaction(database), *delivery.mends).import;
    delivery.mended_series = mended.series;
    return mended.source;
}

std::unique_ptr<ChargeSink> make_sink(Session& session, const IngestOptions& options,
                                      const DeliveryOptions& delivery) {
    if (options.dry_run)
        return make_dry_run_sink(session, delivery);
    return make_import_sink(session, delivery, options.files.run.threads != 1);
}

int ingest_files(Session& session, const IngestOptions& options) {
    DeliveryOptions delivery = delivery_options(options);
    const std::string source = find_mended(session, options, delivery);
    const auto prepare = [&](FileReport& report, const auto& on_finding) {
        find_file_source(source, options.dry_run, session.config(), report, on_finding);
        if (delivery.mends && report.found == SourceFound::by_option)
            report.found = SourceFound::by_import;
        if (options.is_source_of_converter && report.found == SourceFound::by_option)
            report.found = SourceFound::by_converter;
    };
    auto run = options.files.parsed();
    run.directory = load_directory(session);
    const auto sink = make_sink(session, options, delivery);
    const auto output = options.files.json
                            ? make_run_json(session, "ingest")
                            : make_ingest_text(session, run.all_findings, options.dry_run);
    if (options.difference.empty())
        return run_files(session, run, prepare, *output, sink.get());
    const auto with_file = make_difference_file(options.difference, *output);
    return run_files(session, run, prepare, *with_file, sink.get());
}

// What a provider wrote is converted first; the converted file is what is imported, and stays.
int ingest_converted(Session& session, const IngestOptions& options) {
    if (options.mends != 0) {
        throw wrong_usage("--from and --mends exclude each other", {},
                          "rejected rows are mended in FOCUS CSV: leave out --from");
    }
    const auto period = options.files.parsed().period;
    if (!period) {
        throw wrong_usage("--from needs a month", {},
                          "name it: focus-billing ingest INPUT --from " + options.from +
                              " --period 2025-01");
    }
    const ConvertedFile file(session, options.from, *period, options.dry_run);
    const ConversionRequest request{.source = options.from,
                                    .inputs = options.files.run.files,
                                    .period = *period,
                                    .map = {},
                                    .all_findings = options.files.run.all_findings};
    const auto report = file.convert(request);
    if (has_failed(report))
        return static_cast<int>(ErrorKind::state);
    if (!options.files.json && !session.options().quiet)
        session.host().err << conversion_text(report, false);
    IngestOptions converted = options;
    converted.files.run.files = {file.path()};
    converted.files.run.shown_as = file.name();
    converted.is_source_of_converter = options.source.empty();
    if (converted.is_source_of_converter)
        converted.source = options.from;
    return ingest_files(session, converted);
}

int run_ingest(Session& session, const IngestOptions& options) {
    if (options.from.empty())
        check_standard_input(options);
    check_choices(options);
    return options.from.empty() ? ingest_files(session, options)
                                : ingest_converted(session, options);
}

void declare_relations(CommandLine ingest, IngestOptions& options) {
    ingest.flag("--replace", options.replace, any_import,
                "the file takes the place of what is there, or with --replace=N that of import N");
    ingest.flag("--append", options.append,
                "the file adds to what is there; rows that are there already are held");
    ingest.option("--mends", options.mends, "the file has the rejected rows of import N, mended")
        .value_name("N");
    ingest.flag("--as-corrections", options.as_corrections,
                "bill what differs in a closed month in the next open one");
    ingest
        .option("--difference", options.difference,
                "write the rows that differ from what is stored to a CSV file")
        .value_name("FILE");
}

}  // namespace

void add_ingest(CommandLine program) {
    auto ingest =
        program.command("ingest", "Read FOCUS files, check them, and store their charges");
    auto& options = ingest.runs(run_ingest);
    add_file_run_options(ingest, options.files);
    ingest.option("--source", options.source,
                  "name or pattern of a known source, instead of the file's name");
    ingest
        .option("--from", options.from,
                "the files are a provider's: convert them first, as 'convert SOURCE' does")
        .value_name("SOURCE");
    ingest.flag("--dry-run", options.dry_run, "report, and store nothing");
    ingest.choice("--on-error", options.on_error, {"refuse", "hold"},
                  "what becomes of a file with bad rows: refuse it, or store the good rows and "
                  "write the others to a CSV");
    declare_relations(ingest, options);
    ingest.examples({"focus-billing ingest sample.csv --source yoursource --dry-run",
                     "focus-billing ingest /srv/billing/inbox --period 2025-01",
                     "focus-billing ingest aws_20250210.csv --replace --dry-run",
                     "focus-billing ingest sacct.txt --from slurm --period 2025-01"});
    ingest.note("A file is stored whole or not at all. Exit code: 0 done, 1 errors in the data,\n"
                "2 command line or configuration, 3 a file or the database fails. With several\n"
                "files the highest one counts.");
}

}  // namespace focus_billing
