#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <map>
#include <set>

#include "focus_billing/model/decimal_sum.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

struct Row {
    std::string resource;
    std::string cost;
    std::string tags;
};

const std::vector<std::string> any_tags = {
    "",
    R"("{""pi_email"":""ada@example.edu"",""project_id"":""reef"",""fund_org"":""123456-2345""}")",
    R"("{""pi_email"":""bo@example.edu"",""fund_org"":""123456-2345""}")"};

std::string month_text(int month) {
    return "2024-0" + std::to_string(month);
}

int one_to(int last) {
    return *rc::gen::resize(100, rc::gen::inRange(1, last + 1));
}

// A decision as it is on record.
struct Decision {
    long charge = 0;
    std::string ending;       // empty: it stands
    bool is_borne = false;    // by a charge that counts
    bool is_history = false;  // by one that was superseded
};

/// Does random things to two months, and looks after each whether all that must hold still holds.
class Run {
public:
    Run() : m_database(m_folder.file("a.db")) {
        const std::string base = "imports:\n"
                                 "  max_shrink: 1\n"
                                 "  known_sources:\n"
                                 "    - {name: Snap, pattern: snap, delivery: snapshot}\n"
                                 "output: {directory: " +
                                 m_folder.path() + "}\n";
        m_configs = {m_folder.write("none.yaml", base),
                     m_folder.write("rules.yaml", base + "attribution:\n"
                                                         "  rules:\n"
                                                         "    - name: home\n"
                                                         "      match: {resource_id: vm-1}\n"
                                                         "      set: {pi_email: cy@example.edu, "
                                                         "project_id: cove, fund_org: 1}\n"),
                     m_folder.write("override.yaml", base + "attribution:\n"
                                                            "  rules:\n"
                                                            "    - name: all\n"
                                                            "      match: {source: Snap}\n"
                                                            "      set: {project_id: shoal}\n"
                                                            "      override: true\n")};
    }

    void step() {
        remember();
        m_words.clear();
        switch (*rc::gen::weightedElement<int>({{6, 0}, {8, 1}, {3, 2}, {2, 3}, {3, 4}, {2, 5}})) {
        case 0: deliver(); break;
        case 1: decide(); break;
        case 2: withdraw(); break;
        case 3: attribute(); break;
        case 4: close(); break;
        default: reopen(); break;
        }
        compare();
    }

private:
    Ran run(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--database", m_database});
        const auto ran = run_with(m_configs.at(m_config), arguments);
        std::string line = "$";
        for (const auto& argument : arguments)
            line += " " + argument;
        RC_LOG() << line << "\n" << ran.out << ran.err;
        // Refused by the program with a reason of its own, never by a trigger or a fault.
        for (const auto* code : {"FB505", "FB509", "FB999"})
            RC_ASSERT(ran.err.find(code) == std::string::npos);
        return ran;
    }

    void deliver() {
        std::string text =
            "BillingPeriodStart,BilledCost,BillingCurrency,ResourceId,Tags,x_Serial\n";
        const int month = one_to(2);
        std::vector<std::string> costs;
        const int rows = one_to(4);
        for (int i = 0; i < rows; ++i) {
            const std::string cost = *rc::gen::element<std::string>("1", "1", "2.5", "-3");
            text += month_text(month) + "-01," + cost + ",USD,vm-" + std::to_string(one_to(2)) +
                    "," + *rc::gen::elementOf(any_tags) + "," + std::to_string(++m_serial) + "\n";
            costs.push_back(cost);
        }
        const auto path = m_folder.write("snap.csv", text);
        std::vector<std::string> words = {"ingest", path, "--json"};
        if (*rc::gen::arbitrary<bool>())
            words.emplace_back("--as-corrections");
        const auto ran = run(words);
        RC_LOG() << text;
        m_words = ran.out;
        if (ran.exit_code == 0 && !ran.json().at("files").at(0).at("import").is_null())
            m_delivered[month] = costs;
        RC_CLASSIFY(ran.exit_code == 0, "delivered");
    }

    std::vector<long> charges(const std::string& condition = {}) {
        std::vector<long> numbers;
        SQLite::Database database(m_database);
        SQLite::Statement query(database,
                                "SELECT id FROM charge WHERE superseded_by IS NULL" + condition);
        while (query.executeStep())
            numbers.push_back(query.getColumn(0).getInt64());
        return numbers;
    }

    void decide() {
        if (!std::filesystem::exists(m_database))
            return;
        const auto numbers = charges();
        if (numbers.empty())
            return;
        const std::string verdict =
            *rc::gen::element<std::string>("approve", "reject", "reassign", "reassign");
        std::vector<std::string> words = {"review", verdict,
                                          std::to_string(*rc::gen::elementOf(numbers))};
        if (verdict == "reassign")
            words.insert(words.end(),
                         {"--to-pi",
                          *rc::gen::element<std::string>("Dee@example.edu", "ed@example.edu"),
                          "--to-fund-org", "9"});
        if (*rc::gen::weightedElement<bool>({{3, true}, {1, false}}))
            words.insert(words.end(), {"--note", "why"});
        const auto ran = run(words);
        RC_CLASSIFY(ran.exit_code == 0, "decided");
    }

    void withdraw() {
        if (!std::filesystem::exists(m_database))
            return;
        const auto decided = charges(" AND decision IS NOT NULL");
        if (!decided.empty())
            run({"review", "withdraw", std::to_string(*rc::gen::elementOf(decided))});
    }

    void attribute() {
        m_config = *rc::gen::resize(100, rc::gen::inRange<std::size_t>(0, m_configs.size()));
        if (std::filesystem::exists(m_database))
            run({"attribute", "--period", month_text(one_to(2))});
    }

    void close() {
        if (!std::filesystem::exists(m_database))
            return;
        const auto month = month_text(one_to(2));
        int held = 0;
        const auto list = run({"periods", "list", "--json"}).json();
        for (const auto& period : list.at("periods")) {
            for (const auto& total : period.at("totals"))
                held += period.at("period") == month ? total.at("held").get<int>() : 0;
        }
        std::vector<std::string> words = {"periods", "close", month};
        if (held > 0)
            words.insert(words.end(), {"--with-held", std::to_string(held)});
        if (run(words).exit_code == 0)
            m_closed[month] = of_month(month);
    }

    void reopen() {
        const auto month = month_text(one_to(2));
        if (std::filesystem::exists(m_database) &&
            run({"periods", "reopen", month, "--reason", "test"}).exit_code == 0)
            m_closed.erase(month);
    }

    // What counts in a month and is not held: number, payer, amount, decision.
    std::set<std::string> of_month(const std::string& month) {
        std::set<std::string> rows;
        for (const auto& charge : run({"charges", "--period", month, "--json"}).json()) {
            if (charge.at("x_Held") == true)
                continue;
            rows.insert(charge.at("x_ChargeId").dump() + charge.at("x_PiEmail").dump() +
                        charge.at("x_FundOrg").dump() + charge.at("BilledCost").dump() +
                        charge.at("x_Decision").dump());
        }
        return rows;
    }

    std::map<long, Decision> decisions() {
        std::map<long, Decision> found;
        SQLite::Database database(m_database);
        SQLite::Statement query(database, R"sql(
SELECT d.id, d.charge_id, ifnull(d.ending, ''),
    EXISTS (SELECT 1 FROM charge WHERE decision = d.id AND superseded_by IS NULL),
    EXISTS (SELECT 1 FROM charge WHERE decision = d.id AND superseded_by IS NOT NULL)
FROM decision AS d)sql");
        while (query.executeStep()) {
            found[query.getColumn(0).getInt64()] = {.charge = query.getColumn(1).getInt64(),
                                                    .ending = query.getColumn(2).getString(),
                                                    .is_borne = query.getColumn(3).getInt() != 0,
                                                    .is_history = query.getColumn(4).getInt() != 0};
        }
        return found;
    }

    void remember() {
        if (std::filesystem::exists(m_database))
            m_before = decisions();
    }

    // A decision stays, or it was ended and says why; or its charge went, which was told.
    void compare_decisions() {
        const auto now = decisions();
        for (const auto& [number, before] : m_before) {
            RC_ASSERT(now.contains(number));
            const auto& after = now.at(number);
            RC_ASSERT(after.charge == before.charge);
            if (!before.ending.empty()) {
                RC_ASSERT(after.ending == before.ending);
                continue;
            }
            if (!after.ending.empty())
                continue;
            RC_ASSERT(after.is_borne || after.is_history);
            const bool has_gone = before.is_borne && !after.is_borne;
            if (has_gone) {
                const bool is_told = m_words.find("FB409") != std::string::npos ||
                                     m_words.find("FB522") != std::string::npos ||
                                     m_words.find("revised_after_decision") != std::string::npos;
                RC_ASSERT(is_told);
            }
        }
    }

    // Money goes back to whom it came from: what takes a charge back is billed if that one was, and
    // to the same payer, unless a reviewer decided on it by itself.
    void compare_reversals() {
        SQLite::Database database(m_database);
        SQLite::Statement query(database, R"sql(
SELECT r.id FROM charge AS r JOIN charge AS c ON c.id = r.corrects
LEFT JOIN decision AS dr ON dr.id = r.decision LEFT JOIN decision AS dc ON dc.id = c.decision
WHERE r.correction = 1 AND (r.decision IS NULL OR dr.charge_id <> r.id) AND r.flags & 256 = 0
    AND ((r.flags <> 0 AND r.decision IS NULL) <> (c.flags <> 0 AND c.decision IS NULL)
        OR dr.verdict IS NOT dc.verdict
        OR ifnull(dr.attribution, r.attribution) IS NOT ifnull(dc.attribution, c.attribution)))sql");
        RC_ASSERT(!query.executeStep());
    }

    void compare() {
        if (!std::filesystem::exists(m_database))
            return;
        compare_decisions();
        compare_reversals();
        const auto check = run({"check"});
        RC_ASSERT(check.exit_code == 0);
        for (const auto& [month, rows] : m_closed)
            RC_ASSERT(of_month(month) == rows);
        DecimalSum delivered;
        for (const auto& [month, costs] : m_delivered) {
            for (const auto& cost : costs)
                delivered.add(parse_decimal(cost).value);
        }
        DecimalSum counted;
        for (const auto& charge : run({"charges", "--json"}).json())
            counted.add(parse_decimal(charge.at("BilledCost").get<std::string>()).value);
        RC_ASSERT(counted.text() == delivered.text());
    }

    TemporaryFolder m_folder;
    std::string m_database;
    std::vector<std::string> m_configs;
    std::size_t m_config = 0;
    std::map<int, std::vector<std::string>> m_delivered;
    std::map<std::string, std::set<std::string>> m_closed;
    std::map<long, Decision> m_before;
    std::string m_words;
    long m_serial = 0;
};

}  // namespace

TEST_CASE("P3, P14: whatever is decided, revised, closed and attributed anew, no decision is lost "
          "and the equations hold",
          "[reviews]") {
    CHECK(rc::check([] {
        Run run;
        const int steps = *rc::gen::resize(100, rc::gen::inRange(4, 30));
        for (int i = 0; i < steps; ++i)
            run.step();
    }));
}
