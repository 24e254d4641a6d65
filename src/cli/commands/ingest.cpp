#include <CLI/CLI.hpp>

#include "focus_billing/cli/commands.hpp"
#include "focus_billing/cli/file_run_options.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

struct IngestWords {
    FileRunWords files;
    std::string source;
    bool dry_run = false;
};

using OnFinding = std::function<void(const Diagnostic&)>;

std::string known_sources_help(const std::string& wanted, const std::vector<KnownSource>& sources) {
    std::vector<std::string_view> names;
    for (const auto& source : sources)
        names.push_back(source.name);
    if (const auto near = nearest_name(wanted, names))
        return "did you mean '" + *near + "'?";
    return "add it to imports.known_sources in the configuration; 'focus-billing sources' lists "
           "those that are there";
}

void find_by_option(const std::string& wanted, const Config& config, FileReport& report,
                    const OnFinding& on_finding) {
    report.source = wanted;
    if (const auto* source = find_source(wanted, config.known_sources)) {
        report.source = source->name;
        report.found = SourceFound::by_option;
        return;
    }
    const auto diagnostic = make_diagnostic(117, {.file = report.file, .line = 0, .column = 0},
                                            "the source is not configured", wanted,
                                            known_sources_help(wanted, config.known_sources));
    if (report.findings.count(117))
        on_finding(diagnostic);
}

void find_by_name(const Config& config, FileReport& report, const OnFinding& on_finding) {
    const Place place{.file = report.file, .line = 0, .column = 0};
    const auto match = match_source(report.file, config.known_sources);
    if (match.rival != nullptr) {
        if (!report.findings.count(118))
            return;
        on_finding(make_diagnostic(118, place,
                                   "the file's name fits two sources alike: " + match.source->name +
                                       " (pattern '" + match.source->pattern + "') and " +
                                       match.rival->name + " (pattern '" + match.rival->pattern +
                                       "')",
                                   {}, "name one: --source " + match.source->name));
        return;
    }
    if (match.source == nullptr) {
        if (!report.findings.count(117))
            return;
        on_finding(make_diagnostic(117, place, "the file's name fits no known source", {},
                                   "name the source with --source, or add it to "
                                   "imports.known_sources in the configuration"));
        return;
    }
    report.source = match.source->name;
    report.source_pattern = match.source->pattern;
    report.found = SourceFound::by_file_name;
}

int run_ingest(Session& session, const IngestWords& words) {
    if (!words.dry_run) {
        throw Error(ErrorKind::usage, make_diagnostic(22, {}, "ingest cannot store charges yet", {},
                                                      "add --dry-run to see what is in the files"));
    }
    const auto prepare = [&](FileReport& report, const OnFinding& on_finding) {
        if (words.source.empty())
            return find_by_name(session.config(), report, on_finding);
        find_by_option(words.source, session.config(), report, on_finding);
    };
    const auto options = words.files.understood();
    const auto output = words.files.json ? make_run_json(session, "ingest")
                                         : make_ingest_text(session, options.all_findings);
    return run_files(session, options, prepare, *output);
}

}  // namespace

RunCommand add_ingest(CLI::App& app) {
    auto* command = app.add_subcommand("ingest", "Read FOCUS files: check them, find their source, "
                                                 "total their charges");
    command->footer("Examples:\n"
                    "  focus-billing ingest sample.csv --source yoursource --dry-run\n"
                    "  focus-billing ingest /srv/billing/inbox --period 2025-01 --dry-run\n\n"
                    "Exit code: 0 done, 1 errors in the data, 2 command line or configuration,\n"
                    "3 a file cannot be read. With several files the highest one counts.");
    auto words = std::make_shared<IngestWords>();
    add_file_run_options(*command, words->files);
    command->add_option("--source", words->source,
                        "name or pattern of a known source, instead of the file's name");
    command->add_flag("--dry-run", words->dry_run, "report, and store nothing");
    return [words](Session& session) { return run_ingest(session, *words); };
}

}  // namespace focus_billing
