#include "focus_billing/files/create_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "files/not_written.hpp"
#include "files/write_all.hpp"

namespace focus_billing {

namespace {

int open_new(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0)
        return file;
    if (errno != EEXIST)
        throw not_written(path, errno);
    throw Error(ErrorKind::usage,
                make_diagnostic(24, {.file = path},
                                "the file is there already, and is kept as it is", {},
                                "move it away first, or name another folder"));
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
    throw not_written(path, reason);
}

}  // namespace focus_billing
