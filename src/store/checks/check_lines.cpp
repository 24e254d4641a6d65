#include "store/checks/check_lines.hpp"

#include "focus_billing/store/database.hpp"

namespace focus_billing {

SQLite::Database& CheckRun::handle() const {
    return database.handle();
}

Diagnostic CheckRun::fault(int code, std::string message) const {
    return make_diagnostic(code, {.file = database.path(), .line = 0, .column = 0},
                           std::move(message), {},
                           "something else than this program changed it, or the disk failed: "
                           "compare with a backup that passes 'focus-billing check'");
}

}  // namespace focus_billing
