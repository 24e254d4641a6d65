#include "store/decimal_functions.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>

#include "focus_billing/model/decimal_sum.hpp"
#include "store/sqlite_shell.hpp"

using namespace focus_billing;

namespace {

using Texts = std::vector<std::string>;

class Memory {
public:
    Memory() : m_database(":memory:", SQLite::OPEN_READWRITE) {
        add_decimal_functions(m_database.getHandle());
        m_database.exec("CREATE TABLE amount (id INTEGER PRIMARY KEY, x ANY) STRICT");
    }

    void fill(const Texts& values) {
        m_database.exec("DELETE FROM amount");
        SQLite::Statement insert(m_database, "INSERT INTO amount (x) VALUES (?)");
        for (const auto& value : values) {
            insert.bind(1, value);
            insert.exec();
            insert.reset();
        }
    }
    Texts rows(const std::string& sql, const Texts& values = {}) {
        SQLite::Statement query(m_database, sql);
        for (std::size_t i = 0; i < values.size(); ++i)
            query.bind(static_cast<int>(i) + 1, values[i]);
        Texts found;
        while (query.executeStep()) {
            found.push_back(query.isColumnNull(0) ? "NULL" : query.getColumn(0).getString());
        }
        return found;
    }
    std::string row(const std::string& sql, const Texts& values = {}) {
        return rows(sql, values).at(0);
    }
    std::string error(const std::string& sql, const Texts& values = {}) {
        try {
            rows(sql, values);
        } catch (const SQLite::Exception& refusal) {
            return refusal.what();
        }
        return "no error";
    }

private:
    SQLite::Database m_database;
};

/// Numbers that a Decimal can have, in short and long, equal ones among them.
rc::Gen<std::string> any_amount() {
    return rc::gen::exec([] {
        const auto count = *rc::gen::element<std::size_t>(1, 2, 5, 38);
        auto text = *rc::gen::container<std::string>(count, rc::gen::inRange('0', ':'));
        const auto point = *rc::gen::inRange<std::size_t>(0, count + 1);
        if (point < count)
            text.insert(point, point == 0 ? "0." : ".");
        return (*rc::gen::arbitrary<bool>() ? "-" : "") + text;
    });
}

rc::Gen<Texts> any_amounts() {
    return rc::gen::container<Texts>(any_amount());
}

/// An independent sum: as whole numbers of 10^-38 in digits, the negative ones apart.
class DigitSum {
public:
    void add(const std::string& text) {
        auto& digits = text.front() == '-' ? m_negative : m_positive;
        const auto bare = text.front() == '-' ? text.substr(1) : text;
        const auto point = std::min(bare.find('.'), bare.size());
        for (std::size_t i = 0; i < bare.size(); ++i) {
            if (i < point)
                digits[38 + point - 1 - i] += bare[i] - '0';
            if (i > point)
                digits[38 + point - i] += bare[i] - '0';
        }
    }
    [[nodiscard]] std::string text() const {
        const auto positive = carried(m_positive);
        const auto negative = carried(m_negative);
        const bool less = std::ranges::lexicographical_compare(positive.rbegin(), positive.rend(),
                                                               negative.rbegin(), negative.rend());
        return (less ? "-" : "") +
               written(less ? difference(negative, positive) : difference(positive, negative));
    }

private:
    using Digits = std::vector<int>;
    static Digits carried(Digits digits) {
        for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
            digits[i + 1] += digits[i] / 10;
            digits[i] %= 10;
        }
        return digits;
    }
    static Digits difference(Digits more, const Digits& less) {
        for (std::size_t i = 0; i < more.size(); ++i) {
            more[i] -= less[i];
            if (more[i] < 0) {
                more[i] += 10;
                --more[i + 1];
            }
        }
        return more;
    }
    static std::string written(const Digits& digits) {
        std::string text;
        for (std::size_t i = digits.size(); i-- > 0;) {
            text += static_cast<char>('0' + digits[i]);
            if (i == 38)
                text += '.';
        }
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
        text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
        return text.empty() || text.front() == '.' ? "0" + text : text;
    }

    Digits m_positive = Digits(120);
    Digits m_negative = Digits(120);
};

template <typename Begin, typename End>
std::string digit_sum(Begin begin, End end) {
    DigitSum sum;
    std::for_each(begin, end, [&](const std::string& text) { sum.add(text); });
    return sum.text();
}

}  // namespace

TEST_CASE("P5: the database adds exactly", "[store]") {
    Memory memory;
    memory.fill(Texts(10, "0.1"));
    CHECK(memory.row("SELECT decimal_sum(x) FROM amount") == "1");
    CHECK(memory.row("SELECT sum(x) FROM amount") != "1");
    CHECK(memory.row("SELECT typeof(decimal_sum(x)) FROM amount") == "text");
    memory.fill({"1.50", "-2", "+0.5", "1E2", ".25"});
    CHECK(memory.row("SELECT decimal_sum(x) FROM amount") == "100.25");
    CHECK(memory.row("SELECT decimal_sum(x) FROM (SELECT '-0.10' AS x UNION SELECT '0.1')") == "0");
    CHECK(memory.row("SELECT decimal_sum(9223372036854775807) FROM amount") ==
          "46116860184273879035");
    CHECK(memory.row("SELECT decimal_sum(-9223372036854775807 - 1)") == "-9223372036854775808");
}

TEST_CASE("the sum of nothing is what SQLite's own function makes of it", "[store]") {
    Memory memory;
    CHECK(memory.row("SELECT decimal_sum(x) FROM amount") == "NULL");
    CHECK(memory.row("SELECT decimal_sum(NULL)") == "0");
    CHECK(memory.rows("SELECT decimal_sum(x) FROM amount GROUP BY x").empty());
    memory.fill({"1.5", "2"});
    CHECK(memory.row("SELECT decimal_sum(iif(id = 1, x, NULL)) FROM amount") == "1.5");
}

TEST_CASE("a sum that is wider than an amount is added and compared like one", "[store]") {
    Memory memory;
    memory.fill({"10000000000000000000000000000000000001.00000000000000000000000000000000000001",
                 "-0.00000000000000000000000000000000000001", "2"});
    CHECK(memory.row("SELECT decimal_sum(x) FROM amount") ==
          "10000000000000000000000000000000000003");
    CHECK(memory.rows("SELECT x FROM amount ORDER BY x COLLATE decimal").at(1) == "2");
    CHECK(memory.row("SELECT decimal_cmp(max(x COLLATE decimal), '3') FROM amount") == "1");
}

TEST_CASE("a group has its own sum", "[store]") {
    Memory memory;
    memory.fill({"1", "2", "3.5", "4"});
    CHECK(memory.rows("SELECT decimal_sum(x) FROM amount GROUP BY id % 2 ORDER BY id % 2") ==
          Texts{"6", "4.5"});
    CHECK(memory.row("SELECT decimal_sum(x) || ' ' || decimal_sum(DISTINCT 1) FROM amount") ==
          "10.5 1");
}

TEST_CASE("what is no decimal is refused by name", "[store]") {
    Memory memory;
    const auto refused = [&](const std::string& value) {
        const auto sum = memory.error("SELECT decimal_sum(" + value + ")");
        CHECK(memory.error("SELECT decimal_cmp(" + value + ", '1')") == sum);
        CHECK(memory.error("SELECT decimal_cmp(1, " + value + ")") == sum);
        return sum;
    };
    CHECK(refused("'abc'") == "not a decimal: abc");
    CHECK(refused("''") == "not a decimal: ");
    CHECK(refused("'1,234.50'") == "not a decimal: 1,234.50");
    CHECK(refused("'0x10'") == "not a decimal: 0x10");
    CHECK(refused("1.5") == "not a decimal: 1.5 (floating point)");
    CHECK(refused("x'31'") == "not a decimal: binary data");
    const std::string wide(58, '7');
    CHECK(refused("'" + wide + "'") == "not a decimal: " + wide);
    CHECK(refused("'" + std::string(79, 'x') + "\xC3\xA4'") ==
          "not a decimal: " + std::string(79, 'x') + "...");
    memory.fill({"1", "abc", "2"});
    CHECK(memory.error("SELECT id, decimal_sum(x) FROM amount GROUP BY id") ==
          "not a decimal: abc");
    CHECK(memory.error("SELECT decimal_sum(x) OVER (ORDER BY id) FROM amount") ==
          "not a decimal: abc");
}

TEST_CASE("the sum of any decimals is exact, whole and in a sliding frame", "[store]") {
    Memory memory;
    CHECK(rc::check([&] {
        const auto values = *rc::gen::nonEmpty(any_amounts());
        memory.fill(values);
        RC_ASSERT(memory.row("SELECT decimal_sum(x) FROM amount") ==
                  digit_sum(values.begin(), values.end()));
        const auto sliding = memory.rows("SELECT decimal_sum(x) OVER (ORDER BY id ROWS BETWEEN 2 "
                                         "PRECEDING AND CURRENT ROW) FROM amount ORDER BY id");
        RC_ASSERT(sliding.size() == values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto end = values.begin() + static_cast<std::ptrdiff_t>(i) + 1;
            RC_ASSERT(sliding[i] ==
                      digit_sum(end - std::min<std::ptrdiff_t>(3, end - values.begin()), end));
        }
    }));
}

TEST_CASE("decimals compare by value", "[store]") {
    Memory memory;
    const auto compare = [&](const std::string& left, const std::string& right) {
        return memory.row("SELECT decimal_cmp(?, ?)", {left, right});
    };
    CHECK(compare("0.10", "0.1") == "0");
    CHECK(compare("10", "9") == "1");
    CHECK(compare("-10", "9") == "-1");
    CHECK(compare("1E2", "100") == "0");
    CHECK(memory.row("SELECT decimal_cmp(2, '2.0')") == "0");
    CHECK(memory.row("SELECT decimal_cmp(NULL, '1')") == "NULL");
    CHECK(memory.row("SELECT decimal_cmp('abc', NULL)") == "NULL");
    CHECK(rc::check([&] {
        const auto left = *any_amount();
        const auto right = *any_amount();
        const auto negated = right.front() == '-' ? right.substr(1) : "-" + right;
        const Texts terms = {left, negated};
        const auto difference = digit_sum(terms.begin(), terms.end());
        const auto sign = difference == "0" ? "0" : difference.front() == '-' ? "-1" : "1";
        RC_ASSERT(compare(left, right) == sign);
        const auto mirrored = std::stoi(compare(right, left));
        RC_ASSERT(std::to_string(-mirrored) == sign);
    }));
}

TEST_CASE("the collation orders by value, and texts that are no decimals after them", "[store]") {
    Memory memory;
    memory.fill({"10", "9", "b", "-1.5", "", "0.25", "a", "-20"});
    CHECK(memory.rows("SELECT x FROM amount ORDER BY x COLLATE decimal") ==
          Texts{"-20", "-1.5", "0.25", "9", "10", "", "a", "b"});
    CHECK(memory.row("SELECT '0.10' = '0.1' COLLATE decimal") == "1");
    CHECK(memory.row("SELECT max(x COLLATE decimal) FROM amount WHERE x BETWEEN '-99' AND '99' "
                     "COLLATE decimal") == "10");
}

TEST_CASE("the collation is a total order that agrees with decimal_cmp", "[store]") {
    Memory memory;
    CHECK(rc::check([&] {
        const auto text =
            rc::gen::oneOf(any_amount(), rc::gen::element<std::string>("", "x", "1-"));
        memory.fill(*rc::gen::container<Texts>(text));
        const auto ordered = memory.rows("SELECT x FROM amount ORDER BY x COLLATE decimal");
        for (std::size_t i = 1; i < ordered.size(); ++i) {
            const auto& low = ordered[i - 1];
            const auto& high = ordered[i];
            RC_ASSERT(memory.row("SELECT ?1 <= ?2 COLLATE decimal", {low, high}) == "1");
            RC_ASSERT(memory.row("SELECT (?1 < ?2 COLLATE decimal) + (?2 < ?1 COLLATE decimal) + "
                                 "(?1 = ?2 COLLATE decimal)",
                                 {low, high}) == "1");
            const bool decimals = parse_decimal(low).fault == DecimalFault::none &&
                                  parse_decimal(high).fault == DecimalFault::none;
            if (decimals)
                RC_ASSERT(memory.row("SELECT decimal_cmp(?1, ?2) <= 0", {low, high}) == "1");
        }
    }));
}

TEST_CASE("the functions may stand in views and in indexes", "[store]") {
    Memory memory;
    memory.rows("CREATE VIEW total AS SELECT decimal_sum(x) AS total FROM amount");
    memory.rows("CREATE INDEX above ON amount (decimal_cmp(x, '5'))");
    memory.rows("PRAGMA trusted_schema = OFF");
    memory.fill({"9", "1"});
    CHECK(memory.row("SELECT total FROM total") == "10");
    CHECK(memory.rows("SELECT x FROM amount WHERE decimal_cmp(x, '5') > 0") == Texts{"9"});
}

TEST_CASE("the sqlite3 shell finds the same sums", "[store]") {
    if (!has_sqlite_shell()) {
        WARN("skipped: the sqlite3 shell is not installed");
        return;
    }
    Memory memory;
    std::string values;
    Texts ours;
    CHECK(rc::check([&] {
        const auto amounts = *rc::gen::nonEmpty(any_amounts());
        memory.fill(amounts);
        const auto group = std::to_string(ours.size());
        for (const auto& amount : amounts)
            values += group + "," + amount + "\n";
        ours.push_back(memory.row("SELECT decimal_sum(x) FROM amount"));
    }));
    std::string expected;
    for (std::size_t i = 0; i < ours.size(); ++i)
        expected += std::to_string(i) + "," + ours[i] + "\n";
    // Not by the shell's decimal_cmp: in SQLite 3.40 it takes 8 and 8.0 for different.
    const TemporaryFolder folder;
    const auto answer = ask_sqlite_shell(
        ":memory:", "CREATE TABLE value (id INTEGER, x TEXT);\n"
                    "CREATE TABLE total (id INTEGER, x TEXT);\n"
                    ".mode csv\n.import " +
                        folder.write("values.csv", values) + " value\n.import " +
                        folder.write("totals.csv", expected) +
                        " total\n"
                        "SELECT count(*), sum(trim(decimal_sub(t.x, s.x), '-0.') <> '') FROM "
                        "total t JOIN (SELECT id, decimal_sum(x) AS x FROM value GROUP BY id) s "
                        "USING (id);\n");
    CHECK(answer.complaint == "");
    CHECK(answer.output == std::to_string(ours.size()) + ",0\n");
}
