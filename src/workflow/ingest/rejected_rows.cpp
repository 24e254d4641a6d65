#include "focus_billing/workflow/ingest/rejected_rows.hpp"

#include <filesystem>
#include <system_error>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

namespace {

void add_field(std::string_view field, CsvWriter& csv) {
    if (parse_decimal(field).fault == DecimalFault::none) {
        csv.add_number(field);
    } else {
        csv.add_text(field);
    }
}

}  // namespace

RejectedRowsFile::RejectedRowsFile(std::string path)
    : m_path(std::move(path)), m_aside(m_path + ".part") {}

RejectedRowsFile::~RejectedRowsFile() {
    std::error_code ignored;
    if (m_has_header && !m_kept)
        std::filesystem::remove(m_aside, ignored);
}

void RejectedRowsFile::fail() const {
    throw Error(ErrorKind::environment,
                make_diagnostic(903, {.file = m_path, .line = 0, .column = 0},
                                "the rejected rows cannot be written", {},
                                "check output.directory and the disk; nothing was stored"));
}

void RejectedRowsFile::write(const std::vector<std::string>& header,
                             const std::vector<RejectedRow>& rows, const std::string& file) {
    if (rows.empty())
        return;
    CsvWriter csv;
    if (!m_has_header) {
        std::error_code ignored;
        std::filesystem::create_directories(std::filesystem::path(m_path).parent_path(), ignored);
        m_file.open(m_aside, std::ios::binary | std::ios::trunc);
        m_has_header = true;
        csv.add_text(rejected_line_column);
        csv.add_text(rejected_reason_column);
        if (!file.empty())
            csv.add_text(rejected_file_column);
        for (const auto& name : header)
            csv.add_text(name);
        m_file << csv.take_record();
    }
    for (const auto& row : rows) {
        csv.add_number(std::to_string(row.line));
        csv.add_text(row.reasons);
        if (!file.empty())
            csv.add_text(file);
        for (const auto& field : row.fields)
            add_field(field, csv);
        m_file << csv.take_record();
    }
    if (!m_file)
        fail();
}

void RejectedRowsFile::keep() {
    m_file.close();
    std::error_code error;
    if (!m_file.fail())
        std::filesystem::rename(m_aside, m_path, error);
    if (m_file.fail() || error)
        fail();
    m_kept = true;
}

void RejectedRowsFile::discard() {
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

}  // namespace focus_billing
