#include "focus_billing/files/atomic_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return false;
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

std::string remedy(int reason) {
    switch (reason) {
    case ENOENT: return "make the folder first, or name one that is there";
    case ENOTDIR: return "name a folder, not a file";
    case EACCES:
    case EPERM:
    case EROFS: return "name a folder that you may write to";
    default: return "check the disk";
    }
}

Error write_error(const std::string& path, int reason) {
    return {ErrorKind::environment, make_diagnostic(903, {.file = path},
                                                    "the file cannot be written: " +
                                                        std::generic_category().message(reason),
                                                    {}, remedy(reason))};
}

int open_new(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0)
        return file;
    if (errno != EEXIST)
        throw write_error(path, errno);
    throw Error(ErrorKind::usage,
                make_diagnostic(24, {.file = path},
                                "the file is there already, and is kept as it is", {},
                                "move it away first, or name another folder"));
}

// Not every file system can refuse to replace a file. There, only the lock on the file aside keeps
// two commands from one name.
bool rename_to_new(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (::access(to.c_str(), F_OK) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.c_str(), to.c_str()) == 0;
}

Error already_there(const std::string& path, const std::string& message) {
    return {ErrorKind::usage, make_diagnostic(24, {.file = path}, message, {},
                                              "move it away first, or name another file")};
}

}  // namespace

void create_file(const std::string& path, std::string_view text) {
    const int file = open_new(path);
    int reason = write_all(file, text) && ::fsync(file) == 0 ? 0 : errno;
    if (::close(file) != 0 && reason == 0)
        reason = errno;
    if (reason == 0)
        return;
    ::unlink(path.c_str());
    throw write_error(path, reason);
}

void make_folder(const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (!error && std::filesystem::is_directory(path))
        return;
    throw Error(ErrorKind::environment,
                make_diagnostic(903, {.file = path, .line = 0, .column = 0},
                                "the folder cannot be made: " +
                                    (error ? error.message() : "there is a file of this name"),
                                {}, "name another one with --output"));
}

AtomicFile::AtomicFile(std::string path, ExistingFile existing)
    : m_path(std::move(path)), m_existing(existing), m_part(m_path + ".part") {
    if (m_existing == ExistingFile::refused)
        refuse_existing();
    m_file = ::open(m_part.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
                    m_existing == ExistingFile::refused ? 0600 : 0666);
    if (m_file < 0)
        throw write_error(m_path, errno);
    try {
        prepare();
    } catch (const Error&) {
        ::close(m_file);
        throw;
    }
    m_removes = true;
}

AtomicFile::~AtomicFile() {
    if (m_removes)
        ::unlink(m_part.c_str());
    ::close(m_file);
}

void AtomicFile::refuse_existing() const {
    std::error_code none;
    const auto status = std::filesystem::symlink_status(m_path, none);
    if (std::filesystem::is_directory(status))
        throw already_there(m_path, "there is a folder of this name");
    if (std::filesystem::exists(status))
        throw already_there(m_path, "the file is there already, and is kept as it is");
}

// A command that ended while this one waited has given the file its name.
bool AtomicFile::is_in_its_place() const {
    struct stat opened {};
    struct stat named {};
    return ::fstat(m_file, &opened) == 0 && ::lstat(m_part.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

void AtomicFile::prepare() {
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0 || !is_in_its_place()) {
        throw Error(ErrorKind::environment,
                    make_diagnostic(908, {.file = m_path}, "another command is writing this file",
                                    {}, "wait until it has ended, or name another file"));
    }
    if (::ftruncate(m_file, 0) != 0 ||
        (m_existing == ExistingFile::refused && ::fchmod(m_file, 0600) != 0))
        throw write_error(m_path, errno);
}

void AtomicFile::write(std::string_view bytes) {
    if (!write_all(m_file, bytes))
        throw write_error(m_path, errno);
}

void AtomicFile::keep() {
    if (::fsync(m_file) != 0)
        throw write_error(m_path, errno);
    rename();
    m_removes = false;
    // What is replaced can be made again: thousands of statements do not wait for their folders.
    if (m_existing == ExistingFile::refused)
        flush_folder();
}

void AtomicFile::rename() const {
    const bool is_renamed = m_existing == ExistingFile::replaced
                                ? ::rename(m_part.c_str(), m_path.c_str()) == 0
                                : rename_to_new(m_part, m_path);
    if (is_renamed)
        return;
    const int reason = errno;
    if (reason == EEXIST && m_existing == ExistingFile::refused)
        refuse_existing();
    throw write_error(m_path, reason);
}

// The bytes are safe already; a folder that cannot be flushed, as on some network drives, is no
// reason to throw them away.
void AtomicFile::flush_folder() const {
    const auto parent = std::filesystem::path(m_path).parent_path();
    const int folder =
        ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

}  // namespace focus_billing
