#include "focus_billing/config/read_directory.hpp"

#include <catch2/catch.hpp>

#include "support/finding_text.hpp"
#include "support/memory_source.hpp"

using namespace focus_billing;

namespace {

using Lines = std::vector<std::string>;

constexpr std::int64_t seconds_per_day = 86'400;
constexpr Instant january_1{1'735'689'600, 0};
constexpr Instant february_1{january_1.seconds + 31 * seconds_per_day, 0};

LoadedDirectory projects(const std::string& csv) {
    MemorySource bytes(csv);
    return read_directory({"projects.csv", &bytes}, {}, {});
}
LoadedDirectory people(const std::string& csv) {
    MemorySource bytes(csv);
    return read_directory({}, {"people.csv", &bytes}, {});
}
LoadedDirectory fund_orgs(const std::string& csv) {
    MemorySource bytes(csv);
    return read_directory({}, {}, {"fund_orgs.csv", &bytes});
}

Lines faults(const LoadedDirectory& loaded) {
    return finding_texts(loaded.diagnostics);
}

}  // namespace

TEST_CASE("no files are an empty directory", "[directory]") {
    const auto loaded = read_directory({}, {}, {});
    CHECK(loaded.directory.empty());
    CHECK(loaded.diagnostics.empty());
}

TEST_CASE("projects are read by the names of their columns", "[directory]") {
    const auto loaded = projects("Note,END,start,PI_Email,Project_ID,fund_org,account_code\n"
                                 "x,2025-01-31,2025-01-01, Ada@X.edu ,genome,f,541\n"
                                 "y,,,,reef,,\n");
    CHECK(faults(loaded).empty());
    CHECK(loaded.directory.projects ==
          std::vector<ProjectEntry>{{"genome", "ada@x.edu", "f", "541", january_1, february_1},
                                    {"reef", "", "", "", {}, {}}});
}

TEST_CASE("people and fund/orgs", "[directory]") {
    CHECK(people("email,end,successor\nADA@x,2025-01-31,Bob@x\n").directory.people ==
          std::vector<PersonEntry>{{"ada@x", february_1, "bob@x"}});
    CHECK(fund_orgs("fund_org,open,close\nf,2025-01-01,2025-01-31\n").directory.fund_orgs ==
          std::vector<FundOrgEntry>{{"f", january_1, february_1}});
    CHECK(people("email\nada@x\n").directory.people == std::vector<PersonEntry>{{"ada@x", {}, ""}});
}

TEST_CASE("FB030: rows that cannot be read", "[directory]") {
    const auto loaded = projects("project_id,pi_email\n,ada@x\ngenome,ada\nreef\n");
    CHECK(loaded.diagnostics.at(0).place.file == "projects.csv");
    CHECK(faults(loaded) ==
          Lines{"2 error FB030 project_id | the row has no project_id |  | write it, or remove the "
                "row",
                "3 error FB030 pi_email | pi_email is no e-mail address | ada | write an address "
                "such as ada@example.edu",
                "4 error FB030 | the row has 1 fields, the header 2 |  | put a text that has a "
                "comma in quotes"});
}

TEST_CASE("FB031: dates are written in one form", "[directory]") {
    CHECK(faults(people("email,end\nada@x,31.1.2025\nbob@x,2025-01-31T00:00:00Z\n")) ==
          Lines{"2 error FB031 end | end is no date | 31.1.2025 | write it as YYYY-MM-DD: "
                "2025-06-30",
                "3 error FB031 end | end is no date | 2025-01-31T00:00:00Z | write it as "
                "YYYY-MM-DD: 2025-06-30"});
}

TEST_CASE("FB032: the first column is required", "[directory]") {
    CHECK(faults(fund_orgs("fundorg,open\nf,\n")) ==
          Lines{"1 error FB032 | the column fund_org is missing |  | rename the column 'fundorg'"});
    CHECK(faults(people("x\ny\n")) == Lines{"1 error FB032 | the column email is missing |  | the "
                                            "first line names the columns: email,end,successor"});
}

TEST_CASE("FB033: rows that contradict each other", "[directory]") {
    CHECK(faults(projects("project_id,start,end\n"
                          "p,2025-01-01,2025-01-31\n"
                          "p,2025-02-01,\n"
                          "q,,\n"
                          "p,,2025-01-01\n")) ==
          Lines{"5 error FB033 project_id | the times of this project on line 2 and line 5 overlap "
                "| p | let one end on the day before the other starts, or remove one"});
    CHECK(
        faults(people("email,successor\nada@x,ada@X\nADA@x,\n")) ==
        Lines{"2 error FB033 successor | this person is named as the own successor | ada@x | "
              "name another person, or nobody",
              "3 error FB033 email | this email stands on line 2 and line 3 | ada@x | keep one of "
              "the two"});
    CHECK(faults(fund_orgs("fund_org\nf\nf\n")) ==
          Lines{"3 error FB033 fund_org | this fund_org stands on line 2 and line 3 | f | keep one "
                "of the two"});
}

TEST_CASE("FB034: a time that ends before it begins", "[directory]") {
    CHECK(faults(fund_orgs(
              "fund_org,open,close\nf,2025-01-02,2025-01-01\ng,2025-01-01,2025-01-01\n")) ==
          Lines{"2 error FB034 close | close is before the first day | 2025-01-01 | close is the "
                "last day: mend one of the two"});
    CHECK(faults(projects("project_id,start,end\np,2025-01-02,2025-01-01\n")).size() == 1);
}

TEST_CASE("a file that is no CSV is told as such", "[directory]") {
    CHECK(faults(people("")).at(0).find("FB101") != std::string::npos);
    CHECK(faults(people("email\n\"a@x\n")).at(0).find("FB104") != std::string::npos);
}
