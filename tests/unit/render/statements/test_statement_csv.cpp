#include "focus_billing/render/statements/statement_text.hpp"

#include <catch2/catch.hpp>

#include "render/statements/sample_statement.hpp"

using namespace focus_billing;

namespace {

std::vector<std::string> lines_of(std::string_view csv) {
    std::vector<std::string> lines;
    while (!csv.empty()) {
        const auto end = csv.find("\r\n");
        REQUIRE(end != std::string_view::npos);
        lines.emplace_back(csv.substr(0, end));
        csv.remove_prefix(end + 2);
    }
    return lines;
}

}  // namespace

TEST_CASE("a statement's CSV has every charge, unrounded", "[statement]") {
    const auto lines = lines_of(statement_csv(sample_statement()));
    CHECK(lines ==
          std::vector<std::string>{
              "statement,version,period,pi_email,project_id,fund_org,kind,from_period,day,service,"
              "resource_id,resource_name,description,region,quantity,unit,list,amount,currency,"
              "source,import,line,charge,corrects",
              "2025-01-0007,2,2025-01,ada@example.edu,shoal,123456-7890,service,,2025-01-02,"
              "Compute,i-1,web,,,372,Hours,1000,617.125,USD,AWS,1,2,1,",
              "2025-01-0007,2,2025-01,ada@example.edu,shoal,123456-7890,service,,2025-01-02,"
              "Compute,i-1,web,,,372,Hours,1000,617.375,USD,AWS,1,3,2,",
              "2025-01-0007,2,2025-01,ada@example.edu,shoal,123456-7890,carried,2024-11,"
              "2025-01-03,Storage,vol-1,,,,,,,60,USD,AWS,1,4,3,",
              "2025-01-0007,2,2025-01,ada@example.edu,shoal,123456-7890,correction,2024-12,"
              "2025-01-03,Compute,,,,,,,,-5,USD,AWS,1,5,4,17",
              "2025-01-0007,2,2025-01,ada@example.edu,shoal,,service,,2025-01-31,HPC,node,node,,"
              "\"on-premises, =2\",,,,2,USD,AWS,1,6,5,"});
}

TEST_CASE("a draft's CSV has no number, and texts that spreadsheets would run are guarded",
          "[statement]") {
    auto statement = sample_statement();
    statement.number.clear();
    statement.version = 0;
    statement.charges = {sample_charge(1, "", "=1+1", "@x", "-0.5")};
    statement.charges.front().line = 0;
    CHECK(lines_of(statement_csv(statement)).at(1) ==
          ",,2025-01,ada@example.edu,shoal,123456-7890,service,,,'@x,'=1+1,,,,,,,-0.5,USD,AWS,1,,"
          "1,");
    statement.charges.clear();
    CHECK(lines_of(statement_csv(statement)).size() == 1);
}
