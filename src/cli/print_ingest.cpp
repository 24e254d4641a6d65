#include "cli/print_ingest.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <system_error>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/difference_report.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

// Prints findings as they come, but a note, which stands for many rows, at the end of the file,
// and says of how many findings only the first were shown.
class FindingPrinter {
public:
    FindingPrinter(std::ostream& stream, bool colored, bool quiet)
        : m_stream(stream), m_colored(colored), m_quiet(quiet) {}

    void print(const Diagnostic& diagnostic) {
        if (diagnostic.severity != Severity::note) {
            m_stream << diagnostic_text(diagnostic, m_colored);
            ++m_shown[diagnostic.code];
        } else {
            m_notes.push_back(diagnostic);
        }
    }

    void end_file(const FileReport& report) {
        for (auto& note : m_notes) {
            const auto count = report.findings.count_of(note.code);
            if (count > 1)
                note.message += fmt::format(" (and {} more times)", count - 1);
            if (!m_quiet)
                m_stream << diagnostic_text(note, m_colored);
        }
        for (const auto& [code, shown] : m_shown) {
            const auto all = report.findings.count_of(code);
            if (all <= shown)
                continue;
            m_stream << fmt::format("{}: FB{:03}: the first {} of {} are shown; --all shows all\n",
                                    shown_text(report.file, 500), code, shown, all);
        }
        m_notes.clear();
        m_shown.clear();
    }

private:
    std::ostream& m_stream;
    bool m_colored;
    bool m_quiet;
    std::vector<Diagnostic> m_notes;
    std::map<int, std::uint64_t> m_shown;
};

class IngestText : public RunOutput {
public:
    IngestText(Session& session, bool all_findings, bool dry_run)
        : m_session(session), m_dry_run(dry_run),
          m_shows_held(all_findings || session.options().verbose),
          m_most_differences(all_findings ? std::nullopt : std::optional(usual_differences)),
          m_printer(session.host().err, session.colors_err(), session.options().quiet) {}

    void begin_file(const std::string&) override {}
    void finding(const Diagnostic& diagnostic) override {
        if (diagnostic.severity == Severity::flag && !m_shows_held)
            return;
        m_printer.print(diagnostic);
    }
    void end_file(const FileReport& report) override {
        m_printer.end_file(report);
        if (m_session.options().quiet)
            return;
        m_session.host().out << (m_first ? "" : "\n")
                             << file_report_text(report, m_most_differences) << std::flush;
        m_first = false;
    }
    void general_finding(const Diagnostic& diagnostic) override { m_session.print(diagnostic); }
    void end_run(const RunTotals& totals, int) override {
        if (m_session.options().quiet)
            return;
        auto& out = m_session.host().out;
        if (totals.files > 1)
            out << "\n" << run_totals_text(totals);
        if (m_dry_run)
            out << "\nDry run: nothing was stored.\n";
    }

private:
    Session& m_session;
    bool m_dry_run;
    bool m_shows_held;
    std::optional<std::uint64_t> m_most_differences;
    FindingPrinter m_printer;
    bool m_first = true;
};

class ValidationText : public RunOutput {
public:
    explicit ValidationText(Session& session)
        : m_session(session),
          m_printer(session.host().out, session.colors_out(), session.options().quiet) {}

    void begin_file(const std::string&) override {}
    void finding(const Diagnostic& diagnostic) override { m_printer.print(diagnostic); }
    void end_file(const FileReport& report) override {
        m_printer.end_file(report);
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
    FindingPrinter m_printer;
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
        m_out << (m_first_finding ? "\n" : ",\n") << diagnostic_json(diagnostic).text();
        m_first_finding = false;
    }
    void end_file(const FileReport& report) override {
        m_out << "]," << file_report_json(report);
        if (report.differences)
            write_differences(report);
        m_out << "}";
    }
    void general_finding(const Diagnostic& diagnostic) override {
        m_general += (m_general.empty() ? "\n" : ",\n") + diagnostic_json(diagnostic).text();
    }
    void end_run(const RunTotals& totals, int exit_code) override {
        m_out << "],\n\"diagnostics\":[" << m_general << "],\n"
              << run_totals_json(totals) << fmt::format(",\"exit_code\":{}}}\n", exit_code);
    }

private:
    void write_differences(const FileReport& report) {
        bool first = true;
        m_out << ",\"difference_rows\":[";
        report.differences({}, [&](const DifferenceRow& row) {
            m_out << (first ? "\n" : ",\n") << difference_json(row).text();
            first = false;
        });
        m_out << "]";
    }

    std::ostream& m_out;
    std::string m_general;
    bool m_first_file = true;
    bool m_first_finding = true;
};

class DifferenceFile : public RunOutput {
public:
    DifferenceFile(std::string path, RunOutput& output)
        : m_path(std::move(path)), m_aside(m_path + ".part"), m_output(output),
          m_stream(m_aside, std::ios::binary | std::ios::trunc) {
        m_stream << difference_csv_header();
        check();
    }
    ~DifferenceFile() override {
        std::error_code ignored;
        if (!m_is_kept)
            std::filesystem::remove(m_aside, ignored);
    }

    void begin_file(const std::string& file) override { m_output.begin_file(file); }
    void finding(const Diagnostic& diagnostic) override { m_output.finding(diagnostic); }
    void general_finding(const Diagnostic& diagnostic) override {
        m_output.general_finding(diagnostic);
    }
    void end_file(const FileReport& report) override {
        if (report.differences) {
            report.differences({}, [&](const DifferenceRow& row) {
                m_stream << difference_csv(report.file, row);
            });
        }
        m_output.end_file(report);
    }
    void end_run(const RunTotals& totals, int exit_code) override {
        m_stream.close();
        check();
        std::error_code error;
        std::filesystem::rename(m_aside, m_path, error);
        m_is_kept = !error;
        if (error)
            fail();
        m_output.end_run(totals, exit_code);
    }

private:
    void check() const {
        if (!m_stream)
            fail();
    }
    [[noreturn]] void fail() const {
        throw Error(ErrorKind::environment,
                    make_diagnostic(903, {.file = m_path, .line = 0, .column = 0},
                                    "the difference cannot be written", {},
                                    "check the folder and the disk"));
    }

    std::string m_path;
    std::string m_aside;
    RunOutput& m_output;
    std::ofstream m_stream;
    bool m_is_kept = false;
};

}  // namespace

std::unique_ptr<RunOutput> make_ingest_text(Session& session, bool all_findings, bool dry_run) {
    return std::make_unique<IngestText>(session, all_findings, dry_run);
}

std::unique_ptr<RunOutput> make_validation_text(Session& session) {
    return std::make_unique<ValidationText>(session);
}

std::unique_ptr<RunOutput> make_run_json(Session& session, const std::string& command) {
    return std::make_unique<RunJson>(session, command);
}

std::unique_ptr<RunOutput> make_difference_file(const std::string& path, RunOutput& output) {
    return std::make_unique<DifferenceFile>(path, output);
}

}  // namespace focus_billing
