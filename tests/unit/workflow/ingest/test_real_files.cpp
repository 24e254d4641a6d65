#include <catch2/catch.hpp>

#include <map>

#include "store/sqlite_shell.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

namespace fs = std::filesystem;

/// Real exports are no part of the project; where they are at hand, they lie beside it.
fs::path real_data() {
    return project_path("../shared/data");
}

bool is_missing(const fs::path& folder) {
    if (fs::is_directory(folder))
        return false;
    WARN("skipped: " << folder.lexically_relative(project_path("")).string() << " is missing");
    return true;
}

nlohmann::json run_on(const fs::path& file) {
    return run_with_example({"ingest", file.string(), "--dry-run", "--json"}).json();
}

std::string text_of(const nlohmann::json& value) {
    return value.is_null() ? "-" : value.is_string() ? value.get<std::string>() : value.dump();
}

/// `4 rows USD billed 9.45 list 15 effective 7.2`, or `FB113 line 1: message | value | help` of
/// the first error.
std::string outcome(const nlohmann::json& report) {
    for (const auto& finding : report.at("diagnostics")) {
        if (finding.at("severity") != "error")
            continue;
        return text_of(finding.at("code")) + " line " + text_of(finding.at("line")) + ": " +
               text_of(finding.at("message")) + " | " + text_of(finding.at("value")) + " | " +
               text_of(finding.at("help"));
    }
    std::string text = text_of(report.at("rows")) + " rows";
    for (const auto& totals : report.at("totals")) {
        text += " " + text_of(totals.at("currency"));
        for (const char* name : {"billed", "list", "effective"})
            text += std::string(" ") + name + " " + text_of(totals.at(name));
    }
    return text;
}

const std::string no_tags = "FB113 line 1: the file has no column Tags | - | add the column, or "
                            "export the file in FOCUS format: BillingPeriodStart, BilledCost and "
                            "Tags are required";

std::string bad_date(const std::string& value) {
    return "FB205 line 2: BillingPeriodStart is not a date | " + value +
           " | write it as 2025-01-31, or as 2025-01-31T00:00:00Z with a time of day";
}

std::string foreign(const std::string& format) {
    return "FB113 line 1: the file has no column BillingPeriodStart | - | this looks like " +
           format + "; choose FOCUS as the format of the export";
}

const std::map<std::string, std::string>& expected_outcomes() {
    static const std::map<std::string, std::string> outcomes = {
        {"focus/aws-focus-1.2-textorcsv.csv",
         "4 rows USD billed 9.4500006123 list 15 effective 7.2"},
        {"focus/azure-focus-1.2-preview.csv", "1 rows USD billed 0.0416 list 0 effective 0.0416"},
        {"focus/focus-1.0-official.csv",
         "1000 rows USD billed 20.52022672899 list 20.39090575119 effective 14.97651418586"},
        {"focus/focus-1.4-draft-generated-3rows.csv",
         "3 rows USD billed 1768.67620476 list 2004.9174279999999 effective 1768.67620476"},
        {"focus/oci-focus-1.0-preview.csv", "1 rows USD billed 12.5 list 12.5 effective 12.5"},
        {"focus-examples/commitment_discount_purchase_scenario_1.csv", no_tags},
        {"focus-examples/commitment_discount_purchase_scenario_3.csv", no_tags},
        {"focus-examples/commitment_discount_usage_scenario_2.csv", no_tags},
        {"focus-examples/commitment_discount_usage_scenario_4.csv", no_tags},
        {"focus-examples/one_hundred_percent_utilization_with_commitment_discount_flexibility_"
         "with_2_resources.csv",
         no_tags},
        {"focus-examples/saas_spend_agreements_a1.csv", bad_date("4/1/25")},
        {"focus-examples/saas_spend_agreements_b1.csv", bad_date("4/1/25")},
        {"focus-examples/simple_saas_agreements_a1.csv", bad_date("4/1/25")},
        {"focus-examples/simple_saas_agreements_a3.csv", bad_date("6/1/25")},
        {"focus-examples/simple_saas_agreements_c.csv", bad_date("4/1/25")},
        {"focus-examples/virtual_currency_pricing_model_a2.csv", no_tags},
        {"focus-examples/virtual_currency_pricing_model_b2.csv", no_tags},
        {"focus-examples/virtual_currency_pricing_model_c.csv", no_tags},
        {"legacy/EA_ActualCost_Small.csv", foreign("an Azure cost details export")},
        {"legacy/EA_NoRows.csv", foreign("an Azure cost details export")},
        {"legacy/sample-anonymous-aws-export-dataset.csv", foreign("an AWS Cost and Usage Report")},
    };
    return outcomes;
}

}  // namespace

TEST_CASE("real exports are read exactly, or refused with the right message") {
    if (is_missing(real_data()))
        return;
    for (const auto& [name, expected] : expected_outcomes()) {
        const auto file = real_data() / name;
        if (is_missing(file.parent_path()) || !fs::exists(file)) {
            WARN("skipped: ../shared/data/" << name << " is missing");
            continue;
        }
        INFO(name);
        CHECK(outcome(run_on(file).at("files").at(0)) == expected);
    }
}

TEST_CASE("every other real file is read, or refused for a reason") {
    if (is_missing(real_data()))
        return;
    int files = 0;
    for (const char* folder : {"focus", "focus-examples", "legacy", "validator-scenarios"}) {
        for (const auto& file : csv_files(real_data() / folder)) {
            ++files;
            INFO(file.string());
            const auto run = run_on(file);
            const auto& report = run.at("files").at(0);
            const bool has_errors = outcome(report).starts_with("FB");
            CHECK(run.at("exit_code") == (has_errors ? 1 : 0));
            if (!has_errors)
                CHECK(report.at("read_to_end") == true);
        }
    }
    CHECK(files > 0);
}

TEST_CASE("scenarios of single columns are refused for the columns that they lack") {
    const auto folder = real_data() / "validator-scenarios";
    if (is_missing(folder))
        return;
    for (const auto& file : csv_files(folder)) {
        INFO(file.string());
        CHECK(outcome(run_on(file).at("files").at(0)).starts_with("FB113 line 1: "));
    }
}

TEST_CASE("the sqlite3 shell finds the totals of a real file in the database") {
    if (is_missing(real_data() / "focus"))
        return;
    if (!has_sqlite_shell()) {
        WARN("skipped: the sqlite3 shell is not installed");
        return;
    }
    const TemporaryFolder folder;
    const auto database = folder.file("a.db");
    const auto file = (real_data() / "focus/focus-1.0-official.csv").string();
    REQUIRE(
        run_with_example({"ingest", file, "--source", "aws", "--database", database}).exit_code ==
        0);
    const auto answer =
        ask_sqlite_shell("-readonly " + database,
                         "SELECT count(*), decimal_sum(BilledCost), decimal_sum(EffectiveCost), "
                         "decimal_sum(ListCost) FROM focus_charges;");
    CHECK(answer.output == "1000|20.52022672899|14.97651418586|20.39090575119\n");
    CHECK(answer.complaint.empty());
}
