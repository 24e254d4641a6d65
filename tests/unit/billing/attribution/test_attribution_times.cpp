#include <catch2/catch.hpp>

#include "billing/attribution/attribute.hpp"

using namespace focus_billing;

namespace {

using Lines = std::vector<std::string>;

Directory genome_and_reef() {
    Directory directory;
    directory.projects = {{"genome", "ada@x", "f1", "541", day(2025, 1, 1), day(2025, 7, 1)},
                          {"genome", "bob@x", "f2", "", day(2025, 7, 1), day(2026, 1, 1)},
                          {"reef", "", "f3", "", {}, {}}};
    directory.people = {{"ada@x", day(2025, 4, 1), "bob@x"}, {"carl@x", day(2025, 4, 1), ""}};
    directory.fund_orgs = {{"f1", day(2025, 1, 5), day(2025, 6, 1)}};
    return directory;
}

Lines at(OwnedCharge charge, Instant start, Instant end) {
    return attributed(charge.from(start, end), {}, genome_and_reef());
}

OwnedCharge genome() {
    return OwnedCharge().tagged(project_id, "genome");
}

}  // namespace

TEST_CASE("the directory says who leads a project", "[attribution]") {
    CHECK(at(genome(), day(2025, 1, 10), day(2025, 1, 11)) ==
          Lines{"pi_email ada@x (project genome)", "project_id genome (tag)",
                "fund_org f1 (project genome)", "account_code 541 (project genome)"});
    CHECK(at(genome(), day(2025, 8, 1), day(2025, 8, 2)) == Lines{"pi_email bob@x (project genome)",
                                                                  "project_id genome (tag)",
                                                                  "fund_org f2 (project genome)"});
    CHECK(at(genome().tagged(fund_org, "mine"), day(2025, 8, 1), day(2025, 8, 2))[2] ==
          "fund_org mine (tag)");
    CHECK(at(OwnedCharge().tagged(project_id, "other"), day(2025, 8, 1), day(2025, 8, 2)) ==
          Lines{"project_id other (tag)"});
}

TEST_CASE("a charge across the change of a project is held", "[attribution]") {
    CHECK(at(genome(), day(2025, 6, 30), day(2025, 7, 2)) ==
          Lines{"pi_email bob@x (project genome as successor of ada@x)", "project_id genome (tag)",
                "fund_org f1 (project genome)", "account_code 541 (project genome)",
                "fund_org_closed", "project_ended", "pi_ended"});
    CHECK(at(genome(), day(2025, 7, 1), day(2025, 7, 2)).size() == 3);
}

TEST_CASE("P24: a project that is over, or has not begun", "[attribution]") {
    CHECK(at(genome(), day(2026, 1, 1), day(2026, 1, 2)) ==
          Lines{"project_id genome (tag)", "project_ended"});
    CHECK(at(genome(), day(2025, 12, 31), day(2026, 1, 1)).size() == 3);
    CHECK(at(genome(), day(2024, 12, 31), day(2025, 1, 10)) ==
          Lines{"pi_email ada@x (project genome)", "project_id genome (tag)",
                "fund_org f1 (project genome)", "account_code 541 (project genome)",
                "fund_org_closed", "project_closed"});
    CHECK(at(genome(), day(2024, 12, 30), day(2024, 12, 31)) ==
          Lines{"project_id genome (tag)", "project_closed"});
}

TEST_CASE("a person who left is followed, and the charge held", "[attribution]") {
    const auto paid_by = [](std::string_view email, Instant start, Instant end) {
        return at(OwnedCharge().tagged(pi_email, email), start, end);
    };
    CHECK(paid_by("ADA@x", day(2025, 3, 31), day(2025, 4, 1)) == Lines{"pi_email ada@x (tag)"});
    CHECK(paid_by("ADA@x", day(2025, 3, 31), day(2025, 4, 2)) ==
          Lines{"pi_email ada@x (tag)", "pi_ended"});
    CHECK(paid_by("ADA@x", day(2025, 4, 1), day(2025, 4, 2)) ==
          Lines{"pi_email bob@x (tag as successor of ada@x)", "pi_ended"});
    CHECK(paid_by("carl@x", day(2025, 4, 1), day(2025, 4, 2)) ==
          Lines{"pi_email carl@x (tag)", "pi_ended"});
}

TEST_CASE("a fund/org that is closed", "[attribution]") {
    const auto charged_to = [](Instant start, Instant end) {
        return at(OwnedCharge().tagged(fund_org, "f1"), start, end);
    };
    CHECK(charged_to(day(2025, 1, 5), day(2025, 6, 1)).size() == 1);
    CHECK(charged_to(day(2025, 1, 4), day(2025, 1, 6)).back() == "fund_org_closed");
    CHECK(charged_to(day(2025, 5, 31), {day(2025, 6, 1).seconds, 1}).back() == "fund_org_closed");
    CHECK(charged_to(day(2025, 6, 1), day(2025, 6, 1)).back() == "fund_org_closed");
}

TEST_CASE("P24: tags say until when a project is charged", "[attribution]") {
    const auto tagged = [](Attribute attribute, std::string_view date, Instant start, Instant end) {
        const auto lines =
            attributed(OwnedCharge().tagged(attribute, date).from(start, end), Config{});
        return lines.size() == 1 ? std::string() : lines.back();
    };
    using enum Attribute;
    CHECK(tagged(end_date, "2025-01-10", day(2025, 1, 10), day(2025, 1, 11)).empty());
    CHECK(tagged(end_date, " 2025-01-10", day(2025, 1, 10), day(2025, 1, 12)) == "project_ended");
    CHECK(tagged(end_date, "2025-01-10", day(2025, 1, 11), day(2025, 1, 11)) == "project_ended");
    CHECK(tagged(reconciliation_end, "2025-01-10", day(2025, 1, 11), day(2025, 1, 12)) ==
          "project_closed");
    CHECK(tagged(end_date, "10.1.2025", day(2025, 1, 1), day(2025, 1, 2)) == "invalid_tags");
    CHECK(tagged(end_date, "2025-01-10T00:00:00Z", day(2025, 1, 1), day(2025, 1, 2)) ==
          "invalid_tags");
}

TEST_CASE("a charge without a period is of its month", "[attribution]") {
    OwnedCharge charge = OwnedCharge().tagged(Attribute::end_date, "2025-01-30");
    charge.charge_period_end.reset();
    CHECK(attributed(charge, {}).size() == 1);
    charge.charge_period_start.reset();
    CHECK(attributed(charge, {}).back() == "project_ended");
}

TEST_CASE("a default project is looked up in the directory", "[attribution]") {
    Config config;
    KnownSource source;
    source.name = "AWS";
    source.defaults[index_of(project_id)] = "genome";
    config.known_sources = {source};
    CHECK(attributed(OwnedCharge(), config, genome_and_reef()) ==
          Lines{"pi_email ada@x (project genome)", "project_id genome (default of AWS)",
                "fund_org f1 (project genome)", "account_code 541 (project genome)"});
}

TEST_CASE("successors in a circle come to an end", "[attribution]") {
    Directory directory;
    directory.people = {{"a@x", day(2024, 1, 1), "b@x"}, {"b@x", day(2024, 1, 1), "a@x"}};
    CHECK(attributed(OwnedCharge().tagged(pi_email, "a@x"), {}, directory).size() == 2);
}
