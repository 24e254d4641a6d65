#include "focus_billing/store/audit_trail.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/store/transaction.hpp"
#include "store/periods/month_database.hpp"

using namespace focus_billing;

namespace {

struct Listed {
    std::string entries;
    std::uint64_t all = 0;
};

Listed listed(MonthDatabase& file, const AuditFilter& filter) {
    Listed result;
    result.all = query_audit(Transaction(file.database()), filter, [&](const AuditRecord& record) {
        result.entries += std::to_string(record.sequence) + " ";
        return true;
    });
    return result;
}

void append(MonthDatabase& file, const AuditEntry& entry) {
    file.append(entry);
}

}  // namespace

TEST_CASE("entries are listed by month, import and action, or only the last of them") {
    MonthDatabase file;
    CHECK(listed(file, {}).all == 0);
    file.open(january);
    file.open(february);
    file.import("AWS", {{january, "1"}});
    append(file, {.audit_context = file.audit_context(),
                  .action = "import",
                  .subject = "import 1",
                  .import_number = 1});
    file.open(december);
    CHECK(listed(file, {}).entries == "1 2 3 4 ");
    CHECK(listed(file, {.period = february}).entries == "2 ");
    CHECK(listed(file, {.import = 1}).entries == "3 ");
    CHECK(listed(file, {.action = "OPEN"}).entries == "1 2 4 ");
    CHECK(listed(file, {.action = "close"}).entries.empty());
    const auto last = listed(file, {.action = "open", .limit = 2});
    CHECK(last.entries == "2 4 ");
    CHECK(last.all == 3);
    CHECK(listed(file, {.limit = 9}).entries == "1 2 3 4 ");
}

TEST_CASE("an entry comes out as it went in, and the reader can stop") {
    MonthDatabase file;
    file.open(january);
    file.import("AWS", {{january, "1"}});
    auto audit_context = file.audit_context("ingest 'a b.csv'");
    audit_context.actor = "Bo";
    append(file, {.audit_context = audit_context,
                  .action = "import",
                  .subject = "import 1",
                  .import_number = 1,
                  .period = january,
                  .before = "{}",
                  .after = R"({"rows":1})"});
    std::vector<AuditRecord> records;
    query_audit(Transaction(file.database()), {}, [&](const AuditRecord& record) {
        records.push_back(record);
        return records.size() < 2;
    });
    REQUIRE(records.size() == 2);
    const auto& [sequence, entry, previous, hash] = records[1];
    CHECK(sequence == 2);
    CHECK(entry.audit_context.at == audit_context.at);
    CHECK(entry.audit_context.os_user == "ada");
    CHECK(entry.audit_context.actor == "Bo");
    CHECK(entry.audit_context.command == "ingest 'a b.csv'");
    CHECK(entry.action == "import");
    CHECK(entry.subject == "import 1");
    CHECK(entry.import_number == 1);
    CHECK(entry.period == january);
    CHECK(entry.before == "{}");
    CHECK(entry.after == R"({"rows":1})");
    CHECK(previous == records[0].hash);
    CHECK(hash == audit_hash(records[1]));
}
