#pragma once

#include <string>
#include <string_view>

#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_record.hpp"

namespace focus_billing {

/// Where the control file of a journal's file is: beside it.
[[nodiscard]] std::string control_path(const std::string& path);

/// The file of a journal, and its control file, written aside and named together: first the
/// journal. What is there already is never replaced. Throws Error as AsideFile does.
class JournalFiles {
public:
    explicit JournalFiles(const std::string& path);

    void write(std::string_view bytes, std::string_view control);
    /// Gives them their names.
    void keep();

private:
    AsideFile m_journal;
    AsideFile m_control;
};

/// Writes what is not yet there of a journal on record. What is there must be the same; else throws
/// Error FB817 (state).
void finish_journal_files(const JournalRecord& record, std::string_view bytes,
                          std::string_view control);

}  // namespace focus_billing
