#include "focus_billing/workflow/ingest/delivery_options.hpp"

#include <filesystem>

#include "focus_billing/cli/option_values.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/input/series_of.hpp"

namespace focus_billing {

namespace {

std::string find_series(const KnownSource& source, FileReport& report,
                        const std::function<void(const Diagnostic&)>& on_finding) {
    if (source.series.empty())
        return {};
    if (auto series = series_of(report.file, source.series))
        return *series;
    report_finding(report, on_finding,
                   make_diagnostic(517, {.file = report.file, .line = 0, .column = 0},
                                   "the file's name has no series of " + source.name,
                                   source.series,
                                   "name the file so that 'series' of the source finds it; it keeps "
                                   "the bills of several accounts side by side"));
    return {};
}

}  // namespace

void report_finding(FileReport& report, const std::function<void(const Diagnostic&)>& on_finding,
                    const Diagnostic& diagnostic) {
    if (report.findings.count(diagnostic.code))
        on_finding(diagnostic);
}

DeliveryTerms terms_of(Session& session, const DeliveryOptions& options, FileReport& report,
                       const std::function<void(const Diagnostic&)>& on_finding) {
    constexpr std::size_t month_size = 7;  // 2025-01
    DeliveryTerms terms{
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
            parse_period_option(session.host().utc_now().substr(0, month_size)).value()};
    const auto* source = find_source(report.source, session.config().known_sources);
    if (source != nullptr) {
        terms.delivery = source->delivery;
        terms.cost = source->cost;
        if (!options.mends)
            terms.series = find_series(*source, report, on_finding);
    }
    return terms;
}

}  // namespace focus_billing
