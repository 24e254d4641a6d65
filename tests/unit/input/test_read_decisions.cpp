#include "focus_billing/input/read_decisions.hpp"

#include <catch2/catch.hpp>

#include "support/finding_text.hpp"
#include "support/memory_source.hpp"

using namespace focus_billing;

namespace {

ReadDecisions read(const std::string& csv) {
    MemorySource bytes(csv);
    return read_decisions(bytes, "d.csv");
}

std::string error_of(const std::string& csv) {
    const auto errors = read(csv).errors;
    return errors.empty() ? "no error" : finding_text(errors.front());
}

}  // namespace

TEST_CASE("a list of decisions is read in any order of its columns, rows without one passed over") {
    const auto found = read("note,CHARGE,decision,seen,extra,pi_email\n"
                            "\"a, b\",7,Reject,0123,x,\n"
                            ",8,,,,\n"
                            ",9, reassign ,,,'=ada@example.edu\n");
    REQUIRE(found.errors.empty());
    CHECK(found.undecided == 1);
    REQUIRE(found.requests.size() == 2);
    CHECK(found.requests[0].charge == 7);
    CHECK(found.requests[0].verdict == Verdict::reject);
    CHECK(found.requests[0].note == "a, b");
    CHECK(found.requests[0].seen_version == "0123");
    CHECK(found.requests[0].line == 2);
    CHECK(found.requests[1].verdict == Verdict::reassign);
    CHECK(found.requests[1].payer[0] == "=ada@example.edu");
    CHECK_FALSE(found.requests[1].payer[1].has_value());
}

TEST_CASE("FB567: what is no list of decisions is told with its line") {
    CHECK(error_of("charge,note\n1,x\n") ==
          "1 error FB567 | the column 'decision' is missing |  | begin with the list that is "
          "written by: focus-billing review list --format csv");
    CHECK(error_of("charge,decision\n1,aprove\n") ==
          "2 error FB567 | decision: not one of the decisions | aprove | write approve, reject, "
          "reassign or withdraw, or leave it empty");
    CHECK(error_of("charge,decision\n1E3,approve\n") ==
          "2 error FB567 | charge: not the number of a charge | 1E3 | leave the numbers as they "
          "were listed");
    CHECK(error_of("charge,decision\n1,approve,x\n") ==
          "2 error FB567 | the row has 3 fields, the header 2 |  | quote a field that has a comma "
          "in it");
    CHECK(error_of("charge,decision\n\"1,approve\n").find("FB104") != std::string::npos);
    CHECK(read("charge,decision\n0,approve\n-1,approve\n99999999999999999999,approve\n")
              .errors.size() == 3);
}
