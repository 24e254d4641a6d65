#include "workflow/journals/journal_files.hpp"

#include <filesystem>

#include "focus_billing/files/read_text_file.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

constexpr int something_else = 817;

void finish_file(const JournalRecord& record, const std::string& path, std::string_view bytes) {
    if (!std::filesystem::exists(std::filesystem::symlink_status(path))) {
        AsideFile file(path);
        file.write(bytes);
        file.keep();
        return;
    }
    if (read_text_file(path, ErrorKind::environment, 903) == bytes)
        return;
    const auto number = std::to_string(record.number);
    throw Error(ErrorKind::state,
                make_diagnostic(something_else, {.file = path},
                                "journal " + number + " is pending, and its file is something else",
                                {},
                                "move the file away, and run again; or give the journal up: "
                                "focus-billing journals mark " +
                                    number + " failed"));
}

}  // namespace

std::string control_path(const std::string& path) {
    return path + ".control";
}

JournalFiles::JournalFiles(const std::string& path)
    : m_journal(path), m_control(control_path(path)) {}

void JournalFiles::write(std::string_view bytes, std::string_view control) {
    m_journal.write(bytes);
    m_control.write(control);
}

void JournalFiles::keep() {
    m_journal.keep();
    m_control.keep();
}

void finish_journal_files(const JournalRecord& record, std::string_view bytes,
                          std::string_view control) {
    finish_file(record, record.path, bytes);
    finish_file(record, control_path(record.path), control);
}

}  // namespace focus_billing
