#include "focus_billing/workflow/journals/register_journal.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/render/journals/journal_bytes.hpp"
#include "focus_billing/render/journals/journal_report_text.hpp"

namespace focus_billing {

namespace {

// The file of a journal, and its control file, written aside and named together: first the
// journal. What is there already is never replaced. Throws Error as AtomicFile does.
class JournalFiles {
public:
    explicit JournalFiles(const std::string& path);

    void write(std::string_view bytes, std::string_view control);
    // Gives them their names.
    void keep();

private:
    AtomicFile m_journal;
    AtomicFile m_control;
};

constexpr int something_else = 817;

void finish_file(const JournalRecord& record, const std::string& path, std::string_view bytes) {
    if (!std::filesystem::exists(std::filesystem::symlink_status(path))) {
        AtomicFile file(path);
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

std::vector<std::uint32_t> documents_in(const JournalRecord& record, JournalState mark) {
    std::vector<std::uint32_t> numbers;
    for (const auto& part : record.parts) {
        if (part.mark == mark)
            numbers.push_back(part.number);
    }
    return numbers;
}

std::string name_in_folder(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

// In a transaction of its own: the file is in its place.
void mark_exported(Session& session, Database& database, std::int64_t number) {
    JournalStore store(database, JournalStore::Purpose::change);
    for (const auto& record : store.list({.number = number})) {
        store.mark(record, documents_in(record, JournalState::pending), JournalState::exported, {},
                   session.audit_context());
    }
    store.commit();
}

// A document without lines has nothing that finance could accept.
void accept_empty_documents(Session& session, JournalStore& store, JournalRecord& record) {
    std::vector<std::uint32_t> empty;
    for (const auto& part : record.parts) {
        if (part.lines == 0)
            empty.push_back(part.number);
    }
    if (empty.empty())
        return;
    store.mark(record, empty, JournalState::exported, {}, session.audit_context());
    store.mark(record, empty, JournalState::accepted, {}, session.audit_context());
    record = store.list({.number = record.number}).front();
}

void finish(Session& session, Database& database, const JournalRecord& record) {
    std::string bytes;
    std::string control;
    {
        JournalStore store(database, JournalStore::Purpose::read);
        bytes = store.content(record);
        control =
            journal_control_text(record, store.documents(record), name_in_folder(record.path));
    }
    finish_journal_files(record, bytes, control);
    mark_exported(session, database, record.number);
    session.print(make_diagnostic(
        816, {.file = std::filesystem::proximate(record.path).string(), .line = 0, .column = 0},
        "journal " + std::to_string(record.number) +
            " was registered by a command that did not end; its file is written now",
        {}, {}));
}

}  // namespace

Journal journal_of(const JournalRecord& record, const std::vector<JournalDocument>& documents,
                   const std::string& created) {
    Journal journal;
    journal.number = record.number;
    journal.reverses = record.reverses;
    journal.period = record.period;
    journal.date = record.date;
    journal.created = created;
    journal.fiscal_year = record.fiscal_year;
    journal.fiscal_period = record.fiscal_period;
    journal.organization = record.organization;
    std::ranges::copy_if(documents, std::back_inserter(journal.documents),
                         [](const JournalDocument& document) { return !document.lines.empty(); });
    return journal;
}

void register_journal(Session& session, Database& database, std::unique_ptr<JournalStore> store,
                      const JournalLayout& layout, JournalDraft draft, const std::string& output,
                      JournalRun& run) {
    auto& record = draft.record;
    const auto audit_context = session.audit_context();
    record.number = store->next_number();
    run.journal = journal_of(record, draft.documents, audit_context.at);
    std::string bytes;
    if (!run.journal.documents.empty()) {
        auto rendered = journal_bytes(run.journal, layout);
        if (!rendered.faults.empty()) {
            run.refusals = std::move(rendered.faults);
            return;
        }
        bytes = std::move(rendered.bytes);
    }
    std::optional<JournalFiles> files;
    if (!bytes.empty())
        files.emplace(output);
    store->add(record, draft.documents, draft.postings, bytes, audit_context);
    if (files)
        files->write(bytes,
                     journal_control_text(record, run.journal.documents, name_in_folder(output)));
    accept_empty_documents(session, *store, record);
    store->commit();
    store.reset();
    session.note_result("journal " + std::to_string(record.number) + " is registered");
    if (files) {
        files->keep();
        mark_exported(session, database, record.number);
    }
    run.record =
        JournalStore(database, JournalStore::Purpose::read).list({.number = record.number}).front();
    run.file = output;
}

void finish_pending_journals(Session& session, Database& database) {
    std::vector<JournalRecord> records;
    {
        JournalStore store(database, JournalStore::Purpose::read);
        records = store.list({});
    }
    for (const auto& record : records) {
        if (record.is_pending())
            finish(session, database, record);
    }
}

}  // namespace focus_billing
