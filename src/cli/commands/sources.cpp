#include <optional>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/sources_report.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

struct SourcesOptions {
    std::vector<std::string> files;
    bool json = false;
};

std::string no_source_help(const SourceChoice& choice, const std::vector<KnownSource>& sources) {
    if (choice.near != nullptr)
        return "did you mean '" + choice.near->pattern + "', the pattern of " + choice.near->name +
               "?";
    if (sources.empty())
        return "no sources are configured; add them to imports.known_sources in the configuration";
    return "rename the file, add a source to imports.known_sources in the configuration, or name "
           "the source with --source when you ingest the file";
}

Diagnostic ambiguous(const SourceChoice& choice) {
    std::string names;
    for (std::size_t i = 0; i < choice.longest; ++i) {
        const auto& source = *choice.fitting[i];
        names += (i == 0                    ? ""
                  : i + 1 == choice.longest ? " and "
                                            : ", ") +
                 source.name + " (pattern '" + source.pattern + "')";
    }
    return make_diagnostic(118, {.file = choice.file},
                           "the file's name fits " +
                               std::string(choice.longest == 2 ? "two" : "several") +
                               " sources alike: " + names,
                           {},
                           "make one pattern longer, or name the source when you ingest the file: "
                           "--source '" +
                               choice.fitting.front()->name + "'");
}

std::optional<Diagnostic> finding_of(const SourceChoice& choice,
                                     const std::vector<KnownSource>& sources) {
    if (choice.longest == 1)
        return std::nullopt;
    if (choice.longest > 1)
        return ambiguous(choice);
    return make_diagnostic(116, {.file = choice.file}, "the file's name fits no known source", {},
                           no_source_help(choice, sources));
}

void print_sources(const Config& config, std::ostream& out) {
    out << "Configuration: " << config_origin(config) << "\n\n";
    if (!config.known_sources.empty()) {
        out << sources_text(config.known_sources);
    } else {
        out << "No sources are configured. "
            << (config.file.empty() ? "'focus-billing init' writes a configuration with examples.\n"
                                    : "Add them to imports.known_sources in the configuration.\n");
    }
}

void print_sources_json(const Config& config, std::ostream& out) {
    const char* separator = "\n";
    for (const auto& source : config.known_sources) {
        out << separator << source_json(source);
        separator = ",\n";
    }
}

int explain_files(Session& session, const SourcesOptions& options) {
    const auto& sources = session.config().known_sources;
    auto& out = session.host().out;
    const char* separator = "\n";
    int exit_code = 0;
    for (const auto& file : options.files) {
        const auto choice = explain_match(file, sources);
        const auto finding = finding_of(choice, sources);
        if (finding)
            exit_code = static_cast<int>(ErrorKind::state);
        if (options.json) {
            out << separator << source_choice_json(choice, finding ? &*finding : nullptr);
            separator = ",\n";
        } else if (finding) {
            out << diagnostic_text(*finding, session.colors_out());
        } else if (!session.options().quiet) {
            out << source_choice_text(choice);
        }
    }
    return exit_code;
}

int run_sources(Session& session, const SourcesOptions& options) {
    const auto& config = session.config();
    auto& out = session.host().out;
    const bool about_files = !options.files.empty();
    if (options.json) {
        out << "{\"command\":\"sources\",\"config_file\":"
            << (config.file.empty() ? "null" : json_text(config.file))
            << (about_files ? ",\"files\":[" : ",\"sources\":[");
    }
    int exit_code = 0;
    if (about_files) {
        exit_code = explain_files(session, options);
    } else if (options.json) {
        print_sources_json(config, out);
    } else {
        print_sources(config, out);
    }
    if (options.json)
        out << "],\n\"exit_code\":" << exit_code << "}\n";
    return exit_code;
}

}  // namespace

void add_sources(CommandLine program) {
    auto sources = program.command(
        "sources", "List the known sources, or tell which one a file belongs to, and why");
    auto& options = sources.runs(run_sources);
    sources.argument("FILE", options.files, "file names, which need not exist");
    sources.flag("--json", options.json, "print the answer as JSON");
    sources.examples({"focus-billing sources", "focus-billing sources azure-local_202501.csv"});
    sources.exit_codes("0 done, 1 a file belongs to no source or to several, 2 command line\n"
                       "or configuration.");
}

}  // namespace focus_billing
