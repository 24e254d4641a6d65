#include "focus_billing/billing/attribution/flag_charge.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

#include "focus_billing/billing/attribution/attribute_charge.hpp"
#include "focus_billing/model/text.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

using Lines = std::vector<std::string>;

/// A charge with tags of its own.
struct TaggedCharge : Charge {
    TaggedCharge() { tags = &own_tags; }
    TaggedCharge(const TaggedCharge& other) : Charge(other), own_tags(other.own_tags) {
        tags = &own_tags;
    }
    TaggedCharge& operator=(const TaggedCharge&) = delete;
    ~TaggedCharge() = default;

    Tags own_tags;
};

TaggedCharge tagged_charge() {
    TaggedCharge charge;
    charge.line = 7;
    charge.billing_period = BillingPeriod(2025, 1);
    charge.own_tags.attributes[index_of(Attribute::pi_email)] = "ada@example.edu";
    charge.own_tags.attributes[index_of(Attribute::project_id)] = "genome";
    charge.own_tags.attributes[index_of(Attribute::fund_org)] = "12345-ORG";
    charge.own_tags.entries = {{"pi_email", "ada@example.edu"}, {"project_id", "genome"}};
    return charge;
}

FlagSet flag(const Charge& charge, const Config& config, Findings& findings,
             std::optional<BillingPeriod> period = std::nullopt) {
    const Attributor attributor(config, {});
    ChargeAttributor charges(attributor, "AWS");
    return ChargeFlagger(config, period).flag(charge, charges.attribute(charge), "a.csv", findings);
}

/// Names of the flags of a charge, each with what is said about it.
Lines flagged(const Charge& charge, const ReviewConfig& review = {},
              std::optional<BillingPeriod> period = std::nullopt) {
    Config config;
    config.review = review;
    Findings findings;
    const auto flags = flag(charge, config, findings, period);
    Lines lines;
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (flags.has(static_cast<Flag>(i)))
            lines.emplace_back(flag_names[i]);
    }
    for (const auto& text : finding_texts(findings.kept()))
        lines.push_back(text);
    return lines;
}

ReviewConfig flag_patterns(std::vector<std::string> patterns) {
    return {.flag_patterns = std::move(patterns), .fund_org_patterns = {}};
}

ReviewConfig fund_org_patterns(std::vector<std::string> patterns) {
    return {.flag_patterns = {}, .fund_org_patterns = std::move(patterns)};
}

const std::string pattern_help = " | review.flag_patterns holds such charges for a reviewer";

}  // namespace

TEST_CASE("a charge with an owner is not held", "[flags]") {
    CHECK(flagged(tagged_charge()).empty());
    CHECK(flagged(tagged_charge(), {}, BillingPeriod(2025, 1)).empty());
}

TEST_CASE("P3: FB401 to FB403: a charge without an owner is held for each thing missing",
          "[flags]") {
    TaggedCharge charge = tagged_charge();
    charge.own_tags = {};
    CHECK(flagged(charge) == Lines{"missing_pi_email", "missing_project_id", "missing_fund_org",
                                   "7 held FB401 Tags | no tag names the PI |  | the row names no "
                                   "resource; a reviewer has to say who pays",
                                   "7 held FB402 Tags | no tag names the project |  | the row "
                                   "names no resource; a reviewer has to say who pays",
                                   "7 held FB403 Tags | no tag names the fund/org |  | the row "
                                   "names no resource; a reviewer has to say who pays"});
}

TEST_CASE("the missing tag is named as configured, and so is the resource", "[flags]") {
    TaggedCharge charge = tagged_charge();
    charge.resource_id = "vm-1";
    charge.own_tags.attributes[index_of(Attribute::pi_email)] = {};
    Config config;
    config.tag_mapping.keys[index_of(Attribute::pi_email)] = {"Owner", "pi_email"};
    Findings findings;
    const auto flags = flag(charge, config, findings);
    CHECK(flags.has(Flag::missing_pi_email));
    CHECK(findings.kept().at(0).place.file == "a.csv");
    CHECK(finding_texts(findings.kept()) ==
          Lines{"7 held FB401 Tags | no tag names the PI |  | set the tag 'Owner' on the resource "
                "vm-1"});
}

TEST_CASE("FB404: a fund/org must match a whole pattern", "[flags]") {
    TaggedCharge charge = tagged_charge();
    CHECK(flagged(charge, fund_org_patterns({R"(\d{5}-[A-Z]+)"})).empty());
    CHECK(flagged(charge, fund_org_patterns({"X+", "12345.*"})).empty());
    CHECK(flagged(charge, fund_org_patterns({R"(\d{5})", "ORG"})) ==
          Lines{"invalid_fund_org", "7 held FB404 Tags | the fund/org has not the form of one | "
                                    "12345-ORG | review.fund_org_patterns asks for \\d{5} or ORG"});
    CHECK(flagged(charge, fund_org_patterns({"1|12345-ORG"})).empty());
    CHECK(flagged(charge, fund_org_patterns({"12345-ORG|2", "9"})).empty());
    CHECK(flagged(charge, fund_org_patterns({"12345|ORG"})).size() == 2);
    charge.own_tags.attributes[index_of(Attribute::fund_org)] = "12345-ORG\nx";
    CHECK(flagged(charge, fund_org_patterns({R"(\d{5}-[A-Z]+)"})).size() == 2);
}

TEST_CASE("a missing fund/org is not an invalid one too", "[flags]") {
    TaggedCharge charge = tagged_charge();
    charge.own_tags.attributes[index_of(Attribute::fund_org)] = {};
    CHECK(flagged(charge, fund_org_patterns({"X"})).front() == "missing_fund_org");
    CHECK(flagged(charge, fund_org_patterns({"X"})).size() == 2);
}

TEST_CASE("P3: FB405: tags that cannot be trusted hold the charge", "[flags]") {
    TaggedCharge charge = tagged_charge();
    charge.own_tags.fault = "the key 'a' occurs twice";
    CHECK(flagged(charge) == Lines{"invalid_tags",
                                   "7 held FB405 Tags | Tags cannot be trusted: the key 'a' occurs "
                                   "twice |  | write a JSON object: {\"pi_email\": "
                                   "\"ada@example.edu\"}"});
}

TEST_CASE("FB406: the pattern and the field that match are named", "[flags]") {
    TaggedCharge charge = tagged_charge();
    charge.service_name = "Amazon SageMaker";
    charge.resource_id = "vm-training-1";
    CHECK(flagged(charge, flag_patterns({"gpu", "(?i)sagemaker", "Amazon"})) ==
          Lines{"pattern_match", "7 held FB406 ServiceName | ServiceName matches the pattern "
                                 "(?i)sagemaker | Amazon SageMaker" +
                                     pattern_help});
    CHECK(flagged(charge, flag_patterns({"train"})) ==
          Lines{"pattern_match",
                "7 held FB406 ResourceId | ResourceId matches the pattern train | vm-training-1" +
                    pattern_help});
    CHECK(flagged(charge, flag_patterns({"^training"})).empty());
}

TEST_CASE("FB406: all texts of a charge are searched, tags too", "[flags]") {
    const auto field_of = [](const Charge& charge) {
        const auto lines = flagged(charge, flag_patterns({"secret"}));
        return lines.size() == 2 ? lines[1].substr(0, lines[1].find(" | ")) : "none";
    };
    TaggedCharge charge = tagged_charge();
    CHECK(field_of(charge) == "none");
    charge.own_tags.entries.push_back({"note", "a secret"});
    CHECK(field_of(charge) == "7 held FB406 Tags.note");
    charge.sub_account_name = "a secret";
    CHECK(field_of(charge) == "7 held FB406 SubAccountName");
    charge.charge_description = "a secret";
    CHECK(field_of(charge) == "7 held FB406 ChargeDescription");
    charge.resource_name = "a secret";
    CHECK(field_of(charge) == "7 held FB406 ResourceName");
    charge.resource_id = "a secret";
    CHECK(field_of(charge) == "7 held FB406 ResourceId");
    charge.service_name = "a secret";
    CHECK(field_of(charge) == "7 held FB406 ServiceName");
}

TEST_CASE("FB407: a row of another period than the one asked for", "[flags]") {
    CHECK(flagged(tagged_charge(), {}, BillingPeriod(2025, 2)) ==
          Lines{"period_mismatch",
                "7 held FB407 BillingPeriodStart | the row is of 2025-01, not of "
                "2025-02 |  | leave --period out if the file may hold other "
                "months"});
}

TEST_CASE("a charge can have several flags", "[flags]") {
    TaggedCharge charge = tagged_charge();
    charge.own_tags.fault = "they are no JSON object";
    charge.own_tags.attributes = {};
    charge.service_name = "x";
    const auto lines = flagged(charge, flag_patterns({"x"}), BillingPeriod(2024, 1));
    CHECK(lines.size() == 12);
}

TEST_CASE("a bad pattern is a broken promise", "[flags]") {
    Config config;
    config.review.flag_patterns = {"("};
    CHECK_THROWS_AS(ChargeFlagger(config, std::nullopt), std::logic_error);
}

TEST_CASE("P17: e-mail is compared trimmed and without case", "[flags]") {
    CHECK(comparable_email("A@x.edu") == comparable_email("a@x.edu "));
    CHECK(comparable_email(" \tAda.Lovelace@Example.EDU ") == "ada.lovelace@example.edu");
    CHECK(comparable_email("a b@x.edu") == "a b@x.edu");
    CHECK(comparable_email("a@x.edu") != comparable_email("b@x.edu"));
    TaggedCharge charge = tagged_charge();
    charge.own_tags.attributes[index_of(Attribute::pi_email)] = "A@x.edu ";
    CHECK(flagged(charge).empty());
    CHECK(charge.own_tags.attributes[index_of(Attribute::pi_email)] == "A@x.edu ");
}
