#include "focus_billing/workflow/ingest/dry_run_sink.hpp"

#include <map>
#include <optional>
#include <tuple>

#include "focus_billing/store/imports/delivery_blockers.hpp"
#include "focus_billing/store/imports/delivery_comparison.hpp"
#include "focus_billing/store/imports/plan_period.hpp"
#include "focus_billing/workflow/session.hpp"
#include "workflow/ingest/skip_known_file.hpp"

namespace focus_billing {

namespace {

class DryRunSink : public ChargeSink {
public:
    DryRunSink(Session& session, const DeliveryOptions& options)
        : m_session(session), m_options(options), m_database(find_database(session)) {}

    [[nodiscard]] bool hashes_files() const override { return m_database.has_value(); }
    [[nodiscard]] bool takes_charges() const override { return m_comparison.has_value(); }

    bool begin_file(FileReport& report, InputFile& input, const OnFinding& on_finding) override {
        give_up_file();
        m_settings = delivery_settings(m_session, m_options, report, on_finding);
        if (!m_database || report.source.empty() || report.has_errors())
            return true;
        if (is_known_early(*m_database, m_settings, report, input, on_finding))
            return false;
        m_reading.emplace(*m_database);
        m_reading->run([&] { m_comparison.emplace(*m_reading, m_settings); });
        return true;
    }

    void add(ChargeBatch&& batch) override {
        if (m_refusal)
            return;
        try {
            m_reading->run([&] {
                for (const auto& charge : batch.charges())
                    (void)m_comparison->take(charge);
            });
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::state)
                throw;
            m_refusal = error.diagnostic();
        }
    }

    void reject(const std::vector<std::string>&, const std::vector<RejectedRow>&) override {}

    void end_file(FileReport& report, InputFile& input, const OnFinding& on_finding) override {
        if (m_refusal)
            return report_finding(report, on_finding, *m_refusal);
        if (!m_comparison) {
            check_without_database(report, on_finding);
        } else {
            const bool is_skipped = report.read_to_end && is_known(*m_database, m_settings, report,
                                                                   input.sha256(), on_finding);
            if (is_skipped || !report.read_to_end)
                return;
            const auto findings = m_reading->run([&] { return m_comparison->finish(); });
            report_comparison(*m_comparison, findings, report, on_finding);
        }
        compare_with_files_before(report, on_finding);
    }

    void give_up_file() override {
        m_comparison.reset();
        m_reading.reset();
        m_refusal.reset();
    }

private:
    static std::vector<BillingPeriod> months_of(const FileReport& report) {
        std::vector<BillingPeriod> months;
        for (const auto& entry : report.summary.periods()) {
            if (months.empty() || months.back() != entry.first.first)
                months.push_back(entry.first.first);
        }
        return months;
    }

    // A file before it in the same call would be there already.
    void compare_with_files_before(FileReport& report, const OnFinding& on_finding) {
        if (report.has_errors() || report.source.empty())
            return;
        const bool is_decided = m_settings.delivery != Delivery::unset || m_settings.replace ||
                                m_settings.append || m_settings.mends;
        for (const auto month : months_of(report)) {
            const auto [before, is_new] = m_files.try_emplace(
                {m_settings.source, m_settings.series, month}, m_settings.file_name);
            if (is_new || is_decided || is_same_delivery_name(before->second, m_settings.file_name))
                continue;
            report_finding(report, on_finding,
                           make_diagnostic(507, {.file = report.file, .line = 0, .column = 0},
                                           m_settings.source + " would already have charges in " +
                                               month.text() + ", by " + before->second +
                                               " before it in this call",
                                           {},
                                           "say what the file is to it: ingest them one after the "
                                           "other, this one with --replace or --append"));
        }
    }

    void check_without_database(FileReport& report, const OnFinding& on_finding) {
        if (m_database)
            return;
        for (const auto& finding : calendar_blockers(m_settings, months_of(report), {}))
            report_finding(report, on_finding, finding);
    }

    Session& m_session;
    DeliveryOptions m_options;
    std::optional<Database> m_database;
    DeliverySettings m_settings;
    std::optional<Transaction> m_reading;
    std::optional<DeliveryComparison> m_comparison;
    std::optional<Diagnostic> m_refusal;
    /// Source, series and month of the files so far, and the name of the first.
    std::map<std::tuple<std::string, std::string, BillingPeriod>, std::string> m_files;
};

}  // namespace

std::unique_ptr<ChargeSink> make_dry_run_sink(Session& session, const DeliveryOptions& options) {
    return std::make_unique<DryRunSink>(session, options);
}

}  // namespace focus_billing
