#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <sstream>

#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/store/database.hpp"
#include "store/sqlite_shell.hpp"

using namespace focus_billing;

namespace {

// The database whose answers docs/sql.md shows: two sources, two months, two currencies.
constexpr const char* small_database = R"sql(
INSERT INTO period VALUES (24300, 'open', '2025-02-03T08:00:00Z'),
                          (24301, 'open', '2025-03-03T08:00:00Z');
INSERT INTO import (id, source, file_name, sha256, file_size, cost, rows_read, stored, rejected,
                    held, first_charge, last_charge, imported_at, os_user)
VALUES (1, 'AWS', 'aws_202501.csv', printf('%064d', 1), 900, 'billed', 4, 4, 0, 2, 1, 4,
        '2025-02-03T08:00:00Z', 'ada'),
       (2, 'HPC', 'hpc_202501.csv', printf('%064d', 2), 500, 'billed', 2, 2, 0, 0, 5, 6,
        '2025-02-03T08:01:00Z', 'ada'),
       (3, 'AWS', 'aws_202502.csv', printf('%064d', 3), 700, 'billed', 3, 3, 0, 0, 7, 9,
        '2025-03-03T08:00:00Z', 'ada');
INSERT INTO import_total (import_id, period, currency, charges, billed, list, effective, held,
                          held_cost, stored, stored_cost) VALUES
    (1, 24300, 'USD', 4, '205.683', '242.183', '195.433', 2, '85.083', 4, '205.683'),
    (2, 24300, 'EUR', 2, '45.2625', NULL, NULL, 0, '0', 2, '45.2625'),
    (3, 24301, 'USD', 3, '111.45', '160.2', '102.2', 0, '0', 3, '111.45');
INSERT INTO name VALUES (1, 'Usage'), (2, 'Credit'), (3, 'Amazon EC2'), (4, 'Amazon S3'),
                        (5, 'Amazon SageMaker'), (6, 'Cluster'), (7, 'Hours');
INSERT INTO tag_set VALUES
    (1, '{"environment":"production","fund_org":"12345-678","pi_email":"ada@example.edu","project_id":"genome"}', NULL),
    (2, '{"environment":"test","fund_org":"23456-789","pi_email":"bo@example.edu","project_id":"climate"}', NULL),
    (3, '{"owner":"lab"}', NULL);
INSERT INTO attribution (id, pi_email, project_id, fund_org) VALUES
    (1, 'ada@example.edu', 'genome', '12345-678'), (2, 'bo@example.edu', 'climate', '23456-789'),
    (3, 'bo@example.edu', 'climate', 'none');
INSERT INTO charge (id, import_id, line, period, flags, attribution, tag_set, start, end,
                    end_nanoseconds, billed_cost, list_cost, effective_cost, consumed_quantity,
                    currency, resource_id, charge_category, service_name, consumed_unit,
                    content_hash)
VALUES
    (1, 1, 2, 24300, 0, 1, 1, 1735689600, 1735693200, 500000000, '120.5', '150', '110.25', '744', 'USD', 'i-0a1', 1, 3, 7, randomblob(16)),
    (2, 1, 3, 24300, 0, 2, 2, 1735689600, 1735776000, NULL, '0.1', '0.1', '0.1', NULL, 'USD', 'bucket-7', 1, 4, NULL, randomblob(16)),
    (3, 1, 4, 24300, 7, NULL, 3, 1735689600, 1735776000, NULL, '75.333', '82.333', '75.333', NULL, 'USD', 'i-0b2', 1, 3, NULL, randomblob(16)),
    (4, 1, 5, 24300, 40, 3, 2, 1735689600, 1735776000, NULL, '9.75', '9.75', '9.75', NULL, 'USD', 'nb-3', 1, 5, NULL, randomblob(16)),
    (5, 2, 2, 24300, 0, 1, 1, NULL, NULL, NULL, '42.0625', NULL, NULL, '336.5', 'EUR', 'gpu', 1, 6, 7, randomblob(16)),
    (6, 2, 3, 24300, 0, 2, 2, NULL, NULL, NULL, '3.2', NULL, NULL, '25.6', 'EUR', 'cpu', 1, 6, 7, randomblob(16)),
    (7, 3, 2, 24301, 0, 1, 1, 1738368000, 1738371600, NULL, '131.25', '160', '122', '672', 'USD', 'i-0a1', 1, 3, 7, randomblob(16)),
    (8, 3, 3, 24301, 0, 2, 2, 1738368000, 1738454400, NULL, '0.2', '0.2', '0.2', NULL, 'USD', 'bucket-7', 1, 4, NULL, randomblob(16)),
    (9, 3, 4, 24301, 0, 1, 1, 1738368000, 1738454400, NULL, '-20', NULL, '-20', NULL, 'USD', NULL, 2, 3, NULL, randomblob(16));
)sql";

struct Example {
    std::string sql;
    std::string answer;
};

std::string block(std::istream& lines) {
    std::string text;
    for (std::string line; std::getline(lines, line) && line != "```";)
        text += line + "\n";
    return text;
}

std::vector<Example> examples() {
    std::istringstream lines(file_text(project_path("docs/sql.md")));
    std::vector<Example> found;
    for (std::string line; std::getline(lines, line);) {
        if (line == "```sql")
            found.push_back({block(lines), ""});
        else if (line == "```")
            found.back().answer = block(lines);
    }
    return found;
}

/// The columns that the table under the heading of the view explains.
std::vector<std::string> explained_columns() {
    const auto text = file_text(project_path("docs/sql.md"));
    const auto begin = text.find("## The view focus_charges");
    std::istringstream lines(text.substr(begin, text.find("## Examples") - begin));
    std::vector<std::string> columns;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("| `"))
            columns.push_back(line.substr(3, line.find('`', 3) - 3));
    }
    return columns;
}

/// Columns are padded to one width, the last one too.
std::string without_padding(const std::string& text) {
    std::istringstream lines(text);
    std::string trimmed;
    for (std::string line; std::getline(lines, line);)
        trimmed += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    return trimmed;
}

constexpr const char* issued_month = R"sql(
INSERT INTO audit (seq, at, os_user, command, action, subject, period, previous, hash)
VALUES (1, '2025-03-04T08:00:00Z', 'ada', 'periods close 2025-01', 'close', 'period 2025-01',
        24300, printf('%064d', 0), printf('%064d', 1));
INSERT INTO posting (period, pi_email, project_id, currency, fund_org, source, account_code,
                     cost_center, reference_1, reference_2, charges, shares, rounding, amount,
                     closing)
VALUES
    (24300, 'ada@example.edu', 'genome', 'EUR', '12345-678', 'HPC', '54201', '', '', '', 1, '42.0625', '-0.0025', '42.06', 1),
    (24300, 'ada@example.edu', 'genome', 'USD', '12345-678', 'AWS', '54101', '', '', '', 1, '120.5', '0', '120.5', 1),
    (24300, 'bo@example.edu', 'climate', 'EUR', '23456-789', 'HPC', '54201', '', '', '', 1, '3.2', '0', '3.2', 1),
    (24300, 'bo@example.edu', 'climate', 'USD', '23456-789', 'AWS', '54101', '', '', '', 1, '0.1', '0', '0.1', 1);
UPDATE period SET status = 'closed' WHERE key = 24300;
INSERT INTO audit (seq, at, os_user, command, action, subject, period, previous, hash)
VALUES (2, '2025-03-04T09:00:00Z', 'ada', 'statements --period 2025-01 --issue', 'issue',
        'statements of 2025-01', 24300, printf('%064d', 1), printf('%064d', 11));
INSERT INTO statement_look VALUES (1, printf('%064d', 1), '{}');
INSERT INTO statement (id, number, period, pi_email, project_id, currency) VALUES
    (1, '2025-01-0001', 24300, 'ada@example.edu', 'genome', 'EUR'),
    (2, '2025-01-0002', 24300, 'ada@example.edu', 'genome', 'USD'),
    (3, '2025-01-0003', 24300, 'bo@example.edu', 'climate', 'USD');
INSERT INTO statement_version (statement, version, audit, issue_date, charges, list, due, look,
                               substance, sha256, content)
VALUES
    (1, 1, 2, '2025-03-04', 1, '42.06', '42.06', 1, printf('%064d', 1), printf('%064d', 1), x''),
    (2, 1, 2, '2025-03-04', 2, '232.33', '195.83', 1, printf('%064d', 2), printf('%064d', 2), x''),
    (2, 2, 2, '2025-03-05', 1, '150', '120.5', 1, printf('%064d', 3), printf('%064d', 3), x''),
    (3, 1, 2, '2025-03-04', 1, '0.1', '0.1', 1, printf('%064d', 4), printf('%064d', 4), x'');
)sql";

}  // namespace

TEST_CASE("docs/sql.md explains every column of the view, in order", "[store]") {
    const TemporaryFolder folder;
    auto database = Database::open_for_writing(folder.file("a.db"));
    SQLite::Statement query(database.handle(),
                            "SELECT name FROM pragma_table_info('focus_charges')");
    std::vector<std::string> columns;
    while (query.executeStep())
        columns.push_back(query.getColumn(0).getString());
    CHECK(columns.size() == 47);
    CHECK(explained_columns() == columns);
}

TEST_CASE("the examples of docs/sql.md give the answers shown, in the sqlite3 shell", "[store]") {
    if (!has_sqlite_shell()) {
        WARN("skipped: the sqlite3 shell is not installed");
        return;
    }
    const TemporaryFolder folder;
    const auto path = folder.file("a.db");
    Database::open_for_writing(path).handle().exec(std::string(small_database) + issued_month);
    const auto all = examples();
    CHECK(all.size() == 14);
    for (const auto& example : all) {
        INFO(example.sql);
        const auto answer = ask_sqlite_shell("-readonly -header -column " + path, example.sql);
        CHECK(answer.complaint == "");
        CHECK(answer.status == 0);
        CHECK(without_padding(answer.output) == example.answer);
    }
    CHECK_NOTHROW(Database::open_for_writing(path));
}

TEST_CASE("the view gives months, instants and flags as text", "[store]") {
    const TemporaryFolder folder;
    auto database = Database::open_for_writing(folder.file("a.db"));
    database.handle().exec(small_database);
    const auto text = [&](const std::string& columns, int charge) {
        SQLite::Statement query(database.handle(), "SELECT " + columns +
                                                       " FROM focus_charges WHERE x_ChargeId = " +
                                                       std::to_string(charge));
        REQUIRE(query.executeStep());
        std::string all;
        for (int i = 0; i < query.getColumnCount(); ++i)
            all += (i == 0 ? "" : " ") +
                   (query.isColumnNull(i) ? "NULL" : query.getColumn(i).getString());
        return all;
    };
    CHECK(text("x_BillingPeriod, BillingPeriodStart, BillingPeriodEnd", 1) ==
          "2025-01 2025-01-01T00:00:00Z 2025-02-01T00:00:00Z");
    CHECK(text("ChargePeriodStart, ChargePeriodEnd", 1) ==
          "2025-01-01T00:00:00Z 2025-01-01T01:00:00.5Z");
    CHECK(text("ChargePeriodStart, ChargePeriodEnd", 5) == "NULL NULL");
    CHECK(text("x_Held, x_Flags", 1) == "0 ");
    CHECK(text("x_Held, x_Flags", 3) == "1 missing_pi_email,missing_project_id,missing_fund_org");
    CHECK(text("x_Held, x_Flags", 4) == "1 invalid_fund_org,pattern_match");
    CHECK(text("x_Source, x_FileName, x_Line, ServiceName, ConsumedQuantity, ConsumedUnit", 5) ==
          "HPC hpc_202501.csv 2 Cluster 336.5 Hours");
    CHECK(text("x_PiEmail, x_FundOrg, x_TagsFault, ResourceId, ChargeCategory", 9) ==
          "ada@example.edu 12345-678 NULL NULL Credit");
}

TEST_CASE("the flags of the view have the names and the order of the program", "[store]") {
    const TemporaryFolder folder;
    auto database = Database::open_for_writing(folder.file("a.db"));
    database.handle().exec(small_database);
    for (std::size_t flag = 0; flag < flag_count; ++flag) {
        database.handle().exec("UPDATE charge SET flags = " + std::to_string(1U << flag));
        CHECK(database.handle().execAndGet("SELECT x_Flags FROM focus_charges").getString() ==
              flag_names.at(flag));
    }
}
