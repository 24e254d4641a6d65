#include "workflow/ingest/read_delivery.hpp"

#include "focus_billing/workflow/ingest/delivery_options.hpp"

namespace focus_billing {

namespace {

class DeliveryExaminer {
public:
    DeliveryExaminer(DeliveryInput& input, const Examination& examination, FileReport& report)
        : m_input(input), m_examination(examination), m_report(report) {}

    void run(std::optional<std::uint64_t> rows) {
        bool read_to_end = true;
        for (const auto& part : m_input.parts()) {
            m_report.read_to_end = false;
            examine(part);
            read_to_end = read_to_end && m_report.read_to_end;
        }
        m_report.read_to_end = read_to_end;
        check_rows(m_report.file, m_report.rows, rows);
    }

private:
    void examine(const DeliveryPart& part) {
        const auto rows_before = m_report.rows;
        m_report.columns.clear();
        m_input.begin_part(part);
        if (m_examination.sink != nullptr)
            m_examination.sink->begin_part(part);
        read_focus_file(m_input.bytes(), part.path, m_examination, m_report);
        const auto rows = m_report.rows - rows_before;
        check_rows(part.path, rows, part.rows);
        check_columns(part.path);
        const auto sha256 = m_input.end_part();
        if (m_examination.sink != nullptr)
            m_examination.sink->end_part(part, sha256, rows);
    }

    void report(int code, const std::string& file, std::string message, std::string help) {
        report_finding(m_report, m_examination.on_finding,
                       make_diagnostic(code, {.file = file, .line = 0, .column = 0},
                                       std::move(message), {}, std::move(help)));
    }

    // Of a file that is not read to its end something else is told.
    void check_rows(const std::string& file, std::uint64_t rows,
                    std::optional<std::uint64_t> expected) {
        if (!expected || rows == *expected || !m_report.read_to_end)
            return;
        report(128, file,
               "the number of rows is " + std::to_string(rows) + ", by the manifest it is " +
                   std::to_string(*expected),
               "fetch the manifest and its files again");
    }

    void check_columns(const std::string& file) {
        if (m_report.columns.empty())
            return;
        if (m_columns.empty())
            m_columns = m_report.columns;
        if (m_columns != m_report.columns) {
            report(129, file, "the file has other columns than the first one of the delivery",
                   "check that all files are of the same export, and fetch them again");
        }
    }

    DeliveryInput& m_input;
    const Examination& m_examination;
    FileReport& m_report;
    std::vector<std::string> m_columns;
};

}  // namespace

void read_delivery(DeliveryInput& input, const DeliveryFiles& delivery,
                   const Examination& examination, FileReport& report) {
    DeliveryExaminer(input, examination, report).run(delivery.rows);
}

}  // namespace focus_billing
