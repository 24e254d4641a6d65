#include "files/not_written.hpp"

#include <cerrno>
#include <system_error>

namespace focus_billing {

namespace {

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

}  // namespace

Error not_written(const std::string& path, int reason) {
    return {ErrorKind::environment, make_diagnostic(903, {.file = path},
                                                    "the file cannot be written: " +
                                                        std::generic_category().message(reason),
                                                    {}, remedy(reason))};
}

}  // namespace focus_billing
