#include "focus_billing/cli/dry_run_sink.hpp"

#include <optional>

#include "focus_billing/cli/open_database.hpp"
#include "focus_billing/cli/pass_over_file.hpp"
#include "focus_billing/store/delivery_comparison.hpp"
#include "focus_billing/store/judge_delivery.hpp"

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
        m_terms = terms_of(m_session, m_options, report, on_finding);
        if (!m_database || report.source.empty() || report.has_errors())
            return true;
        if (is_passed_over_early(*m_database, m_terms, report, input, on_finding))
            return false;
        with_database_errors(m_database->path(),
                             [&] { m_comparison.emplace(m_database->handle(), m_terms); });
        return true;
    }

    void add(ChargeBatch&& batch) override {
        if (m_refusal)
            return;
        try {
            with_database_errors(m_database->path(), [&] {
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
        if (!m_comparison)
            return judge_without_database(report, on_finding);
        if (!report.read_to_end || is_passed_over(*m_database, m_terms, report, input.sha256(), on_finding))
            return;
        std::vector<Diagnostic> findings;
        with_database_errors(m_database->path(), [&] { findings = m_comparison->finish(); });
        report_comparison(*m_comparison, findings, report, on_finding);
    }

    void give_up_file() override {
        m_comparison.reset();
        m_refusal.reset();
    }

private:
    void judge_without_database(FileReport& report, const OnFinding& on_finding) {
        std::vector<BillingPeriod> months;
        for (const auto& entry : report.summary.periods()) {
            if (months.empty() || months.back() != entry.first.first)
                months.push_back(entry.first.first);
        }
        if (m_database)
            return;
        for (const auto& finding : judge_calendar(m_terms, months, {}))
            report_finding(report, on_finding, finding);
    }

    Session& m_session;
    DeliveryOptions m_options;
    std::optional<Database> m_database;
    DeliveryTerms m_terms;
    std::optional<DeliveryComparison> m_comparison;
    std::optional<Diagnostic> m_refusal;
};

}  // namespace

std::unique_ptr<ChargeSink> make_dry_run_sink(Session& session, const DeliveryOptions& options) {
    return std::make_unique<DryRunSink>(session, options);
}

}  // namespace focus_billing
