#include "focus_billing/cli/run_output.hpp"

#include <fmt/format.h>

#include <map>
#include <ostream>

#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/report_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

// Says how many findings of a code were counted and not shown.
class ShownCounts {
public:
    void shown(int code) { ++m_shown[code]; }
    void print_rest(std::ostream& stream, const FileReport& report) {
        for (const auto& [code, shown] : m_shown) {
            const auto all = report.findings.count_of(code);
            if (all <= shown)
                continue;
            stream << fmt::format("{}: FB{:03}: {} more like {}, {} in all; --all shows them\n",
                                  shown_text(report.file, 500), code, all - shown,
                                  shown == 1 ? "this" : "these", all);
        }
        m_shown.clear();
    }

private:
    std::map<int, std::uint64_t> m_shown;
};

class IngestText : public RunOutput {
public:
    IngestText(Session& session, bool all_findings)
        : m_session(session), m_shows_held(all_findings || session.options().verbose) {}

    void begin_file(const std::string&) override {}
    void finding(const Diagnostic& diagnostic) override {
        if (diagnostic.severity == Severity::flag && !m_shows_held)
            return;
        if (diagnostic.severity == Severity::note && m_session.options().quiet)
            return;
        m_session.print(diagnostic);
        m_counts.shown(diagnostic.code);
    }
    void end_file(const FileReport& report) override {
        m_counts.print_rest(m_session.host().err, report);
        if (m_session.options().quiet)
            return;
        m_session.host().out << (m_first ? "" : "\n") << file_report_text(report) << std::flush;
        m_first = false;
    }
    void general_finding(const Diagnostic& diagnostic) override { m_session.print(diagnostic); }
    void end_run(const RunTotals& totals, int) override {
        if (m_session.options().quiet)
            return;
        auto& out = m_session.host().out;
        if (totals.files > 1)
            out << "\n" << run_totals_text(totals);
        out << "\nDry run: nothing was stored.\n";
    }

private:
    Session& m_session;
    bool m_shows_held;
    bool m_first = true;
    ShownCounts m_counts;
};

class ValidationText : public RunOutput {
public:
    explicit ValidationText(Session& session) : m_session(session) {}

    void begin_file(const std::string&) override {}
    void finding(const Diagnostic& diagnostic) override {
        if (diagnostic.severity == Severity::note && m_session.options().quiet)
            return;
        m_session.host().out << diagnostic_text(diagnostic, m_session.colors_out());
        m_counts.shown(diagnostic.code);
    }
    void end_file(const FileReport& report) override {
        m_counts.print_rest(m_session.host().out, report);
        if (!m_session.options().quiet)
            m_session.host().out << validation_text(report) << "\n";
    }
    void general_finding(const Diagnostic& diagnostic) override { m_session.print(diagnostic); }
    void end_run(const RunTotals& totals, int) override {
        if (m_session.options().quiet)
            return;
        m_session.host().out << fmt::format("{} of {} valid\n",
                                            totals.files - totals.files_with_errors,
                                            counted(totals.files, "file"));
    }

private:
    Session& m_session;
    ShownCounts m_counts;
};

class RunJson : public RunOutput {
public:
    RunJson(Session& session, const std::string& command) : m_out(session.host().out) {
        m_out << fmt::format("{{\"command\":\"{}\",\"files\":[", command);
    }

    void begin_file(const std::string& file) override {
        m_out << (m_first_file ? "\n" : ",\n") << "{\"file\":" << json_text(file)
              << ",\"diagnostics\":[";
        m_first_file = false;
        m_first_finding = true;
    }
    void finding(const Diagnostic& diagnostic) override {
        m_out << (m_first_finding ? "\n" : ",\n") << diagnostic_json(diagnostic);
        m_first_finding = false;
    }
    void end_file(const FileReport& report) override {
        m_out << "]," << file_report_json(report) << "}";
    }
    void general_finding(const Diagnostic& diagnostic) override {
        m_general += (m_general.empty() ? "\n" : ",\n") + diagnostic_json(diagnostic);
    }
    void end_run(const RunTotals& totals, int exit_code) override {
        m_out << "],\n\"diagnostics\":[" << m_general << "],\n"
              << run_totals_json(totals) << fmt::format(",\"exit_code\":{}}}\n", exit_code);
    }

private:
    std::ostream& m_out;
    std::string m_general;
    bool m_first_file = true;
    bool m_first_finding = true;
};

}  // namespace

std::unique_ptr<RunOutput> make_ingest_text(Session& session, bool all_findings) {
    return std::make_unique<IngestText>(session, all_findings);
}

std::unique_ptr<RunOutput> make_validation_text(Session& session) {
    return std::make_unique<ValidationText>(session);
}

std::unique_ptr<RunOutput> make_run_json(Session& session, const std::string& command) {
    return std::make_unique<RunJson>(session, command);
}

}  // namespace focus_billing
