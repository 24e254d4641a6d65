#include "focus_billing/store/imports/query_imports.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

namespace {

// GCC 12 sees a fault where a literal is appended to a string made of another one.
std::string select_imports(std::string_view rest) {
    std::string sql = "SELECT id, source, series, file_name, sha256, file_size, cost, rows_read,"
                      " stored, unchanged, corrected, rejected, held, mends, first_charge,"
                      " last_charge, imported_at, os_user, actor, review FROM import";
    return sql.append(rest);
}

std::uint64_t unsigned_of(const SQLite::Column& column) {
    return static_cast<std::uint64_t>(column.getInt64());
}

std::optional<std::string> optional_text(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

std::optional<std::int64_t> integer_of(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

ImportRecord import_of(SQLite::Statement& row) {
    return {.number = row.getColumn(0).getInt64(),
            .source = row.getColumn(1).getString(),
            .series = row.getColumn(2).getString(),
            .file_name = row.getColumn(3).getString(),
            .sha256 = row.getColumn(4).getString(),
            .file_size = unsigned_of(row.getColumn(5)),
            .cost = row.getColumn(6).getString(),
            .rows_read = unsigned_of(row.getColumn(7)),
            .stored = unsigned_of(row.getColumn(8)),
            .unchanged = unsigned_of(row.getColumn(9)),
            .corrected = unsigned_of(row.getColumn(10)),
            .rejected = unsigned_of(row.getColumn(11)),
            .held = unsigned_of(row.getColumn(12)),
            .review = integer_of(row.getColumn(19)),
            .mends = integer_of(row.getColumn(13)),
            .first_charge = integer_of(row.getColumn(14)),
            .last_charge = integer_of(row.getColumn(15)),
            .imported_at = row.getColumn(16).getString(),
            .os_user = row.getColumn(17).getString(),
            .actor = optional_text(row.getColumn(18)),
            .totals = {},
            .periods = {},
            .billed = {},
            .files = {}};
}

ImportTotal total_of(SQLite::Statement& row) {
    const int period = row.getColumn(0).getInt();
    return {.period = BillingPeriod::of_key(period),
            .currency = row.getColumn(1).getString(),
            .charges = unsigned_of(row.getColumn(2)),
            .billed = row.getColumn(3).getString(),
            .list = optional_text(row.getColumn(4)),
            .effective = optional_text(row.getColumn(5)),
            .held = unsigned_of(row.getColumn(6)),
            .held_cost = row.getColumn(7).getString()};
}

void read_files(const Transaction& transaction, ImportRecord& import) {
    SQLite::Statement files(transaction.handle(),
                            "SELECT name, sha256, file_size, rows_read FROM import_file"
                            " WHERE import_id = ? ORDER BY part");
    files.bind(1, import.number);
    while (files.executeStep()) {
        import.files.push_back({.name = files.getColumn(0).getString(),
                                .sha256 = files.getColumn(1).getString(),
                                .file_size = unsigned_of(files.getColumn(2)),
                                .rows_read = unsigned_of(files.getColumn(3))});
    }
}

void read_periods(const Transaction& transaction, ImportRecord& import) {
    SQLite::Statement periods(transaction.handle(),
                              "SELECT period, kind, superseded_by FROM import_period"
                              " WHERE import_id = ? ORDER BY period");
    SQLite::Statement earlier(transaction.handle(),
                              "SELECT import_id FROM import_period WHERE period = ?"
                              " AND superseded_by = ? ORDER BY import_id");
    periods.bind(1, import.number);
    while (periods.executeStep()) {
        const int key = periods.getColumn(0).getInt();
        const auto kind = std::ranges::find(delivery_kind_names, periods.getColumn(1).getString());
        ImportedPeriod period{.period = BillingPeriod::of_key(key),
                              .kind = static_cast<DeliveryKind>(kind - delivery_kind_names.begin()),
                              .supersedes = {},
                              .superseded_by = integer_of(periods.getColumn(2))};
        earlier.reset();
        earlier.bind(1, key);
        earlier.bind(2, import.number);
        while (earlier.executeStep())
            period.supersedes.push_back(earlier.getColumn(0).getInt64());
        import.periods.push_back(std::move(period));
    }
}

void read_totals(const Transaction& transaction, ImportRecord& import) {
    SQLite::Statement totals(transaction.handle(),
                             "SELECT period, currency, charges, billed, list, effective, held,"
                             " held_cost FROM import_total WHERE import_id = ?"
                             " ORDER BY period, currency");
    totals.bind(1, import.number);
    while (totals.executeStep())
        import.totals.push_back(total_of(totals));
    read_periods(transaction, import);
    SQLite::Statement billed(transaction.handle(),
                             "SELECT currency, decimal_sum(billed) FROM import_total"
                             " WHERE import_id = ? GROUP BY currency ORDER BY currency");
    billed.bind(1, import.number);
    while (billed.executeStep()) {
        import.billed.push_back({billed.getColumn(0).getString(), billed.getColumn(1).getString()});
    }
}

std::vector<ImportRecord> list_imports(const Transaction& transaction, const ImportFilter& filter) {
    SQLite::Statement statement(
        transaction.handle(),
        select_imports(" WHERE (:source = '' OR source = :source COLLATE NOCASE)"
                       " AND (:period IS NULL OR id IN"
                       " (SELECT import_id FROM import_total WHERE period = :period))"
                       " ORDER BY id"));
    statement.bind(":source", filter.source);
    if (filter.period)
        statement.bind(":period", filter.period->key());
    std::vector<ImportRecord> imports;
    while (statement.executeStep())
        imports.push_back(import_of(statement));
    for (auto& import : imports)
        read_totals(transaction, import);
    return imports;
}

[[noreturn]] void refuse(const Transaction& transaction, std::int64_t number) {
    SQLite::Statement range(transaction.handle(), "SELECT min(id), max(id) FROM import");
    range.executeStep();
    const bool none = range.getColumn(0).isNull();
    const auto first = range.getColumn(0).getString();
    const auto last = range.getColumn(1).getString();
    const std::string known = none            ? "no file was ingested yet"
                              : first == last ? "only import " + first + " is known"
                                              : "known are the imports " + first + " to " + last;
    throw Error(ErrorKind::state,
                make_diagnostic(508, {.file = transaction.path(), .line = 0, .column = 0},
                                "there is no import " + std::to_string(number) + "; " + known, {},
                                "list them: focus-billing imports list"));
}

FlagCounts count_flags(const Transaction& transaction, const ImportRecord& import) {
    FlagCounts counts{};
    if (!import.first_charge || !import.last_charge)
        return counts;
    SQLite::Statement statement(transaction.handle(),
                                "SELECT flags, count(*) FROM charge"
                                " WHERE id BETWEEN ? AND ? AND import_id = ?"
                                " AND flags <> 0 GROUP BY flags ORDER BY flags");
    statement.bind(1, *import.first_charge);
    statement.bind(2, *import.last_charge);
    statement.bind(3, import.number);
    while (statement.executeStep()) {
        const auto flags = unsigned_of(statement.getColumn(0));
        for (std::size_t flag = 0; flag < counts.size(); ++flag) {
            if (((flags >> flag) & 1U) != 0)
                counts[flag] += unsigned_of(statement.getColumn(1));
        }
    }
    return counts;
}

ImportDetail read_import(const Transaction& transaction, std::int64_t number) {
    SQLite::Statement statement(transaction.handle(), select_imports(" WHERE id = ?"));
    statement.bind(1, number);
    if (!statement.executeStep())
        refuse(transaction, number);
    ImportDetail detail{.import = import_of(statement), .flags = {}};
    read_totals(transaction, detail.import);
    read_files(transaction, detail.import);
    detail.flags = count_flags(transaction, detail.import);
    return detail;
}

}  // namespace

std::vector<ImportRecord> query_imports(const Transaction& transaction,
                                        const ImportFilter& filter) {
    return transaction.run([&] { return list_imports(transaction, filter); });
}

ImportDetail query_import(const Transaction& transaction, std::int64_t number) {
    return transaction.run([&] { return read_import(transaction, number); });
}

}  // namespace focus_billing
