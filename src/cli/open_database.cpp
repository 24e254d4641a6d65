#include "focus_billing/cli/open_database.hpp"

#include <filesystem>
#include <system_error>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

// An ingest that was stopped before its first step leaves an empty file.
bool is_missing(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return true;
    return std::filesystem::is_regular_file(status) &&
           std::filesystem::file_size(path, error) == 0 && !error;
}

[[noreturn]] void refuse_missing(const std::string& path) {
    throw Error(ErrorKind::state,
                make_diagnostic(506, {.file = path, .line = 0, .column = 0},
                                "there is no database yet", {}, "run: focus-billing ingest FILE"));
}

}  // namespace

std::optional<Database> find_database(Session& session) {
    const auto& path = session.config().database_path;
    if (is_missing(path))
        return std::nullopt;
    return Database::open_for_reading(path);
}

Database open_database_for_reading(Session& session) {
    auto database = find_database(session);
    if (!database)
        refuse_missing(session.config().database_path);
    return std::move(*database);
}

Database open_database_for_writing(Session& session) {
    const auto& path = session.config().database_path;
    if (is_missing(path))
        refuse_missing(path);
    return Database::open_for_writing(path);
}

}  // namespace focus_billing
