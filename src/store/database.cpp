#include "focus_billing/store/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "focus_billing/model/error.hpp"
#include "store/decimal_functions.hpp"
#include "store/schema.hpp"

namespace focus_billing {

namespace {

[[noreturn]] void fail(int code, const std::string& path, std::string message, std::string help) {
    throw Error(ErrorKind::environment,
                make_diagnostic(code, {.file = path, .line = 0, .column = 0}, std::move(message),
                                {}, std::move(help)));
}

[[noreturn]] void translate(const SQLite::Exception& error, const std::string& path) {
    const std::string words = error.getErrorStr();
    switch (error.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        fail(503, path, "another command is writing to the database",
             "wait until it has ended and try again; nothing was changed");
    case SQLITE_NOTADB:
        fail(501, path, "the file is no database of focus-billing",
             "name another file with --database or database.path");
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        fail(504, path, "the database cannot be opened: " + words,
             "check the folder, and the right to write in it");
    case SQLITE_FULL:
        fail(505, path, "the database cannot be written: " + words,
             "make room on the disk and run the command again; nothing was changed");
    case SQLITE_IOERR:
        fail(505, path, "the database cannot be read or written: " + words,
             "check the disk and the room on it, and run the command again; nothing was changed");
    case SQLITE_CONSTRAINT:
        throw Error(ErrorKind::state,
                    make_diagnostic(509, {.file = path, .line = 0, .column = 0},
                                    std::string("the database refuses the change: ") + error.what(),
                                    {},
                                    "nothing was changed; focus-billing periods list shows which "
                                    "months are open"));
    default:
        fail(505, path, std::string("the database failed: ") + error.what(),
             "look for damage with sqlite3 FILE 'PRAGMA integrity_check', and restore a backup if "
             "there is any");
    }
}

// SQLite would make the file with the rights that the umask leaves.
void create_for_owner_alone(const std::string& path) {
    const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) {
        close(fd);
    } else if (errno != EEXIST) {
        fail(504, path, "the database cannot be made: " + std::generic_category().message(errno),
             "check the folder, and the right to write in it");
    }
}

void refuse_folder(const std::string& path) {
    std::error_code none;
    if (std::filesystem::is_directory(path, none)) {
        fail(504, path, "the database cannot be opened: it is a folder",
             "name a file in it, such as " + path + "/focus-billing.db");
    }
}

// SQLite falls back to reading where it may not write, and says so only at the first change.
void refuse_read_only(SQLite::Database& database, const std::string& path) {
    if (sqlite3_db_readonly(database.getHandle(), "main") == 1) {
        fail(504, path, "the database may not be written",
             "check the rights of the file and of its folder");
    }
}

// A path may have characters that mean something in a URI.
std::string immutable_uri(const std::string& path) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#') {
            uri += '%';
            uri += digits[byte >> 4U];
            uri += digits[byte & 0xFU];
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

// What a command that was killed may have left: commits that are not in the file yet, or what the
// file was before a change that did not come to its end.
bool has_unread_log(const std::string& path) {
    return std::ranges::any_of(std::array{"-wal", "-journal"}, [&](const char* ending) {
        std::error_code none;
        const auto size = std::filesystem::file_size(path + ending, none);
        return !none && size > 0;
    });
}

std::unique_ptr<SQLite::Database> open_file(const std::string& path, int flags,
                                            std::chrono::milliseconds patience) {
    return std::make_unique<SQLite::Database>(path, flags, static_cast<int>(patience.count()));
}

void read_something(SQLite::Database& database) {
    database.execAndGet("SELECT count(*) FROM sqlite_schema");
}

// Who only reads cannot undo what a command that was killed had begun.
void undo_unfinished_change(const std::string& path, std::chrono::milliseconds patience) {
    read_something(*open_file(path, SQLite::OPEN_READWRITE, patience));
}

std::unique_ptr<SQLite::Database> open_read_only(const std::string& path,
                                                 std::chrono::milliseconds patience) {
    auto handle = open_file(path, SQLite::OPEN_READONLY, patience);
    try {
        read_something(*handle);
        return handle;
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode() & 0xFF;
        const bool nothing_writable = code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
        if (!nothing_writable)
            throw;
        if (error.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK) {
            undo_unfinished_change(path, patience);
            return open_file(path, SQLite::OPEN_READONLY, patience);
        }
        if (has_unread_log(path))
            throw;
    }
    return open_file(immutable_uri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI, patience);
}

}  // namespace

void throw_database_error(const std::string& path) {
    try {
        throw;
    } catch (const SQLite::Exception& error) {
        translate(error, path);
    }
}

Database Database::open_for_writing(const std::string& path, std::chrono::milliseconds patience) {
    std::unique_ptr<SQLite::Database> handle;
    refuse_folder(path);
    create_for_owner_alone(path);
    try {
        handle = open_file(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, patience);
        refuse_read_only(*handle, path);
        // Of a new file only; fewer and larger pages take a fifth less time to write.
        handle->exec("PRAGMA page_size = 16384");
        add_decimal_functions(handle->getHandle());
        migrate(*handle, path);
        handle->exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "PRAGMA foreign_keys = ON");
    } catch (...) {
        throw_database_error(path);
    }
    return {path, std::move(handle)};
}

Database Database::open_for_reading(const std::string& path, std::chrono::milliseconds patience) {
    std::unique_ptr<SQLite::Database> handle;
    refuse_folder(path);
    try {
        handle = open_read_only(path, patience);
        add_decimal_functions(handle->getHandle());
        check_schema(*handle, path);
    } catch (...) {
        throw_database_error(path);
    }
    return {path, std::move(handle)};
}

std::optional<Database> Database::find_for_reading(const std::string& path,
                                                   std::chrono::milliseconds patience) {
    std::error_code none;
    if (std::filesystem::status(path, none).type() == std::filesystem::file_type::not_found)
        return std::nullopt;
    refuse_folder(path);
    try {
        if (is_new(*open_read_only(path, patience)))
            return std::nullopt;
    } catch (...) {
        throw_database_error(path);
    }
    return open_for_reading(path, patience);
}

Database::Database(std::string path, std::unique_ptr<SQLite::Database> handle)
    : m_path(std::move(path)), m_handle(std::move(handle)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

}  // namespace focus_billing
