#include <catch2/catch.hpp>

#include "billing/attribution/attribute.hpp"
#include "focus_billing/billing/attribution/flag_charge.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

using Lines = std::vector<std::string>;

OwnedCharge tagged_charge() {
    OwnedCharge charge;
    charge.line = 7;
    charge.tagged(pi_email, "ada@example.edu");
    charge.tagged(project_id, "genome");
    charge.tagged(fund_org, "12345-ORG");
    return charge;
}

FlagSet flag(const Charge& charge, const Config& config, Findings& findings) {
    const Attributor attributor(config, {});
    ChargeAttributor charges(attributor, "AWS");
    return ChargeFlagger(config, std::nullopt)
        .flag(charge, charges.attribute(charge), "a.csv", findings);
}

Lines flagged(const Charge& charge, const ReviewConfig& review = {}) {
    Config config;
    config.review = review;
    Findings findings;
    const auto flags = flag(charge, config, findings);
    Lines lines;
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (flags.has(static_cast<Flag>(i)))
            lines.emplace_back(flag_names[i]);
    }
    for (const auto& text : finding_texts(findings.kept()))
        lines.push_back(text);
    return lines;
}

}  // namespace

TEST_CASE("where rules are, they are part of the remedy", "[flags]") {
    OwnedCharge charge = tagged_charge();
    charge.resource_id = "vm-1";
    charge.own_tags.attributes[index_of(Attribute::pi_email)] = {};
    Config config;
    config.attribution.rules.push_back(
        {.name = "tax",
         .valid_from = {},
         .valid_until = {},
         .conditions = {{RuleField::charge_category, {}, {{TextMatch::Kind::exact, "Tax"}}}},
         .set = {"ada@example.edu"},
         .overrides_tags = false});
    Findings findings;
    CHECK(flag(charge, config, findings).has(Flag::missing_pi_email));
    CHECK(
        finding_texts(findings.kept()) ==
        Lines{"7 held FB401 Tags | no tag and no rule names the PI |  | set the tag 'pi_email' on "
              "the resource vm-1, or add a rule to attribution.rules"});
    charge.charge_category = "Tax";
    CHECK(flag(charge, config, findings).empty());
}

TEST_CASE("FB405: a tag that should be a date is told once", "[flags]") {
    OwnedCharge charge = tagged_charge();
    charge.own_tags.attributes[index_of(Attribute::end_date)] = "soon";
    CHECK(flagged(charge) == Lines{"invalid_tags",
                                   "7 held FB405 Tags | Tags cannot be trusted: end_date is no "
                                   "date: 'soon' |  | write the last day as YYYY-MM-DD: "
                                   "2025-06-30"});
    charge.own_tags.fault = "the key 'a' occurs twice";
    CHECK(flagged(charge).size() == 2);
}

TEST_CASE("FB410 to FB413: what is over is held", "[flags]") {
    const OwnedCharge charge = tagged_charge();
    Attribution attribution{
        .values = charge.own_tags.attributes, .origins = {}, .flags = {}, .number = 0, .fault = {}};
    for (const Flag flag :
         {Flag::fund_org_closed, Flag::project_ended, Flag::project_closed, Flag::pi_ended}) {
        attribution.flags.add(flag);
    }
    Findings findings;
    const Config config;
    const auto flags =
        ChargeFlagger(config, std::nullopt).flag(charge, attribution, "a.csv", findings);
    CHECK(flags == attribution.flags);
    CHECK(finding_texts(findings.kept()) ==
          Lines{"7 held FB410 fund_org | the fund/org is closed during a part of the charge | "
                "12345-ORG | let a reviewer name another one, or mend open and close in the "
                "directory of fund/orgs",
                "7 held FB411 project_id | the project ended before the charge did | genome | let "
                "a reviewer say who pays, or mend the end of the project",
                "7 held FB412 project_id | the project cannot be charged during a part of the "
                "charge | genome | let a reviewer say who pays, or mend reconciliation_end, or the "
                "start of the project",
                "7 held FB413 pi_email | the PI left before the charge ended | ada@example.edu | "
                "let a reviewer confirm who pays, or mend the end of the person in the directory"});
}

TEST_CASE("FB413: the one who left is named, and who follows", "[flags]") {
    Attribution attribution{.values = tagged_charge().own_tags.attributes,
                            .origins = {"tag as successor of dan@example.edu"},
                            .flags = {},
                            .number = 0,
                            .fault = {}};
    attribution.flags.add(Flag::pi_ended);
    Findings findings;
    const Config config;
    (void)ChargeFlagger(config, std::nullopt).flag(tagged_charge(), attribution, "a.csv", findings);
    CHECK(finding_texts(findings.kept()) ==
          Lines{"7 held FB413 pi_email | the PI left before the charge ended; the successor "
                "ada@example.edu is taken | dan@example.edu | let a reviewer confirm who pays, or "
                "mend the end of the person in the directory"});
}

TEST_CASE("FB414: an account code must match a whole pattern", "[flags]") {
    OwnedCharge charge = tagged_charge();
    charge.own_tags.attributes[index_of(Attribute::account_code)] = "541";
    ReviewConfig review;
    CHECK(flagged(charge, review).empty());
    review.account_code_patterns = {R"(\d{5})"};
    CHECK(flagged(charge, review) ==
          Lines{"invalid_account_code", "7 held FB414 account_code | the account code has not the "
                                        "form of one | 541 | review.account_code_patterns asks for "
                                        "\\d{5}"});
    charge.own_tags.attributes[index_of(Attribute::account_code)] = "54101";
    CHECK(flagged(charge, review).empty());
}

TEST_CASE("FB409 and all others: a flag has the code and the title of its number", "[flags]") {
    for (std::size_t flag = 0; flag < flag_count; ++flag) {
        const auto& code = diagnostic_code(401 + static_cast<int>(flag));
        CHECK(code.title == flag_names.at(flag));
        CHECK(code.severity == Severity::flag);
    }
}
