#include "focus_billing/workflow/ingest/ingest_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "focus_billing/files/delivery_input.hpp"
#include "focus_billing/files/expand_inputs.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/workflow/ingest/delivery_options.hpp"
#include "workflow/ingest/read_delivery.hpp"
#include "workflow/ingest/read_focus_file.hpp"

namespace focus_billing {

namespace {

constexpr unsigned most_threads = 4;

class FileRun {
public:
    FileRun(Session& session, const FileRunOptions& options, const PrepareReport& prepare,
            RunOutput& output, ChargeSink* sink)
        : m_session(session), m_options(options), m_prepare(prepare), m_output(output),
          m_sink(sink), m_tags(session.config().tag_mapping),
          m_attributor(session.config(), options.directory),
          m_flagger(session.config(), options.period) {}

    int run() {
        const auto inputs = expand_inputs(m_options.files);
        for (const auto& warning : inputs.warnings)
            m_output.general_finding(warning);
        for (const auto& error : inputs.errors) {
            m_output.general_finding(error.diagnostic());
            raise_exit_code(error.kind());
        }
        for (const auto& file : inputs.files)
            run_file(file);
        m_output.end_run(m_totals, m_exit_code);
        return m_exit_code;
    }

private:
    void raise_exit_code(ErrorKind kind) {
        m_exit_code = std::max(m_exit_code, static_cast<int>(kind));
    }

    [[nodiscard]] unsigned threads() const {
        if (m_sink != nullptr && !m_sink->is_slowed_by_reading())
            return 1;  // the other thread writes
        if (m_options.threads > 0)
            return m_options.threads;
        return std::clamp(m_session.host().processors, 1U, most_threads);
    }

    void run_file(const std::string& path) {
        FileReport report;
        report.file = path != "-" ? path : m_options.name.empty() ? "<stdin>" : m_options.name;
        if (!m_options.shown_as.empty())
            report.file = m_options.shown_as;
        m_output.begin_file(report.file);
        const auto begin = m_session.host().now();
        try {
            read_file(path, report);
        } catch (const Error& error) {
            if (m_sink != nullptr)
                m_sink->give_up_file();
            report.differences = nullptr;  // the tables that it reads are gone
            if (report.findings.count(error.diagnostic().code))
                m_output.finding(error.diagnostic());
            raise_exit_code(error.kind());
        }
        if (report.has_errors())
            raise_exit_code(ErrorKind::state);
        m_output.end_file(report);
        m_totals.add(report);
        write_log(report);
        if (m_session.options().verbose)
            print_speed(report, m_session.host().now() - begin);
    }

    // A file whose source is in doubt is read, so that all its errors are told, and not stored.
    [[nodiscard]] static bool may_be_stored(const FileReport& report) {
        return !report.has_errors();
    }

    void read_file(const std::string& path, FileReport& report) {
        report.findings =
            Findings(m_options.all_findings ? Findings::no_limit : Findings::usual_limit);
        const bool hashed = m_sink != nullptr && m_sink->hashes_files();
        if (is_manifest_name(path)) {
            const auto delivery = find_delivery(path);
            if (delivery.faults.empty())
                report.parts = delivery.parts.size();
            DeliveryInput input(delivery.parts, hashed);
            read_input(input, delivery.faults, report, [&](const Examination& examination) {
                read_delivery(input, delivery, examination, report);
            });
            return;
        }
        const auto input = open_input(path, report.file, hashed);
        read_input(*input, {}, report, [&](const Examination& examination) {
            read_focus_file(input->bytes(), report.file, examination, report);
        });
    }

    void read_input(InputFile& input, const std::vector<Diagnostic>& faults, FileReport& report,
                    const std::function<void(const Examination&)>& examine) {
        const auto progress = m_session.progress(report.file, input.size());
        const auto on_finding = [&](const Diagnostic& diagnostic) {
            progress->clear();
            m_output.finding(diagnostic);
        };
        m_prepare(report, on_finding);
        for (const auto& fault : faults)
            report_finding(report, on_finding, fault);
        if (!faults.empty())
            return;
        ChargeSink* const sink = may_be_stored(report) ? m_sink : nullptr;
        if (sink != nullptr && !sink->begin_file(report, input, on_finding))
            return;
        // The sink knows only now how many threads should read.
        const Examination examination{.config = m_session.config(),
                                      .tags = m_tags,
                                      .attributor = m_attributor,
                                      .flagger = m_flagger,
                                      .threads = threads(),
                                      .all_findings = m_options.all_findings,
                                      .on_finding = on_finding,
                                      .sink = sink,
                                      .on_progress = [&] { progress->update(input.position()); }};
        examine(examination);
        examine_sums(examination, report);
        input.check_unchanged();
        if (sink != nullptr)
            sink->end_file(report, input, on_finding);
    }

    void write_log(const FileReport& report) {
        m_session.log().write(report.has_errors() ? LogLevel::error : LogLevel::info, "file read",
                              {{"file", report.file},
                               {"source", report.source},
                               {"rows", std::to_string(report.rows)},
                               {"rejected", std::to_string(report.rejected)},
                               {"held", std::to_string(report.summary.held_rows())}});
    }

    void print_speed(const FileReport& report, std::chrono::steady_clock::duration duration) {
        using std::chrono::milliseconds;
        const auto spent = std::chrono::duration_cast<milliseconds>(duration).count();
        const auto count = static_cast<std::int64_t>(report.rows);
        m_session.host().err << fmt::format(
            "{}: {} rows in {}.{:03} s, {} rows/s, {} threads\n", report.file, count, spent / 1000,
            spent % 1000, count * 1000 / std::max<std::int64_t>(spent, 1), threads());
    }

    Session& m_session;
    const FileRunOptions& m_options;
    const PrepareReport& m_prepare;
    RunOutput& m_output;
    ChargeSink* m_sink;
    TagParser m_tags;
    Attributor m_attributor;
    ChargeFlagger m_flagger;
    RunTotals m_totals;
    int m_exit_code = 0;
};

}  // namespace

int run_files(Session& session, const FileRunOptions& options, const PrepareReport& prepare,
              RunOutput& output, ChargeSink* sink) {
    return FileRun(session, options, prepare, output, sink).run();
}

}  // namespace focus_billing
