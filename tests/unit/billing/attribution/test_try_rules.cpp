#include "focus_billing/billing/attribution/try_rules.hpp"

#include <catch2/catch.hpp>

#include "billing/attribution/attribute.hpp"

using namespace focus_billing;

TEST_CASE("each rule tells what does not hold", "[attribution]") {
    auto dated = rule("old", {where_tag("Env", {text("prod"), glob("p*")})}, {{fund_org, "f"}});
    dated.valid_until = day(2025, 1, 1);
    auto later = rule("later", {where(RuleField::source, {text("AWS")})}, {{fund_org, "f"}});
    later.valid_from = day(2025, 2, 1);
    const std::vector<AttributionRule> rules = {
        rule("ec2", {where(RuleField::service_name, {glob("EC2*")})}, {{fund_org, "f"}}), dated,
        later, rule("vm", {where(RuleField::resource_id, {regex("^vm-")})}, {{fund_org, "f"}})};
    OwnedCharge charge = OwnedCharge().tagged("Env", "dev");
    charge.service_name = "S3";
    const auto trials = try_rules(charge, "aws", rules, {});
    std::vector<std::string> lines;
    for (const auto& trial : trials) {
        CHECK_FALSE(trial.matched);
        CHECK(trial.sets.empty());
        for (const auto& failed : trial.failed)
            lines.push_back(trial.name + ": " + failed);
    }
    CHECK(lines ==
          std::vector<std::string>{"ec2: service_name is 'S3', not 'EC2*'",
                                   "old: the charge begins on 2025-01-10, not before 2025-01-01",
                                   "old: tag Env is 'dev', not 'prod' or 'p*'",
                                   "later: the charge begins on 2025-01-10, before 2025-02-01",
                                   "vm: resource_id is empty, not /^vm-/"});
}

TEST_CASE("a rule that matches tells what it would set, and what won", "[attribution]") {
    const auto aws = where(RuleField::source, {text("AWS")});
    auto config = with_rules(
        {rule("1", {aws}, {{pi_email, "old@x"}, {fund_org, "1"}}),
         rule("2", {aws}, {{fund_org, "2"}, {project_id, "2"}, {cost_center, "{tag:C}"}})});
    config.attribution.aliases = {{"old@x", "new@x"}};
    OwnedCharge charge = OwnedCharge().tagged(project_id, "mine");
    const Attributor attributor(config, {});
    ChargeAttributor charges(attributor, "AWS");
    const auto trials =
        try_rules(charge, "AWS", config.attribution.rules, charges.attribute(charge));
    REQUIRE(trials.size() == 2);
    CHECK(trials[0].matched);
    CHECK(trials[0].sets == std::vector<SetTrial>{{pi_email, "old@x", ""}, {fund_org, "1", ""}});
    CHECK(trials[1].sets == std::vector<SetTrial>{{project_id, "2", "tag"},
                                                  {fund_org, "2", "rule 1"},
                                                  {cost_center, "", ""}});
}
