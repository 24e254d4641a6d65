#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "focus_billing/store/database.hpp"

namespace focus_billing {

/// A database in a folder of its own, filled by SQL, which goes with the object.
class QueryDatabase {
public:
    QueryDatabase() {
        std::string pattern = (std::filesystem::temp_directory_path() / "query.XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
    }
    QueryDatabase(const QueryDatabase&) = delete;
    QueryDatabase& operator=(const QueryDatabase&) = delete;
    ~QueryDatabase() { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::string path() const { return (m_folder / "a.db").string(); }

    void fill(const std::string& sql) const {
        Database::open_for_writing(path()).handle().exec(sql);
    }
    [[nodiscard]] Database open() const { return Database::open_for_reading(path()); }

private:
    std::filesystem::path m_folder;
};

/// Three imports of two sources over two months, in two currencies.
inline const std::string three_imports = R"sql(
INSERT INTO period VALUES (24300, 'open', '2025-02-03T08:00:00Z'),
                          (24301, 'open', '2025-03-03T08:00:00Z');
INSERT INTO import (id, source, file_name, sha256, file_size, cost, rows_read, stored, rejected,
                    held, first_charge, last_charge, imported_at, os_user, actor)
VALUES (1, 'AWS', 'aws_202501.csv', printf('%064d', 1), 1000, 'billed', 3, 3, 0, 1, 1, 3,
        '2025-02-03T08:00:00Z', 'ada', NULL),
       (2, 'HPC', 'hpc_202501.csv', printf('%064d', 2), 200, 'billed', 2, 2, 0, 0, 4, 5,
        '2025-02-04T08:00:00Z', 'bo', 'Bo of finance'),
       (3, 'AWS', 'aws_202502.csv', printf('%064d', 3), 300, 'effective', 2, 1, 1, 1, 6, 6,
        '2025-03-03T08:00:00Z', 'ada', NULL);
INSERT INTO import_period (period, import_id, kind)
VALUES (24300, 1, 'first'), (24300, 2, 'first'), (24301, 3, 'first');
INSERT INTO import_effect VALUES
    (1, 24300, 'USD', 3, '9.3', 0, '0', 0, 1, '-0.5'),
    (2, 24300, 'EUR', 1, '7', 0, '0', 0, 0, '0'),
    (2, 24300, 'USD', 1, '0.1', 0, '0', 0, 0, '0'),
    (3, 24301, 'USD', 1, '100', 0, '0', 0, 1, '100');
INSERT INTO import_total (import_id, period, currency, charges, billed, list, effective, held,
                          held_cost) VALUES
    (1, 24300, 'USD', 3, '9.3', '10', NULL, 1, '-0.5'),
    (2, 24300, 'EUR', 1, '7', NULL, NULL, 0, '0'),
    (2, 24300, 'USD', 1, '0.1', NULL, NULL, 0, '0'),
    (3, 24301, 'USD', 1, '100', NULL, '90', 1, '100');
INSERT INTO name VALUES (1, 'Compute'), (2, 'Storage'), (3, 'Usage');
INSERT INTO tag_set VALUES (1, '{"n":1.50,"pi_email":"ada@example.edu"}', NULL),
                           (2, '{"a":', 'not JSON');
INSERT INTO attribution (id, pi_email, project_id, fund_org) VALUES
    (1, 'Ada@example.edu', 'reef', '100-2000'),
    (2, 'bo@example.edu', 'atoll', '100-3000'),
    (3, 'ada@example.edu', 'reef', '100-3000');
INSERT INTO charge (id, import_id, line, period, flags, attribution, tag_set, start,
                    start_nanoseconds, billed_cost, currency, resource_id, charge_category,
                    service_name, content_hash)
VALUES (1, 1, 2, 24300, 0, 1, 1, 1735776000, NULL, '9.8', 'USD', '=1+1', 3, 1, zeroblob(16)),
       (2, 1, 3, 24300, 0, 2, 1, 1735689600, NULL, '0', 'USD', NULL, 3, 2, zeroblob(16)),
       (3, 1, 4, 24300, 17, NULL, 2, NULL, NULL, '-0.5', 'USD', NULL, 3, NULL, zeroblob(16)),
       (4, 2, 2, 24300, 0, 2, 1, 1735689600, 5, '7', 'EUR', NULL, 3, 1, zeroblob(16)),
       (5, 2, 3, 24300, 0, 3, 1, 1735862400, NULL, '0.1', 'USD', NULL, 3, 1, zeroblob(16)),
       (6, 3, 2, 24301, 1, NULL, 1, 1738368000, NULL, '100', 'USD', NULL, 3, 2, zeroblob(16));
)sql";

}  // namespace focus_billing
