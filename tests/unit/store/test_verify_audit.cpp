#include "focus_billing/store/verify_audit.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"
#include "store/periods/month_database.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

const std::string help =
    " |  | something else than this program changed the trail: compare it with a backup";

/// A trail of five entries, of which the triggers no longer take care.
class Trail : public MonthDatabase {
public:
    Trail() {
        run("PRAGMA foreign_keys = OFF");
        for (int month = 1; month <= 5; ++month) {
            auto who = audit_context();
            who.actor = month == 3 ? "Bo" : "";
            append({.audit_context = who,
                    .action = "test",
                    .subject = "entry " + std::to_string(month),
                    .import_number = 7,
                    .period = BillingPeriod(2025, month),
                    .before = "{}",
                    .after = std::nullopt});
        }
    }

    std::string fault(const std::optional<AuditHead>& head = {}) {
        const auto verdict = verify_audit(Transaction(database()), head);
        return verdict.fault ? finding_text(*verdict.fault) : "";
    }

    /// As one who knows how hashes are made: the entry fits to itself again.
    void hash_anew(int sequence) {
        SQLite::Statement row(database().handle(),
                              std::string("SELECT ") + audit_columns + " FROM audit WHERE seq = ?");
        row.bind(1, sequence);
        REQUIRE(row.executeStep());
        const auto hash = audit_hash(audit_record_of(row));
        row.reset();
        run("UPDATE audit SET hash = '" + hash + "' WHERE seq = " + std::to_string(sequence));
    }
};

Trail& without_triggers(Trail& trail) {
    trail.drop_triggers();
    return trail;
}

}  // namespace

TEST_CASE("an empty trail is whole, and so is one that nobody touched") {
    MonthDatabase empty;
    CHECK(!verify_audit(Transaction(empty.database())).fault);
    CHECK(read_audit_head(Transaction(empty.database())).text() == "0:" + std::string(64, '0'));
    CHECK(!verify_audit(Transaction(empty.database()), AuditHead{}).fault);

    Trail trail;
    const auto verdict = verify_audit(Transaction(trail.database()));
    CHECK(!verdict.fault);
    CHECK(verdict.entries == 5);
    CHECK(verdict.head.text() == read_audit_head(Transaction(trail.database())).text());
    CHECK(trail.fault(verdict.head).empty());
    CHECK(trail.fault(AuditHead{}).empty());
}

TEST_CASE("a change in any column of an entry is found, and the entry named") {
    Trail trail;
    without_triggers(trail);
    const std::vector<std::string> changes = {
        "at = at || 'x'",
        "os_user = 'eve'",
        "actor = NULL",
        "actor = ''",
        "actor = 'Eve'",
        "command = ''",
        "action = 'other'",
        "subject = 'other'",
        "import_id = 8",
        "import_id = NULL",
        "period = period + 1",
        "period = period + 4294967296",
        "period = NULL",
        "before = NULL",
        "before = '{ }'",
        "after = ''",
        "after = '{}'",
        "previous = replace(previous, substr(previous, 1, 1), 'f')",
        "hash = replace(hash, substr(hash, 1, 1), CASE substr(hash, 1, 1) WHEN 'f' THEN '0' ELSE "
        "'f' END)"};
    for (const auto& change : changes) {
        INFO(change);
        trail.run("SAVEPOINT before; UPDATE audit SET " + change + " WHERE seq = 3");
        if (trail.text("SELECT action || subject FROM audit WHERE seq = 3") == "testentry 3")
            CHECK(trail.fault() == "0 error FB540 | entry 3 (test, entry 3) is not as it was "
                                   "written: its hash is of other words" +
                                       help);
        else
            CHECK(trail.fault().starts_with("0 error FB540 | entry 3 ("));
        trail.run("ROLLBACK TO before; RELEASE before");
    }
    CHECK(trail.fault().empty());
}

TEST_CASE("no actor that is written as an empty one was changed") {
    Trail trail;
    without_triggers(trail).run("UPDATE audit SET actor = '' WHERE seq = 1");
    CHECK(trail.fault().starts_with("0 error FB540 | entry 1 ("));
}

TEST_CASE("entries that are removed are named") {
    Trail trail;
    without_triggers(trail);
    SECTION("one") {
        trail.run("DELETE FROM audit WHERE seq = 3");
        CHECK(trail.fault() ==
              "0 error FB541 | entry 3 is missing in the audit trail, before entry 4 "
              "(test, entry 4)" +
                  help);
    }
    SECTION("the first ones") {
        trail.run("DELETE FROM audit WHERE seq < 3");
        CHECK(trail.fault() == "0 error FB541 | entries 1 to 2 are missing in the audit trail, "
                               "before entry 3 (test, entry 3)" +
                                   help);
    }
    SECTION("one, and the others numbered anew") {
        trail.run("DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3");
        CHECK(trail.fault() ==
              "0 error FB542 | entry 3 (test, entry 4) was written as entry 4: entries before it "
              "were removed, or their order was changed" +
                  help);
    }
    SECTION("the last but one, and the last numbered anew") {
        trail.run("DELETE FROM audit WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 5");
        CHECK(trail.fault().starts_with("0 error FB542 | entry 4 (test, entry 5) was written as "
                                        "entry 5"));
    }
}

TEST_CASE("entries that change places are found") {
    Trail trail;
    without_triggers(trail);
    SECTION("two neighbours") {
        trail.run("UPDATE audit SET seq = 99 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4;"
                  "UPDATE audit SET seq = 4 WHERE seq = 99");
        CHECK(trail.fault().starts_with(
            "0 error FB542 | entry 3 (test, entry 4) was written as entry 4"));
    }
    SECTION("one before the first") {
        trail.run("UPDATE audit SET seq = 0 WHERE seq = 3");
        CHECK(trail.fault() == "0 error FB542 | entry 0 (test, entry 3) has no place in the trail, "
                               "which begins with 1" +
                                   help);
    }
}

TEST_CASE("an entry that was written anew with its hash does not carry the next one") {
    Trail trail;
    without_triggers(trail).run("UPDATE audit SET subject = 'other' WHERE seq = 3");
    trail.hash_anew(3);
    CHECK(trail.fault() == "0 error FB543 | entry 4 (test, entry 4) does not continue entry 3, "
                           "which was written anew, or was not the one before it" +
                               help);
}

TEST_CASE("a first entry that continues another trail is no first entry") {
    Trail trail;
    without_triggers(trail).run("UPDATE audit SET previous = printf('%064d', 1) WHERE seq = 1");
    trail.hash_anew(1);
    CHECK(trail.fault() == "0 error FB543 | entry 1 (test, entry 1) was not the first one: what "
                           "was before it was removed" +
                               help);
}

TEST_CASE("a tail that is cut off shows by a head that was kept elsewhere") {
    Trail trail;
    const auto head = read_audit_head(Transaction(trail.database()));
    without_triggers(trail).run("DELETE FROM audit WHERE seq > 3");
    CHECK(trail.fault().empty());
    CHECK(
        trail.fault(head) ==
        "0 error FB544 | the audit trail ends with entry 3, but entry 5 was written down: entries "
        "4 to 5 are missing" +
            help);
    trail.run("DELETE FROM audit");
    CHECK(trail.fault(head) == "0 error FB544 | the audit trail is empty, but entry 5 was written "
                               "down: entries 1 to 5 are missing" +
                                   help);
}

TEST_CASE("a trail that was written anew shows by a head that was kept elsewhere") {
    Trail trail;
    const auto head = read_audit_head(Transaction(trail.database()));
    trail.append({.audit_context = trail.audit_context(), .action = "test", .subject = "entry 6"});
    CHECK(trail.fault(head).empty());
    without_triggers(trail).run("UPDATE audit SET subject = 'other' WHERE seq = 5");
    trail.hash_anew(5);
    trail.run("UPDATE audit SET previous = (SELECT hash FROM audit WHERE seq = 5) WHERE seq = 6");
    trail.hash_anew(6);
    CHECK(trail.fault().empty());
    CHECK(trail.fault(head) == "0 error FB544 | entry 5 (test, other) is not the one that was "
                               "written down: it, or what is before it, was written anew" +
                                   help);
}
