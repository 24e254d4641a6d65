#include "focus_billing/store/find_import.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace focus_billing {

std::optional<Diagnostic> find_second_import(SQLite::Database& database, const std::string& source,
                                             BillingPeriod period, const std::string& file) {
    SQLite::Statement query(database, R"sql(
SELECT i.id, i.file_name FROM import_total AS t JOIN import AS i ON i.id = t.import_id
WHERE t.period = ? AND i.source = ? ORDER BY i.id LIMIT 1)sql");
    query.bind(1, period.key());
    query.bind(2, source);
    if (!query.executeStep())
        return std::nullopt;
    return make_diagnostic(507, {.file = file, .line = 0, .column = 0},
                           source + " already has charges in " + period.text() + ", by import " +
                               query.getColumn(0).getString() + " (" +
                               query.getColumn(1).getString() + ")",
                           {},
                           "a second file for the month cannot be taken in yet; see: "
                           "focus-billing imports list");
}

}  // namespace focus_billing
