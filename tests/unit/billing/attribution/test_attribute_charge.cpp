#include "focus_billing/billing/attribution/attribute_charge.hpp"

#include <catch2/catch.hpp>

#include "billing/attribution/attribute.hpp"

using namespace focus_billing;

namespace {

using Lines = std::vector<std::string>;

const RuleCondition on_ec2 = where(RuleField::service_name, {text("EC2")});

OwnedCharge ec2() {
    OwnedCharge charge;
    charge.service_name = "EC2";
    charge.resource_id = "vm-genome-7";
    return charge;
}

}  // namespace

TEST_CASE("tags alone decide where there is nothing else", "[attribution]") {
    const Attributor attributor({}, {});
    CHECK(attributor.is_plain());
    CHECK(attributed(ec2().tagged(pi_email, "ada@x.edu").tagged(fund_org, "f"), {}) ==
          Lines{"pi_email ada@x.edu (tag)", "fund_org f (tag)"});
    CHECK(attributed(ec2(), {}).empty());
}

TEST_CASE("P17: an e-mail is kept in the form in which it is compared", "[attribution]") {
    CHECK(attributed(ec2().tagged(pi_email, " Ada@X.EDU "), {}) ==
          Lines{"pi_email ada@x.edu (tag)"});
    const auto config = with_rules({rule("r", {on_ec2}, {{pi_email, "Bob@X.edu "}})});
    CHECK(attributed(ec2(), config) == Lines{"pi_email bob@x.edu (rule r)"});
}

TEST_CASE("a tag wins over a rule, an overriding rule over a tag", "[attribution]") {
    auto config = with_rules({rule("r", {on_ec2}, {{pi_email, "rule@x"}, {fund_org, "f"}})});
    const auto charge = ec2().tagged(pi_email, "tag@x");
    CHECK(attributed(charge, config) == Lines{"pi_email tag@x (tag)", "fund_org f (rule r)"});
    config.attribution.rules.push_back(overriding(rule("o", {on_ec2}, {{pi_email, "over@x"}})));
    CHECK(attributed(charge, config) ==
          Lines{"pi_email over@x (rule o (override))", "fund_org f (rule r)"});
}

TEST_CASE("the first rule wins, for each attribute by itself", "[attribution]") {
    const auto config = with_rules({rule("1", {on_ec2}, {{pi_email, "one@x"}}),
                                    rule("2", {on_ec2}, {{pi_email, "two@x"}, {fund_org, "2"}}),
                                    rule("3", {on_ec2}, {{fund_org, "3"}, {project_id, "3"}})});
    CHECK(attributed(ec2(), config) ==
          Lines{"pi_email one@x (rule 1)", "project_id 3 (rule 3)", "fund_org 2 (rule 2)"});
}

TEST_CASE("the same charge is attributed alike, whatever came before it", "[attribution]") {
    const Attributor attributor(
        with_rules({rule("r", {where(RuleField::resource_id, {glob("vm-*")})}, {{fund_org, "f"}})}),
        {});
    ChargeAttributor charges(attributor, "AWS");
    auto charge = ec2();
    const auto first = charges.attribute(charge).number;
    CHECK(first != 0);
    charge.resource_id = "disk";
    CHECK(charges.attribute(charge).number != first);
    charge.resource_id = "vm-other";
    CHECK(charges.attribute(charge).number == first);
    CHECK(attributed(charges.attribute(charge)) == Lines{"fund_org f (rule r)"});
}

TEST_CASE("all conditions of a rule must hold, and one text of each", "[attribution]") {
    const auto config =
        with_rules({rule("r",
                         {where(RuleField::service_name, {text("S3"), text("EC2")}),
                          where(RuleField::resource_id, {regex("^vm-"), glob("i-?")}),
                          where_tag("Env", {text("prod")})},
                         {{fund_org, "f"}})});
    const Lines held{"fund_org f (rule r)"};
    CHECK(attributed(ec2().tagged("Env", "prod"), config) == held);
    CHECK(attributed(ec2(), config).empty());
    CHECK(attributed(ec2().tagged("env", "prod"), config).empty());
    auto charge = ec2().tagged("Env", "prod");
    charge.resource_id = "i-1";
    CHECK(attributed(charge, config) == held);
    charge.resource_id = "i-12";
    CHECK(attributed(charge, config).empty());
    charge.resource_id = "i-1";
    charge.service_name = "ec2";
    CHECK(attributed(charge, config).empty());
}

TEST_CASE("a source is compared without case", "[attribution]") {
    const auto of_source = [](TextMatch match) {
        return attributed(
            ec2(), with_rules({rule("r", {where(RuleField::source, {match})}, {{fund_org, "f"}})}));
    };
    CHECK(of_source(text("AWS")).size() == 1);
    CHECK(of_source(glob("AW?")).size() == 1);
    CHECK(of_source(text("Azure")).empty());
}

TEST_CASE("a missing text is only what an empty one asks for", "[attribution]") {
    const auto with = [](RuleCondition condition) {
        return attributed(OwnedCharge(), with_rules({rule("r", {condition}, {{fund_org, "f"}})}));
    };
    CHECK(with(where(RuleField::resource_id, {text("")})).size() == 1);
    CHECK(with(where_tag("Env", {text("")})).size() == 1);
    CHECK(with(where(RuleField::resource_id, {glob("*")})).empty());
    CHECK(with(where(RuleField::resource_id, {regex("")})).empty());
    CHECK(with(where_tag("Env", {glob("*")})).empty());
}

TEST_CASE("a glob is for the whole text", "[attribution]") {
    const auto holds = [](const std::string& pattern, std::string_view value) {
        OwnedCharge charge;
        charge.resource_name = value;
        return !attributed(charge,
                           with_rules({rule("r", {where(RuleField::resource_name, {glob(pattern)})},
                                            {{fund_org, "f"}})}))
                    .empty();
    };
    CHECK(holds("a*c", "abc"));
    CHECK(holds("a*c", "a\nc"));
    CHECK_FALSE(holds("a*c", "abcd"));
    CHECK_FALSE(holds("a*c", "xabc"));
    CHECK(holds("[a-c]?.[!x]", "b1.y"));
    CHECK_FALSE(holds("[a-c]?.[!x]", "b1.x"));
    CHECK_FALSE(holds("[a-c]?.[!x]", "b1zy"));
    CHECK(holds("[", "["));
    CHECK(holds("[]]*", "]a"));
    CHECK(holds("?", "\xC3\xA9"));
    CHECK(holds("[\xC3\xA9]", "\xC3\xA9"));
    CHECK(holds("[+-]", "-"));
}

TEST_CASE("a rule is valid by the beginning of the charge", "[attribution]") {
    auto dated = rule("r", {on_ec2}, {{fund_org, "f"}});
    dated.valid_from = day(2025, 1, 10);
    dated.valid_until = day(2025, 2, 1);
    const auto config = with_rules({dated});
    const auto begins = [&](Instant start) {
        return attributed(ec2().from(start, day(2025, 3, 1)), config).size() == 1;
    };
    CHECK_FALSE(begins(day(2025, 1, 9)));
    CHECK(begins(day(2025, 1, 10)));
    CHECK(begins({day(2025, 2, 1).seconds - 1, 999'999'999}));
    CHECK_FALSE(begins(day(2025, 2, 1)));
    auto charge = ec2();
    charge.charge_period_start.reset();
    CHECK(attributed(charge, config).empty());
    charge.billing_period = BillingPeriod(2025, 2);
    CHECK(attributed(charge, config).empty());
}

TEST_CASE("templates put in groups and tags", "[attribution]") {
    const auto config = with_rules(
        {rule("r",
              {where(RuleField::resource_id, {text("x"), regex("^vm-(?P<name>[a-z]*)")}), on_ec2},
              {{project_id, "{name}"},
               {fund_org, "{{{tag:Fund}}"},
               {cost_center, "{name}-{tag:Dept}"}}),
         rule("s", {on_ec2}, {{project_id, "none"}, {cost_center, "general"}})});
    CHECK(attributed(ec2().tagged("Fund", "7"), config) == Lines{"project_id genome (rule r)",
                                                                 "fund_org {7} (rule r)",
                                                                 "cost_center general (rule s)"});
    auto charge = ec2().tagged("Dept", "BIO").tagged("Fund", " ");
    CHECK(attributed(charge, config) ==
          Lines{"project_id genome (rule r)", "cost_center genome-BIO (rule r)"});
    charge.resource_id = "vm-";
    CHECK(attributed(charge, config) ==
          Lines{"project_id none (rule s)", "cost_center general (rule s)"});
    charge.resource_id = "x";
    CHECK(attributed(charge, config) ==
          Lines{"project_id none (rule s)", "cost_center general (rule s)"});
}

TEST_CASE("an alias is replaced by what it means", "[attribution]") {
    Config config;
    config.attribution.aliases = {{"old@x", "new@x"}};
    CHECK(attributed(ec2().tagged(pi_email, "OLD@x"), config) ==
          Lines{"pi_email new@x (tag via alias of old@x)"});
}

TEST_CASE("the defaults of a source", "[attribution]") {
    Config config;
    KnownSource source;
    source.name = "AWS";
    source.defaults = {"office@x", "central", "f", "cc", "", "", "", "", ""};
    config.known_sources = {source};
    CHECK(attributed(ec2(), config) ==
          Lines{"pi_email office@x (default of AWS)", "project_id central (default of AWS)",
                "fund_org f (default of AWS)", "cost_center cc (default of AWS)"});
    CHECK(attributed(ec2().tagged(fund_org, "mine"), config) ==
          Lines{"fund_org mine (tag)", "cost_center cc (default of AWS)"});
    config.known_sources[0].name = "Azure";
    CHECK(attributed(ec2(), config).empty());
}

TEST_CASE("a number is never shared by different attributions", "[attribution]") {
    Config config;
    config.attribution.aliases = {{"a@x", "b@x"}};
    for (const bool plain : {true, false}) {
        const Attributor attributor(plain ? Config{} : config, {});
        ChargeAttributor charges(attributor, "AWS");
        auto charge = ec2().tagged(pi_email, "a@x").tagged(Attribute::end_date, "2025-01-10");
        charge.own_tags.number = 16384;
        const auto before = charges.attribute(charge).number;
        charge.from(day(2025, 1, 11), day(2025, 1, 12));
        const auto after = charges.attribute(charge).number;
        CHECK(before != 0);
        CHECK(after != 0);
        CHECK(before != after);
        charge.own_tags.number = 0;
        CHECK(charges.attribute(charge).number == 0);
    }
}
