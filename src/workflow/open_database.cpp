#include "focus_billing/workflow/open_database.hpp"

#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

[[noreturn]] void refuse_missing(const std::string& path) {
    throw Error(ErrorKind::state,
                make_diagnostic(506, {.file = path, .line = 0, .column = 0},
                                "there is no database yet", {}, "run: focus-billing ingest FILE"));
}

}  // namespace

std::optional<Database> find_database(Session& session) {
    return Database::find_for_reading(session.config().database_path);
}

Database open_database_for_reading(Session& session) {
    auto database = find_database(session);
    if (!database)
        refuse_missing(session.config().database_path);
    return std::move(*database);
}

Database open_database_for_writing(Session& session) {
    const auto& path = session.config().database_path;
    if (!find_database(session))
        refuse_missing(path);
    return Database::open_for_writing(path);
}

}  // namespace focus_billing
