#include "focus_billing/store/checks/check_database.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/model/error.hpp"
#include "store/journals/journal_database.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

using Texts = std::vector<std::string>;

std::string terms(const std::vector<CheckTerm>& terms) {
    std::string text;
    for (const auto& term : terms)
        text += (text.empty() ? "" : " + ") + std::string(term.name) + " " + term.value;
    return text;
}

Texts figures(const std::vector<CheckLine>& lines) {
    Texts texts;
    for (const auto& line : lines)
        texts.push_back(line.subject + ": " + terms(line.left) + " = " + terms(line.right));
    return texts;
}

/// Of the lines that fail: `subject: FBnnn message`.
Texts failures(Books& books) {
    Texts texts;
    for (const auto& line : books.lines()) {
        if (line.fault) {
            texts.push_back(line.subject + ": FB" + std::to_string(line.fault->code) + " " +
                            line.fault->message);
        }
    }
    return texts;
}

Texts failures_after(const std::string& damage) {
    Books books;
    books.damage(damage);
    return failures(books);
}

/// Only what fails, without the words.
Texts subjects_after(const std::string& damage) {
    Texts subjects;
    for (const auto& failure : failures_after(damage))
        subjects.push_back(failure.substr(0, failure.find(": ")));
    return subjects;
}

}  // namespace

TEST_CASE("books that are in order pass, and every figure is told", "[check]") {
    Books books;
    const auto lines = books.lines();
    CHECK(failures(books) == Texts{});
    CHECK(figures(lines) ==
          Texts{"integrity: damages 0 = ",
                "references: to nothing 0 = ",
                "triggers: triggers 81 = in their place 81",
                "audit trail: entries 3 = in an unbroken chain 3",
                "import 1: rows read 4 = stored 3 + unchanged 0 + corrected 0 + rejected 1",
                "import 1 EUR: read 2 = stored 2 + unchanged 0 + corrected 0 + rejected 0",
                "import 1 USD: read 18 = stored 15 + unchanged 0 + corrected 0 + rejected 3",
                "import 2: rows read 3 = stored 1 + unchanged 2 + corrected 0 + rejected 0",
                "import 2 EUR: read 2 = stored 0 + unchanged 2 + corrected 0 + rejected 0",
                "import 2 USD: read 16 = stored 6 + unchanged 10 + corrected 0 + rejected 0",
                "import 3: rows read 4 = stored 1 + unchanged 2 + corrected 1 + rejected 0",
                "import 3 EUR: read 2 = stored 0 + unchanged 2 + corrected 0 + rejected 0",
                "import 3 USD: read 117 = stored 100 + unchanged 6 + corrected 11 + rejected 0",
                "import 4: rows read 1 = stored 1 + unchanged 0 + corrected 0 + rejected 0",
                "import 4 USD: read 0.5 = stored 0.5 + unchanged 0 + corrected 0 + rejected 0",
                "period 2025-01 EUR: number 1 + carried in 0 = billed 1 + held 0 + rejected 0",
                "period 2025-01 EUR: charges 2 + carried in 0 = billed 2 + held 0 + rejected 0",
                "period 2025-01 USD: number 2 + carried in 0 = billed 2 + held 0 + rejected 0",
                "period 2025-01 USD: charges 16 + carried in 0 = billed 16 + held 0 + rejected 0",
                "period 2025-02 USD: number 4 + carried in 0 = billed 3 + held 1 + rejected 0",
                "period 2025-02 USD: charges 101.5 + carried in 0 = billed 101 + held 0.5 + "
                "rejected 0",
                "periods: periods 2 = as the audit trail has them 2",
                "closing of 2025-01: charges 3 = ",
                "content: charges 8 = as they were stored 8",
                "reversals: reversals 1 = of one charge each, turned round 1",
                "superseded: superseded charges 1 = by a later import 1",
                "decisions: decisions 0 = standing 0 + ended 0",
                "postings of 2025-01 EUR: billed 2 + rounding 0 = postings 2",
                "postings of 2025-01 USD: billed 16 + rounding 0 = postings 16"});
}

TEST_CASE("FB550: what became of the rows of an import is counted anew", "[check]") {
    CHECK(failures_after("UPDATE import_total SET unchanged = 2 WHERE import_id = 2 AND currency = "
                         "'EUR'") ==
          Texts{"import 2: FB550 import 2 does not add up: 2 of 2 EUR are on record as unchanged "
                "for 2025-01, and 1 of 2 EUR are there"});
    CHECK(failures_after("UPDATE import_total SET corrected_cost = '12', billed = '18' WHERE "
                         "import_id = 3 AND corrected = 1") ==
          Texts{"import 3 USD: FB550 import 3 does not add up: 1 of 12 USD are on record as "
                "corrected for 2025-01, and 1 of 11 USD are there"});
    CHECK(failures_after("UPDATE import_total SET billed = '16' WHERE import_id = 1 AND currency = "
                         "'USD'") ==
          Texts{"import 1 USD: FB550 import 1 does not add up: the file came to 19 USD, and 18 is "
                "accounted for"});
    CHECK(failures_after("UPDATE import SET rejected = 2, rows_read = 5 WHERE id = 1") == Texts{});
    CHECK(failures_after("UPDATE import_total SET charges = 3 WHERE import_id = 1 AND currency = "
                         "'USD'") ==
          Texts{"import 1: FB550 import 1 does not add up: 4 rows were read, and 4 are accounted "
                "for"});
    CHECK(failures_after("UPDATE import SET stored = 2, unchanged = 1 WHERE id = 1") ==
          Texts{"import 1: FB550 import 1 does not add up: 2 are on record as stored, and 3 are "
                "there"});
}

TEST_CASE("an import whose place another one took gave it the rows that both have", "[check]") {
    CHECK(subjects_after("UPDATE import_period SET superseded_by = NULL WHERE import_id = 1") ==
          Texts{"import 2", "import 2 EUR", "import 2 USD", "import 3", "import 3 EUR"});
}

TEST_CASE("FB551: what counts in a month is what the imports have put there", "[check]") {
    CHECK(failures_after("UPDATE import_effect SET added_cost = '1' WHERE import_id = 4") ==
          Texts{"period 2025-02 USD: FB551 2025-02 does not add up: by its imports the "
                "charges in it are 4 of 102 USD, and 4 of 101.5 USD are there"});
    CHECK(failures_after("UPDATE import_effect SET held = 0 WHERE import_id = 4") ==
          Texts{"period 2025-02 USD: FB551 2025-02 does not add up: by its imports the "
                "flagged charges in it are 0 of 0.5 USD, and 1 of 0.5 USD are there"});
}

TEST_CASE("FB552: a charge whose content was changed is named", "[check]") {
    CHECK(failures_after("UPDATE charge SET resource_id = 'x' WHERE id IN (7, 8)") ==
          Texts{"content: FB552 the content of charge 7, and of 1 after it, is not what was "
                "stored"});
    CHECK(subjects_after("UPDATE charge SET billed_cost = '101' WHERE id = 7") ==
          Texts{"import 3 USD", "period 2025-02 USD", "content"});
}

TEST_CASE("a charge that is gone is missed", "[check]") {
    CHECK(subjects_after("DELETE FROM charge WHERE id = 8") ==
          Texts{"import 4", "import 4 USD", "period 2025-02 USD", "period 2025-02 USD"});
}

TEST_CASE("FB553: a reversal is the one opposite of what it corrects", "[check]") {
    CHECK(failures_after("UPDATE charge SET list_cost = '3' WHERE id = 5")[1] ==
          "reversals: FB553 the reversal 5 is not the one opposite of an earlier charge");
    CHECK(subjects_after("UPDATE charge SET corrects = 4 WHERE id = 5") ==
          Texts{"import 3 USD", "reversals"});
    Books books;
    books.charge({.import = 4, .period = january, .cost = "-10", .correction = 1, .corrects = 1});
    CHECK(failures(books).back() ==
          "reversals: FB553 the reversal 9 is not the one opposite of an earlier charge");
}

TEST_CASE("FB554: a charge is superseded by a later import", "[check]") {
    CHECK(failures_after("UPDATE charge SET superseded_by = 1 WHERE id = 2").back() ==
          "superseded: FB554 charge 2 is superseded by an import that is not later than its own");
}

TEST_CASE("FB555, FB537: a closed month is as it was closed", "[check]") {
    CHECK(failures_after("UPDATE period SET status = 'open' WHERE key = 24300") ==
          Texts{"periods: FB555 2025-01 is open, and by the audit trail it is closed"});
    CHECK(subjects_after("UPDATE charge SET flags = 2 WHERE id = 1") ==
          Texts{"period 2025-01 USD", "period 2025-01 USD", "closing of 2025-01",
                "postings of 2025-01 USD"});
    CHECK(subjects_after("INSERT INTO attribution (id, pi_email) VALUES (1, 'eve@example.edu');"
                         "UPDATE charge SET attribution = 1 WHERE id = 1") ==
          Texts{"closing of 2025-01", "postings of 2025-01 USD"});
}

TEST_CASE("FB572, FB537: the postings of a closed month are what is billed, and rounded so",
          "[check]") {
    const std::string closing =
        "closing of 2025-01: FB537 the postings of 2025-01 are not those with which it was closed "
        "(audit entry 2)";
    CHECK(
        failures_after("UPDATE posting SET shares = '17', amount = '17' WHERE currency = 'USD'") ==
        Texts{closing, "postings of 2025-01 USD: FB572 the postings of 2025-01 are not what is "
                       "billed in it: for  and project '' they differ by -1 USD"});
    CHECK(failures_after("UPDATE posting SET rounding = '0.01', amount = '16.01'"
                         " WHERE currency = 'USD'") ==
          Texts{closing,
                "postings of 2025-01 USD: FB572 a posting of 2025-01 is not rounded right: "
                "16 to 16.01 USD"});
    CHECK(subjects_after("DELETE FROM posting WHERE currency = 'EUR'") ==
          Texts{"closing of 2025-01", "postings of 2025-01 EUR"});
}

TEST_CASE("the audit trail is walked", "[check]") {
    CHECK(subjects_after("UPDATE audit SET os_user = 'eve' WHERE seq = 1") == Texts{"audit trail"});
}

TEST_CASE("FB556: a row refers to one that is there", "[check]") {
    CHECK(failures_after("UPDATE charge SET attribution = 77 WHERE id = 8") ==
          Texts{"references: FB556 row 8 of the table charge refers to a row of attribution that "
                "is not there"});
}

TEST_CASE("FB558: a trigger that was removed is missed", "[check]") {
    Books books;
    books.file().run("DROP TRIGGER charge_stays");
    CHECK(failures(books) == Texts{"triggers: FB558 the trigger charge_stays, which keeps what is "
                                   "stored, was removed or changed"});
}

TEST_CASE("FB557: damage of the file is found", "[check]") {
    Books books;
    books.file().run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, "
                     "'(sha256)', '(file_name)') WHERE name = 'import_sha256'; PRAGMA "
                     "writable_schema = RESET");
    const auto found = failures(books);
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("integrity: FB557 the file is damaged: row 1 missing from index "
                               "import_sha256"));
}
