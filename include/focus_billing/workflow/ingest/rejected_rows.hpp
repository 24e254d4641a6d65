#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

/// A row that is no charge: its fields, and why.
struct RejectedRow {
    std::uint64_t line = 0;
    std::vector<std::string> fields;
    std::string reasons;
};

/// A CSV of rejected rows for a person to mend: the columns of the file, with x_Line and x_Reason
/// in front, and x_File behind those if the rows are of several files. It is written aside; `keep`
/// gives it its name, else it is removed.
class RejectedRowsFile {
public:
    /// `path` is the name that it will have. Throws Error (FB903, environment), as the others do.
    explicit RejectedRowsFile(std::string path);
    RejectedRowsFile(const RejectedRowsFile&) = delete;
    RejectedRowsFile& operator=(const RejectedRowsFile&) = delete;
    ~RejectedRowsFile();

    /// `file` of several, or empty.
    void write(const std::vector<std::string>& header, const std::vector<RejectedRow>& rows,
               const std::string& file = {});
    void keep();
    /// Takes the kept file back.
    void discard();

    [[nodiscard]] bool is_empty() const { return !m_has_header; }
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    [[noreturn]] void fail() const;

    std::string m_path;
    std::string m_aside;
    std::ofstream m_file;
    bool m_has_header = false;
    bool m_kept = false;
};

}  // namespace focus_billing
