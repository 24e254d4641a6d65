#include "store/audit_row.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace focus_billing {

namespace {

std::optional<std::string> text_of(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

std::optional<std::int64_t> number_of(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

std::optional<BillingPeriod> period_of(const SQLite::Column& column) {
    if (column.isNull())
        return std::nullopt;
    const int key = column.getInt();
    return BillingPeriod::of_key(key);
}

}  // namespace

AuditRecord audit_record_of(SQLite::Statement& row) {
    return {.sequence = row.getColumn(0).getInt64(),
            .entry = {.occasion = {.at = row.getColumn(1).getString(),
                                   .os_user = row.getColumn(2).getString(),
                                   .actor = row.getColumn(3).getString(),
                                   .command = row.getColumn(4).getString()},
                      .action = row.getColumn(5).getString(),
                      .subject = row.getColumn(6).getString(),
                      .import_number = number_of(row.getColumn(7)),
                      .period = period_of(row.getColumn(8)),
                      .before = text_of(row.getColumn(9)),
                      .after = text_of(row.getColumn(10))},
            .previous = row.getColumn(11).getString(),
            .hash = row.getColumn(12).getString()};
}

}  // namespace focus_billing
