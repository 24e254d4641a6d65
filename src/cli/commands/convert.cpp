#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/reports/conversion_report.hpp"
#include "focus_billing/workflow/convert/run_conversion.hpp"

namespace focus_billing {

namespace {

struct ConvertOptions {
    ConversionRequest request;
    std::string period;
    std::string output;
    bool what_if = false;
    bool json = false;
};

ConversionReport write_file(Session& session, const ConvertOptions& options,
                            const ConversionRequest& request) {
    AtomicFile file(options.output, ExistingFile::replaced);
    auto report =
        run_conversion(session, request, [&](std::string_view bytes) { file.write(bytes); });
    if (!has_failed(report)) {
        file.keep();
        report.output = options.output;
        session.note_result("the file " + options.output + " is written");
    }
    return report;
}

// What has errors is not printed, so that nothing half goes into a pipe.
ConversionReport print_rows(Session& session, const ConversionRequest& request) {
    std::string text;
    auto report = run_conversion(session, request, [&](std::string_view bytes) { text += bytes; });
    if (!has_failed(report))
        session.host().out << text;
    return report;
}

ConversionReport only_report(Session& session, const ConversionRequest& request) {
    return run_conversion(session, request, [](std::string_view) {});
}

int run_convert(Session& session, const ConvertOptions& options) {
    const auto period = parse_period_option(options.period);
    if (!period) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "convert needs a month", {},
                                    "name it: focus-billing convert " + options.request.source +
                                        " INPUT --period 2025-01 --output FILE"));
    }
    ConversionRequest request = options.request;
    request.period = *period;
    request.prints_findings = !options.json;
    const bool prints_rows = !options.what_if && !options.json && options.output.empty();
    const auto report = options.what_if           ? only_report(session, request)
                        : !options.output.empty() ? write_file(session, options, request)
                        : options.json            ? only_report(session, request)
                                                  : print_rows(session, request);
    const int exit_code = has_failed(report) ? static_cast<int>(ErrorKind::state) : 0;
    if (options.json) {
        session.host().out << conversion_json(report, exit_code);
    } else if (exit_code == 0 && !session.options().quiet) {
        auto& stream = prints_rows ? session.host().err : session.host().out;
        stream << conversion_text(report, options.what_if);
    }
    return exit_code;
}

}  // namespace

void add_convert(CommandLine program) {
    auto convert = program.command("convert", "Turn a provider's export into FOCUS CSV");
    auto& options = convert.runs(run_convert);
    auto& request = options.request;
    convert.argument("source", request.source, "what the input comes from").required();
    convert.argument("input", request.inputs, "files, folders, or - for standard input").required();
    convert.option("--period", options.period, "the month to charge").value_name("YYYY-MM");
    convert.option("--output", options.output, "where the rows go; a file of this name is replaced")
        .value_name("FILE");
    convert
        .option("--map", request.map, "how the columns of a CSV become those of FOCUS (source csv)")
        .value_name("FILE");
    convert.flag("--what-if", options.what_if,
                 "print who would be charged what, and write nothing");
    convert.flag("--json", options.json, "print the report as JSON");
    convert.flag("--all", request.all_findings, "show all findings");
    convert.note(
        "Sources: azure-local, slurm, isilon, qumulo, openai, aws, azure, csv, and the names of\n"
        "your own sections under 'convert' in the configuration.");
    convert.examples(
        {"focus-billing convert slurm sacct.txt --period 2025-01 --what-if",
         "focus-billing convert slurm sacct.txt --period 2025-01 --output slurm_2025-01.csv"});
    convert.note(
        "Without --output the rows go to standard output. ingest --from does both steps.\n"
        "Exit code: 0 done, 1 errors in the data, 2 command line or configuration, 3 a file\n"
        "fails.");
}

}  // namespace focus_billing
