#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <map>
#include <thread>

#include "focus_billing/model/decimal_sum.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

struct Row {
    std::string currency;
    std::string cost;
    int month = 1;
    bool held = false;
    bool bad = false;
};

void showValue(const Row& row, std::ostream& out) {
    out << row.cost << ' ' << row.currency << " month " << row.month << (row.held ? " held" : "")
        << (row.bad ? " bad" : "");
}

rc::Gen<Row> any_row() {
    return rc::gen::exec([] {
        Row row;
        row.currency = *rc::gen::element<std::string>("USD", "EUR", "JPY");
        const auto digits = *rc::gen::inRange<std::size_t>(1, 30);
        row.cost = *rc::gen::container<std::string>(digits, rc::gen::inRange('0', ':'));
        row.cost.insert(*rc::gen::inRange<std::size_t>(1, digits + 1), ".");
        if (row.cost.back() == '.')
            row.cost.pop_back();
        if (*rc::gen::arbitrary<bool>())
            row.cost.insert(0, "-");
        row.month = *rc::gen::inRange(1, 4);
        row.held = *rc::gen::arbitrary<bool>();
        row.bad = *rc::gen::inRange(0, 12) == 0;
        return row;
    });
}

std::string file_of(const std::vector<Row>& rows) {
    std::string text = "BillingPeriodStart,BilledCost,BillingCurrency,ResourceId,Tags\n";
    for (const auto& row : rows) {
        const std::string payer =
            row.held ? "{}"
                     : R"("{""pi_email"":""ada@example.edu"",""project_id"":""reef"",)"
                       R"(""fund_org"":""123456-2345""}")";
        text += "2025-0" + std::to_string(row.month) + "-01," + (row.bad ? "x" : row.cost) + "," +
                row.currency + ",vm-1," + payer + "\n";
    }
    return text;
}

using Sums = std::map<std::string, std::string>;

Sums sums_of(const std::vector<Row>& rows) {
    std::map<std::string, DecimalSum> sums;
    for (const auto& row : rows) {
        if (!row.bad)
            sums[row.currency].add(parse_decimal(row.cost).value);
    }
    Sums texts;
    for (const auto& [currency, sum] : sums)
        texts[currency] = sum.text();
    return texts;
}

Sums stored_sums(const std::string& database, const std::string& column = "BilledCost") {
    const auto charges = run_with_example({"charges", "--json", "--database", database}).json();
    std::map<std::string, DecimalSum> sums;
    for (const auto& charge : charges)
        sums[charge.at("BillingCurrency")].add(
            parse_decimal(charge.at(column).get<std::string>()).value);
    Sums texts;
    for (const auto& [currency, sum] : sums)
        texts[currency] = sum.text();
    return texts;
}

std::vector<std::string> ingest_arguments(const std::string& file, const std::string& database,
                                          const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"ingest", file,         "--source", "aws",
                                          "--json", "--database", database};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

Ran ingest(const std::string& file, const std::string& database,
           const std::vector<std::string>& more = {}) {
    return run_with_example(ingest_arguments(file, database, more));
}

}  // namespace

TEST_CASE("P1, P5: every row is stored, and nothing is added, lost or rounded", "[ingest]") {
    CHECK(rc::check([] {
        auto rows = *rc::gen::container<std::vector<Row>>(any_row());
        for (auto& row : rows)
            row.bad = false;
        const TemporaryFolder folder;
        const auto database = folder.file("a.db");
        const auto ran = ingest(folder.write("a.csv", file_of(rows)), database);
        RC_ASSERT(ran.exit_code == 0);
        const auto report = ran.json().at("files").at(0);
        RC_ASSERT(report.at("rows") == rows.size());
        RC_ASSERT(report.at("stored") == rows.size());
        RC_ASSERT(stored_sums(database) == sums_of(rows));
    }));
}

TEST_CASE("rows read are stored or rejected, and so are the costs", "[ingest]") {
    CHECK(rc::check([] {
        const auto rows = *rc::gen::container<std::vector<Row>>(any_row());
        const auto bad = std::ranges::count_if(rows, &Row::bad);
        const TemporaryFolder folder;
        const auto file = folder.write("a.csv", file_of(rows));

        const auto refused = ingest(file, folder.file("refused.db"));
        RC_ASSERT(refused.exit_code == (bad > 0 ? 1 : 0));
        RC_ASSERT(stored_sums(folder.file("refused.db")) == (bad > 0 ? Sums{} : sums_of(rows)));

        const auto config = folder.write("c.yaml", "imports: {known_sources: [{name: AWS, "
                                                   "pattern: aws}]}\noutput: {directory: " +
                                                       folder.path() + "}\n");
        const auto held = run_with(
            config, ingest_arguments(file, folder.file("held.db"), {"--on-error", "hold"}));
        RC_ASSERT(held.exit_code == (bad > 0 ? 1 : 0));
        const auto report = held.json().at("files").at(0);
        RC_ASSERT(report.at("stored").get<std::int64_t>() +
                      report.at("rejected").get<std::int64_t>() ==
                  static_cast<std::int64_t>(rows.size()));
        RC_ASSERT(report.at("rejected") == bad);
        const bool has_import = bad < static_cast<std::int64_t>(rows.size());
        RC_ASSERT(report.at("import").is_null() != has_import);
        if (!has_import)
            return;
        RC_ASSERT(stored_sums(folder.file("held.db")) == sums_of(rows));
        const auto show = run_with_example(
            {"imports", "show", "1", "--json", "--database", folder.file("held.db")});
        RC_ASSERT(show.err == "");
        const auto import = show.json().at("import");
        for (const auto& total : import.at("billed"))
            RC_ASSERT(sums_of(rows).at(total.at("currency")) == total.at("amount"));
    }));
}

TEST_CASE("one thread stores the same as two", "[ingest]") {
    std::string text =
        "BillingPeriodStart,BilledCost,BillingCurrency,ServiceName,ResourceId,Tags\n";
    for (int i = 0; i < 40'000; ++i) {
        text += "2025-01-01," + std::to_string(i) + ".25,USD,service " + std::to_string(i % 7) +
                ",vm-" + std::to_string(i % 1000) + R"(,"{""pi_email"":""pi)" +
                std::to_string(i % 3000) +
                R"(@example.edu"",""project_id"":""reef"",""fund_org"":""123456-2345""}")" + "\n";
    }
    const TemporaryFolder folder;
    const auto file = folder.write("a.csv", text);
    CHECK(ingest(file, folder.file("1.db"), {"--threads", "1"}).out ==
          ingest(file, folder.file("2.db"), {"--threads", "2"}).out);
    const auto dump = [&](const std::string& name) {
        SQLite::Database database(folder.file(name));
        SQLite::Statement query(
            database, "SELECT group_concat(line || hex(content_hash) || tag_set || attribution || "
                      "service_name || resource_id || billed_cost) FROM (SELECT * FROM charge "
                      "ORDER BY id)");
        REQUIRE(query.executeStep());
        return query.getColumn(0).getString();
    };
    CHECK(dump("1.db").size() > 40'000 * 40);
    CHECK((dump("1.db") == dump("2.db")));
}

TEST_CASE("names and tags that are stored already are not stored again", "[ingest]") {
    const TemporaryFolder folder;
    const auto january = folder.write("a.csv", file_of({{"USD", "1", 1, false, false}}));
    const auto february = folder.write(
        "b.csv", file_of({{"USD", "1", 2, false, false}, {"USD", "2", 2, true, false}}));
    const auto database = folder.file("a.db");
    REQUIRE(ingest(january, database).exit_code == 0);
    REQUIRE(ingest(february, database).exit_code == 0);
    SQLite::Database stored(database);
    CHECK(stored.execAndGet("SELECT count(*) FROM tag_set").getInt() == 2);
    CHECK(stored.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt() == 0);
}

TEST_CASE("FB503: another command that writes is waited for, and named", "[ingest]") {
    const TemporaryFolder folder;
    const auto database = folder.file("a.db");
    const auto file = folder.write("a.csv", file_of({{"USD", "1", 1, false, false}}));
    REQUIRE(ingest(file, database).exit_code == 0);
    const auto other = folder.write("b.csv", file_of({{"USD", "1", 2, false, false}}));
    SQLite::Database writer(database, SQLite::OPEN_READWRITE);
    writer.exec("BEGIN IMMEDIATE");
    std::jthread ends([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        writer.exec("COMMIT");
    });
    CHECK(ingest(other, database).exit_code == 0);
}
