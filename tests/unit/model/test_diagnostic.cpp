#include "focus_billing/model/diagnostic.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

#include "focus_billing/model/error.hpp"

using namespace focus_billing;

TEST_CASE("a diagnostic has the severity of its code", "[diagnostic]") {
    const auto diagnostic =
        make_diagnostic(204, {.file = "a.csv", .line = 3, .column = 0}, "a fact", "+1", "write 1");
    CHECK(diagnostic.code == 204);
    CHECK(diagnostic.severity == Severity::warning);
    CHECK(diagnostic.place.file == "a.csv");
    CHECK(diagnostic.place.line == 3);
    CHECK(diagnostic.field.empty());
    CHECK(diagnostic.message == "a fact");
    CHECK(diagnostic.value == "+1");
    CHECK(diagnostic.help == "write 1");
    CHECK(make_diagnostic(401, {}, "a fact").severity == Severity::flag);
    CHECK(make_diagnostic(206, {}, "a fact").severity == Severity::note);
}

TEST_CASE("a code that is not registered is a broken promise", "[diagnostic]") {
    CHECK_THROWS_WITH(diagnostic_code(998), "diagnostic code FB998 is not registered");
    CHECK_THROWS_AS(make_diagnostic(0, {}, "a fact"), std::logic_error);
    CHECK(diagnostic_code(201).title == "not a decimal number");
}

TEST_CASE("severities are named as they are printed", "[diagnostic]") {
    CHECK(severity_name(Severity::error) == "error");
    CHECK(severity_name(Severity::warning) == "warning");
    CHECK(severity_name(Severity::flag) == "held");
    CHECK(severity_name(Severity::note) == "note");
}

TEST_CASE("the kind of an error is the exit code", "[diagnostic]") {
    const Error error(ErrorKind::environment, make_diagnostic(901, {}, "cannot be opened"));
    CHECK(static_cast<int>(error.kind()) == 3);
    CHECK(static_cast<int>(ErrorKind::usage) == 2);
    CHECK(static_cast<int>(ErrorKind::state) == 1);
    CHECK(std::string(error.what()) == "cannot be opened");
    CHECK(error.diagnostic().code == 901);
}
