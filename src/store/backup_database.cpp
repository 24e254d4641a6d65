#include "focus_billing/store/backup_database.hpp"
#include "store/backup_database.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"
#include "store/prepared_insert.hpp"

namespace focus_billing {

namespace {

constexpr int pages_per_step = 64;

bool is_fault_of_source(int code) {
    return code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ ||
           (code & 0xFF) == SQLITE_CORRUPT;
}

[[noreturn]] void refuse_copy(const std::string& name, int code) {
    throw Error(ErrorKind::environment,
                make_diagnostic(903, {.file = name, .line = 0, .column = 0},
                                std::string("the copy cannot be written: ") + sqlite3_errstr(code),
                                {},
                                "make room on the disk, or name a file on another one; nothing is "
                                "left of the copy"));
}

void copy_pages(SQLite::Database& source, SQLite::Database& copy,
                const std::function<void()>& on_step) {
    SQLite::Backup backup(copy, source);
    for (;;) {
        on_step();
        const int result = backup.executeStep(pages_per_step);
        if (result == SQLITE_DONE)
            return;
        if (result != SQLITE_OK)
            throw SQLite::Exception(sqlite3_errstr(result), result);
    }
}

void write_copy(SQLite::Database& source, const std::string& copy,
                const std::function<void()>& on_step) {
    SQLite::Database file(copy, SQLite::OPEN_READWRITE);
    // It is flushed once, when it is complete, and removed if it does not come to that.
    file.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF;"
              "PRAGMA journal_mode = OFF");
    copy_pages(source, file, on_step);
    // The pages say that there is a write-ahead log, which a single file has not.
    file.exec("PRAGMA journal_mode = DELETE");
}

}  // namespace

ConfigurationRecord record_configuration(const Transaction& transaction, const std::string& text,
                                         const AuditContext& audit_context) {
    ConfigurationRecord record{.sha256 = sha256_text(text)};
    SQLite::Statement query(transaction.handle(), "SELECT id FROM configuration WHERE sha256 = ?");
    query.bind(1, record.sha256);
    if (query.executeStep()) {
        record.id = query.getColumn(0).getInt64();
        return record;
    }
    InsertStatement insert(transaction.handle(),
                           "INSERT INTO configuration (sha256, text) VALUES (?, ?)");
    insert.bind(record.sha256);
    insert.bind(text);
    record.id = insert.insert();
    append_audit(transaction, {.audit_context = audit_context,
                               .action = "configure",
                               .subject = "configuration " + std::to_string(record.id),
                               .after = R"({"sha256":")" + record.sha256 + "\"}"});
    return record;
}

void backup_database(const Transaction& transaction, const std::string& copy,
                     const std::string& name, const std::function<void()>& on_step) {
    transaction.run([&] {
        auto& source = transaction.handle();
        source.execAndGet("SELECT count(*) FROM sqlite_schema");
        try {
            write_copy(source, copy, on_step);
        } catch (const SQLite::Exception& error) {
            if (is_fault_of_source(error.getErrorCode()))
                throw;
            refuse_copy(name, error.getErrorCode());
        }
    });
}

BackupRecord query_backup(const Transaction& transaction) {
    return transaction.run([&] {
        auto& database = transaction.handle();
        const auto count = [&](const char* sql) {
            return static_cast<std::uint64_t>(database.execAndGet(sql).getInt64());
        };
        BackupRecord record;
        record.imports = count("SELECT count(*) FROM import");
        record.superseded = count("SELECT count(superseded_by) FROM charge");
        record.charges = count("SELECT count(*) FROM charge") - record.superseded;
        SQLite::Statement last(database, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
        if (last.executeStep()) {
            record.audit_sequence = last.getColumn(0).getInt64();
            record.audit_hash = last.getColumn(1).getString();
        }
        return record;
    });
}

}  // namespace focus_billing
