#include "focus_billing/workflow/ingest/delivery_options.hpp"

#include <filesystem>

#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

namespace {

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

void find_by_option(const std::string& wanted, int unknown, const Config& config,
                    FileReport& report, const OnFinding& on_finding) {
    report.source = wanted;
    if (const auto* source = find_source(wanted, config.known_sources)) {
        report.source = source->name;
        report.found = SourceFound::by_option;
        return;
    }
    const auto diagnostic = make_diagnostic(unknown, {.file = report.file, .line = 0, .column = 0},
                                            "the source is not configured", wanted,
                                            known_sources_help(wanted, config.known_sources));
    if (report.findings.count(unknown))
        on_finding(diagnostic);
}

void find_by_name(int unknown, const Config& config, FileReport& report,
                  const OnFinding& on_finding) {
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
        if (!report.findings.count(unknown))
            return;
        on_finding(make_diagnostic(unknown, place, "the file's name fits no known source", {},
                                   "name the source with --source, or add it to "
                                   "imports.known_sources in the configuration"));
        return;
    }
    report.source = match.source->name;
    report.source_pattern = match.source->pattern;
    report.found = SourceFound::by_file_name;
}

std::string find_series(const KnownSource& source, FileReport& report,
                        const std::function<void(const Diagnostic&)>& on_finding) {
    if (source.series.empty())
        return {};
    if (auto series = series_of(report.file, source.series))
        return *series;
    report_finding(
        report, on_finding,
        make_diagnostic(517, {.file = report.file, .line = 0, .column = 0},
                        "the file's name has no series of " + source.name, source.series,
                        "name the file so that 'series' of the source finds it; it keeps "
                        "the bills of several accounts side by side"));
    return {};
}

}  // namespace

void find_file_source(const std::string& wanted, bool dry_run, const Config& config,
                      FileReport& report, const OnFinding& on_finding) {
    const int unknown = dry_run ? 117 : 116;
    if (wanted.empty())
        return find_by_name(unknown, config, report, on_finding);
    find_by_option(wanted, unknown, config, report, on_finding);
}

void report_finding(FileReport& report, const std::function<void(const Diagnostic&)>& on_finding,
                    const Diagnostic& diagnostic) {
    if (report.findings.count(diagnostic.code))
        on_finding(diagnostic);
}

DeliverySettings delivery_settings(Session& session, const DeliveryOptions& options,
                                   FileReport& report,
                                   const std::function<void(const Diagnostic&)>& on_finding) {
    constexpr std::size_t month_size = 7;  // 2025-01
    DeliverySettings settings{
        .source = report.source,
        .series = options.mended_series,
        .file_name = std::filesystem::path(report.file).filename().string(),
        .place = report.file,
        .replace = options.replace,
        .replaces = options.replaces,
        .append = options.append,
        .mends = options.mends,
        .as_corrections = options.as_corrections,
        .max_shrink = session.config().max_shrink,
        .current_month =
            BillingPeriod::parse(session.host().utc_now().substr(0, month_size)).value()};
    const auto* source = find_source(report.source, session.config().known_sources);
    if (source != nullptr) {
        settings.delivery = source->delivery;
        settings.cost = source->cost;
        if (!options.mends)
            settings.series = find_series(*source, report, on_finding);
    }
    return settings;
}

}  // namespace focus_billing
