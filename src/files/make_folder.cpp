#include "focus_billing/files/make_folder.hpp"

#include <filesystem>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

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
