#include "focus_billing/cli/replace_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "focus_billing/cli/not_written.hpp"
#include "focus_billing/cli/write_all.hpp"

namespace focus_billing {

void replace_file(const std::string& path, std::string_view bytes) {
    const auto part = path + ".part";
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        throw not_written(path, errno);
    int reason = write_all(file, bytes) && ::fsync(file) == 0 ? 0 : errno;
    if (::close(file) != 0 && reason == 0)
        reason = errno;
    if (reason == 0 && ::rename(part.c_str(), path.c_str()) != 0)
        reason = errno;
    if (reason == 0)
        return;
    ::unlink(part.c_str());
    throw not_written(path, reason);
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

}  // namespace focus_billing
