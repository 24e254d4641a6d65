#include "focus_billing/workflow/ingest/difference_file.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "focus_billing/model/error.hpp"
#include "focus_billing/render/reports/difference_csv.hpp"

namespace focus_billing {

namespace {

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

std::unique_ptr<RunOutput> make_difference_file(const std::string& path, RunOutput& output) {
    return std::make_unique<DifferenceFile>(path, output);
}

}  // namespace focus_billing
