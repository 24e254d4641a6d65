#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <map>

#include "focus_billing/model/decimal_sum.hpp"
#include "workflow/journals/month_database.hpp"

using namespace focus_billing;

namespace {

int one_to(int last) {
    return *rc::gen::resize(100, rc::gen::inRange(1, last + 1));
}

DecimalSum sum_of_json(const nlohmann::json& object, std::initializer_list<const char*> keys) {
    DecimalSum sum;
    for (const auto* key : keys)
        sum.add(sum_of(object.at(key).get<std::string>()));
    return sum;
}

/// What the rows of the database say of one source and currency, added up by the test itself.
class Sums {
public:
    Sums(const MonthBooks& books, const std::string& period, const nlohmann::json& source)
        : m_books(books), m_month("(SELECT key FROM period WHERE printf('%04d-%02d', key / 12, key "
                                  "% 12 + 1) = '" +
                                  period + "')"),
          m_which(" source = '" + source.at("source").get<std::string>() + "' AND currency = '" +
                  source.at("currency").get<std::string>() + "'") {}

    [[nodiscard]] std::string postings() const {
        return added("SELECT amount FROM posting WHERE period = " + m_month + " AND" + m_which);
    }
    [[nodiscard]] std::string journaled(const std::string& mark) const {
        return added("SELECT amount FROM journaled_posting WHERE period = " + m_month +
                     " AND mark = '" + mark + "' AND" + m_which);
    }
    [[nodiscard]] std::string charges(const std::string& condition) const {
        return added("SELECT CASE i.cost WHEN 'effective' THEN c.effective_cost ELSE c.billed_cost "
                     "END FROM charge AS c JOIN import AS i ON i.id = c.import_id LEFT JOIN "
                     "decision AS d ON d.id = c.decision WHERE c.superseded_by IS NULL AND " +
                     condition + " AND" + m_which);
    }
    [[nodiscard]] const std::string& month() const { return m_month; }

private:
    [[nodiscard]] std::string added(const std::string& sql) const {
        DecimalSum sum;
        for (const auto& text : m_books.texts(sql))
            sum.add(sum_of(text));
        return sum.text();
    }

    const MonthBooks& m_books;
    std::string m_month;
    std::string m_which;
};

void do_something(MonthBooks& books, std::map<std::string, int>& done) {
    const auto pick = [&](const std::string& sql) {
        const auto found = books.exists() ? books.texts(sql) : std::vector<std::string>();
        return found.empty() ? std::string() : *rc::gen::elementOf(found);
    };
    const int month = one_to(2);
    switch (*rc::gen::weightedElement<int>(
        {{6, 0}, {5, 1}, {2, 2}, {2, 3}, {2, 4}, {2, 5}, {2, 6}, {1, 7}, {4, 8}})) {
    case 0: {
        const std::string source = *rc::gen::element<std::string>("snap", "even");
        std::string rows;
        for (int i = one_to(5); i > 0; --i) {
            const std::string currency = *rc::gen::element<std::string>("USD", "USD", "JPY", "KWD");
            rows += month_text(month) + "-01," +
                    *rc::gen::element<std::string>("1.005", "2.4999", "-3.3", "0") + "," +
                    *rc::gen::element<std::string>("1.5", "0.0049", "-0.5") + "," + currency +
                    ",vm-" + std::to_string(one_to(3)) + ",INV-" + std::to_string(month) + "," +
                    *rc::gen::elementOf(any_tags) + "\n";
        }
        books.ingest(source, rows);
        break;
    }
    case 1: {
        const auto charge = pick("SELECT id FROM charge WHERE superseded_by IS NULL");
        const std::string verdict =
            *rc::gen::element<std::string>("approve", "reject", "reassign", "reassign");
        std::vector<std::string> words = {"review", verdict, charge, "--note", "x"};
        if (verdict == "reassign") {
            words.insert(words.end(), {"--to-pi", "cy@example.edu", "--to-project", "key",
                                       "--to-fund-org", "123456-2347"});
        }
        if (!charge.empty())
            (void)books.run(words);
        break;
    }
    case 8:
        books.close(month);
        books.issue(month);
        books.journal(month);
        break;
    case 2: books.close(month); break;
    case 3: books.reopen(month); break;
    case 4: books.issue(month); break;
    case 5: books.journal(month); break;
    case 6: {
        const auto journal = pick("SELECT number FROM journal");
        if (!journal.empty()) {
            (void)books.run({"journals", "mark", journal,
                             *rc::gen::element<std::string>("accepted", "failed"), "--ref", "B1"});
        }
        break;
    }
    default: {
        const auto journal = pick("SELECT number FROM journal");
        if (!journal.empty()) {
            (void)books.run({"journals", "reverse", journal, "--date", "2024-06-02",
                             "--other-fiscal-year", "--output",
                             books.texts("SELECT path FROM journal").front() + ".back" +
                                 std::to_string(++done["files"])});
        }
    }
    }
}

// All of it follows from the rows, and each step from the one before.
void require_sums(const MonthBooks& books, const nlohmann::json& report,
                  const nlohmann::json& source) {
    const Sums sums(books, report.at("period").get<std::string>(), source);
    const auto text = [&](std::initializer_list<const char*> keys) {
        return sum_of_json(source, keys).text();
    };
    const auto here = "ifnull(c.billed_in, c.period) = " + sums.month();
    RC_ASSERT(text({"cost"}) == sums.charges(here + " AND c.correction IS NULL"));
    RC_ASSERT(text({"corrections"}) == sums.charges(here + " AND c.correction IS NOT NULL"));
    RC_ASSERT(text({"carried_in"}) == sums.charges("c.carried_into = " + sums.month()));
    RC_ASSERT(text({"carried_out"}) == sums.charges(here + " AND c.carried_into IS NOT NULL"));
    RC_ASSERT(text({"held"}) == sums.charges(here + " AND c.flags <> 0 AND c.decision IS NULL"));
    RC_ASSERT(text({"billed"}) ==
              sum_of_json(source, {"cost", "corrections", "carried_in"})
                  .difference(sum_of_json(source, {"held", "carried_out", "rejected"}))
                  .text());
    RC_ASSERT(text({"billed", "rounding"}) == text({"postings"}));
    if (report.at("status") != "open")
        RC_ASSERT(text({"postings"}) == sums.postings());
    RC_ASSERT(text({"not_issued", "changed_since_issue", "statements"}) == text({"postings"}));
    for (const auto* mark : {"pending", "exported", "accepted"})
        RC_ASSERT(text({mark}) == sums.journaled(mark));
    RC_ASSERT(text({"pending", "exported", "accepted"}) == text({"journals"}));
    RC_ASSERT(text({"in_no_journal", "changed_since_journal", "journals"}) == text({"statements"}));
    RC_ASSERT(text({"journals", "not_journaled"}) == text({"postings"}));
    RC_ASSERT(text({"journals"}) == text({"payers"}));
    RC_ASSERT(text({"journals"}) == text({"sources"}));
    RC_ASSERT(text({"unexplained"}) == "0");
}

void require_explained(MonthBooks& books, int month) {
    const auto ran = books.run({"journals", "reconcile", "--period", month_text(month), "--json"});
    RC_ASSERT(ran.err == "");
    RC_ASSERT(ran.exit_code == 0);
    const auto report = ran.json();
    std::map<std::string, DecimalSum> billed;
    for (const auto& source : report.at("sources")) {
        require_sums(books, report, source);
        billed[source.at("currency")].add(sum_of_json(source, {"billed"}));
        RC_CLASSIFY(source.at("journals") != "0", "journaled");
        RC_CLASSIFY(source.at("changed_since_journal") != "0", "changed since its journal");
        RC_CLASSIFY(source.at("carried_in") != "0", "carried in");
        RC_CLASSIFY(source.at("correction_charges") != 0, "corrected");
    }
    RC_ASSERT(billed.size() == report.at("currencies").size());
    for (const auto& currency : report.at("currencies"))
        RC_ASSERT(billed[currency.at("currency")].text() == currency.at("billed"));
}

/// A closed month with statements and a journal, in which nothing is missing.
void fill(MonthBooks& books) {
    const auto& ada = any_tags[1];
    const auto& bo = any_tags[2];
    books.ingest("snap", "2024-01-01,10.335,10,USD,vm-1,INV-1," + ada + "\n" +
                             "2024-01-01,4,4,USD,vm-2,INV-1," + bo + "\n" +
                             "2024-01-01,5,5,USD,vm-3,INV-1,\n" +
                             "2024-01-01,7.5,7,JPY,vm-3,INV-2," + bo + "\n");
    books.ingest("even", "2024-01-01,0,2.5,USD,vm-4,INV-3," + ada + "\n");
    (void)books.run({"periods", "close", "2024-01", "--with-held", "1"});
    books.issue(1);
    books.journal(1);
    (void)books.run({"periods", "open", "2024-02"});
}

}  // namespace

TEST_CASE("whatever happens to months, nothing of them is unexplained") {
    CHECK(rc::check([] {
        MonthBooks books;
        std::map<std::string, int> done;
        if (one_to(5) > 1)
            fill(books);
        const int steps = one_to(16);
        for (int i = 0; i < steps; ++i)
            do_something(books, done);
        RC_LOG() << books.log();
        for (const int month : {1, 2}) {
            if (books.exists() &&
                !books.texts("SELECT key FROM period WHERE key % 12 = " + std::to_string(month - 1))
                     .empty())
                require_explained(books, month);
        }
    }));
}

TEST_CASE("each amount that somebody changes by hand leaves something unexplained") {
    const std::vector<std::pair<std::string, std::string>> damages = {
        {"UPDATE charge SET billed_cost = '11' WHERE id = 1", "what was imported and the charges"},
        {"UPDATE charge SET effective_cost = '11' WHERE id = 5",
         "billed and the shares of postings"},
        {"UPDATE charge SET flags = 0 WHERE id = 3", "billed and the shares of postings"},
        {"UPDATE import_effect SET added_cost = '11'", "what was imported and the charges"},
        {"UPDATE posting SET shares = '1' WHERE id = 1", "billed and the shares of postings"},
        {"UPDATE posting SET rounding = '1' WHERE id = 1", "shares with rounding and postings"},
        {"UPDATE posting SET amount = '1' WHERE id = 1", "shares with rounding and postings"},
        {"UPDATE posting SET rounding = '1', amount = '11.335' WHERE shares = '10.335'",
         "rounding and what it must be"},
        {"DELETE FROM posting WHERE id = 1", "billed and the shares of postings"},
        {"UPDATE statement_version SET due = '1' WHERE id = 1",
         "the postings of statements and their amounts due"},
        {"UPDATE journal_posting SET amount = '1' WHERE id = 1",
         "journals and the lines of payers"},
        {"UPDATE journal_line SET amount = '1' WHERE id = 1", "journals and the lines of payers"},
        {"UPDATE journal_line SET amount = '99' WHERE party = 'source'",
         "the lines of payers and of sources"},
        {"UPDATE journal_document SET debits = '1', credits = '1'",
         "the documents of journals and their debits"}};
    for (const auto& [sql, between] : damages) {
        MonthBooks books;
        fill(books);
        INFO(books.log());
        const auto before = books.run({"journals", "reconcile", "--period", "2024-01"});
        CHECK(before.exit_code == 0);
        CHECK(before.err.empty());
        books.damage(sql);
        const auto after = books.run({"journals", "reconcile", "--period", "2024-01", "--json"});
        INFO(after.err << after.out);
        CHECK(after.exit_code == 1);
        CHECK(after.out.find("are not explained, between " + between) != std::string::npos);
        const auto report = after.json();
        CHECK(report.at("exit_code") == 1);
        CHECK(std::ranges::any_of(report.at("currencies"), [](const auto& currency) {
            return currency.at("unexplained") != "0";
        }));
    }
}
