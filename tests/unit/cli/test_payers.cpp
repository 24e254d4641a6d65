#include <catch2/catch.hpp>

#include <map>

#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

/// One month of one source in a database of its own.
class Month {
public:
    explicit Month(const std::string& rows)
        : m_config(m_folder.write("c.yaml", "imports:\n"
                                            "  known_sources:\n"
                                            "    - {name: AWS, pattern: aws}\n")) {
        const auto file = m_folder.write(
            "aws_202501.csv", "BillingPeriodStart,BilledCost,BillingCurrency,Tags\n" + rows);
        REQUIRE(run({"--quiet", "ingest", file}).exit_code == 0);
    }

    Ran run(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--database", m_folder.file("a.db")});
        return run_with(m_config, arguments);
    }

    /// What is billed, by a key of the report.
    std::map<std::string, std::string> spend(const std::string& key) {
        std::map<std::string, std::string> billed;
        const auto report = run({"report", "spend", "--by", key, "--json"}).json();
        for (const auto& row : report.at("spend"))
            billed[row.at(key).get<std::string>()] = row.at("billed").get<std::string>();
        return billed;
    }

private:
    TemporaryFolder m_folder;
    std::string m_config;
};

using Spend = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("P12: a project that is charged to two fund/orgs is billed to both") {
    Month month("2025-01-01,10.01,USD,\"{\"\"pi_email\"\":\"\"a@x.edu\"\",\"\"project_id\"\":"
                "\"\"reef\"\",\"\"fund_org\"\":\"\"1\"\"}\"\n"
                "2025-01-01,2.5,USD,\"{\"\"pi_email\"\":\"\"a@x.edu\"\",\"\"project_id\"\":"
                "\"\"reef\"\",\"\"fund_org\"\":\"\"2\"\"}\"\n");
    CHECK(month.spend("fund_org") == Spend{{"1", "10.01"}, {"2", "2.5"}});
    CHECK(month.spend("project") == Spend{{"reef", "12.51"}});
}

TEST_CASE(
    "P17: an address in another case and with blanks is the same person, and its tag is kept") {
    Month month(
        "2025-01-01,1,USD,\"{\"\"pi_email\"\":\"\"A@x.edu\"\",\"\"project_id\"\":\"\"p\"\","
        "\"\"fund_org\"\":\"\"1\"\"}\"\n"
        "2025-01-01,2,USD,\"{\"\"pi_email\"\":\"\"a@x.edu \"\",\"\"project_id\"\":\"\"p\"\","
        "\"\"fund_org\"\":\"\"1\"\"}\"\n");
    CHECK(month.spend("pi") == Spend{{"a@x.edu", "3"}});
    const auto charges = month.run({"charges", "--json"}).json();
    CHECK(charges.at(0).at("Tags").at("pi_email") == "A@x.edu");
    CHECK(charges.at(1).at("Tags").at("pi_email") == "a@x.edu ");
}
