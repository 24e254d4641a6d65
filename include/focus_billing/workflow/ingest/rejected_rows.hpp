#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

/// A rejected row: its fields, and why.
struct RejectedRow {
    std::uint64_t line = 0;
    std::vector<std::string> fields;
    std::string reasons;
};

/// A CSV of rejected rows for a person to correct: the columns of the file, preceded by x_Line and
/// x_Reason, and by x_File if the rows are from several files. It is written to a temporary file;
/// `keep` gives it its name, otherwise it is removed.
class RejectedRowsFile {
public:
    /// `path` is the final name. Throws Error (FB903, environment), as do the other functions.
    explicit RejectedRowsFile(std::string path);
    RejectedRowsFile(const RejectedRowsFile&) = delete;
    RejectedRowsFile& operator=(const RejectedRowsFile&) = delete;
    ~RejectedRowsFile();

    /// `file` is the one of several, or empty.
    void write(const std::vector<std::string>& header, const std::vector<RejectedRow>& rows,
               const std::string& file = {});
    void keep();
    /// Removes the kept file again.
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
