#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

const std::string sources = "imports:\n"
                            "  known_sources: [{name: AWS, pattern: aws}]\n";

/// A rule whose lines begin on line 5.
std::string rule_with(const std::string& lines) {
    return sources + "attribution:\n  rules:\n" + lines;
}

const std::string named = "  - name: r\n";
const std::string on_tax = "    match: {charge_category: Tax}\n";
const std::string sets_fund = "    set: {fund_org: f}\n";

AttributionConfig attribution(const std::string& yaml) {
    const auto loaded = load_config(yaml, "etc/site.yaml", small_environment);
    CHECK(described(loaded.diagnostics) == Lines{});
    return loaded.config.attribution;
}

}  // namespace

TEST_CASE("a rule with all that it can have", "[config]") {
    const auto found = attribution(rule_with(R"(  - name: support
    valid_from: 2025-01-01
    valid_until: 2025-01-31
    match:
      source: [aws, "A*"]
      service_name: "AWS Support*"
      resource_id: {regex: '^vm-(?P<project>[a-z]+)'}
      resource_name: {exact: 'a*b'}
      invoice_id: ""
      tags: {Environment: prod, "user:Team": [{regex: 'x'}, y]}
    set: {pi_email: "{project}@example.edu", fund_org: "{tag:FundOrg}-${FUND}"}
    override: true
)"));
    REQUIRE(found.rules.size() == 1);
    const AttributionRule& rule = found.rules[0];
    CHECK(rule.name == "support");
    CHECK(rule.valid_from == Instant{1'735'689'600, 0});
    CHECK(rule.valid_until == Instant{1'735'689'600 + 31 * 86'400, 0});
    CHECK(rule.overrides_tags);
    CHECK(rule.set[index_of(Attribute::pi_email)] == "{project}@example.edu");
    CHECK(rule.set[index_of(Attribute::fund_org)] == "{tag:FundOrg}-123456-2345");
    using enum TextMatch::Kind;
    CHECK(rule.conditions == std::vector<RuleCondition>{
                                 {RuleField::source, "", {{exact, "aws"}, {glob, "A*"}}},
                                 {RuleField::resource_id, "", {{regex, "^vm-(?P<project>[a-z]+)"}}},
                                 {RuleField::resource_name, "", {{exact, "a*b"}}},
                                 {RuleField::service_name, "", {{glob, "AWS Support*"}}},
                                 {RuleField::invoice_id, "", {{exact, ""}}},
                                 {std::nullopt, "Environment", {{exact, "prod"}}},
                                 {std::nullopt, "user:Team", {{regex, "x"}, {exact, "y"}}}});
}

TEST_CASE("aliases are kept as they are compared, paths as they are resolved", "[config]") {
    const auto found = attribution("attribution:\n"
                                   "  aliases: {Old@X.edu: New@x.edu}\n"
                                   "  directory: {projects: p.csv, people: /a/people.csv}\n");
    CHECK(found.aliases == std::map<std::string, std::string>{{"old@x.edu", "new@x.edu"}});
    CHECK(found.projects_file == "etc/p.csv");
    CHECK(found.people_file == "/a/people.csv");
    CHECK(found.fund_orgs_file.empty());
}

TEST_CASE("a source has defaults, and account codes have a form", "[config]") {
    const auto loaded =
        load_config("imports:\n  known_sources:\n    - {name: A, pattern: a, defaults: {pi_email: "
                    "a@x, cost_center: cc}}\nreview: {account_code_patterns: ['\\d+']}\n",
                    "site.yaml", small_environment);
    CHECK(described(loaded.diagnostics) == Lines{});
    const auto& defaults = loaded.config.known_sources.at(0).defaults;
    CHECK(defaults[index_of(Attribute::pi_email)] == "a@x");
    CHECK(defaults[index_of(Attribute::cost_center)] == "cc");
    CHECK(loaded.config.review.account_code_patterns == Lines{"\\d+"});
}

TEST_CASE("FB009: a rule lacks what it needs", "[config]") {
    CHECK(findings(rule_with("  - override: false\n")) ==
          Lines{"5:5 FB009 attribution.rules[0].name | a rule has no name |  | add a line such as: "
                "name: support-fees",
                "5:5 FB009 attribution.rules[0].match | a rule has no match |  | add a line such "
                "as: match: {service_name: \"AWS Support*\"}",
                "5:5 FB009 attribution.rules[0].set | a rule has no set |  | add a line such as: "
                "set: {pi_email: ada@example.edu}"});
}

TEST_CASE("FB010: a rule without conditions, or that sets nothing", "[config]") {
    CHECK(findings(rule_with(named + "    match: {}\n    set: {}\n")) ==
          Lines{"6:12 FB010 attribution.rules[0].match | attribution.rules[0].match has no "
                "condition |  | add a line such as: service_name: \"AWS Support*\"",
                "7:10 FB010 attribution.rules[0].set | attribution.rules[0].set sets nothing |  | "
                "add a line such as: pi_email: ada@example.edu"});
    CHECK(findings(rule_with(named + "    match: {tags: {}}\n" + sets_fund)).size() == 1);
    CHECK(findings(rule_with(named + "    match: {currency: []}\n" + sets_fund)) ==
          Lines{"6:23 FB010 attribution.rules[0].match.currency | "
                "attribution.rules[0].match.currency is empty |  | write a text, or remove the "
                "line"});
    CHECK(findings(rule_with("  -\n")) ==
          Lines{"5:3 FB010 attribution.rules[0] | attribution.rules[0] is empty |  | write at "
                "least name, match and set, or remove the line"});
}

TEST_CASE("FB008: a text to match in an unknown form", "[config]") {
    CHECK(findings(rule_with(named + "    match: {currency: {}}\n" + sets_fund)) ==
          Lines{"6:23 FB008 attribution.rules[0].match.currency | "
                "attribution.rules[0].match.currency needs one of regex and exact |  | write "
                "{regex: '^vm-'}, {exact: 'a*b'}, or a plain text"});
    CHECK(findings("attribution: {aliases: x}\n") ==
          Lines{"1:24 FB008 attribution.aliases | attribution.aliases must be a group of keys, not "
                "a text | x | write 'key: value' lines below it, indented"});
}

TEST_CASE("FB011: override is true or false", "[config]") {
    CHECK(findings(rule_with(named + on_tax + sets_fund + "    override: yes\n")) ==
          Lines{"8:15 FB011 attribution.rules[0].override | 'yes' is no value of "
                "attribution.rules[0].override | yes | write one of: true, false"});
}

TEST_CASE("FB012: patterns that cannot be read", "[config]") {
    CHECK(findings(rule_with(named + "    match: {currency: {regex: '('}, region_id: '[b-a]'}\n" +
                             sets_fund)) ==
          Lines{"6:31 FB012 attribution.rules[0].match.currency.regex | "
                "attribution.rules[0].match.currency.regex is no regular expression: missing ): ( "
                "| ( | mend it; the syntax is that of RE2, without look-around and "
                "back-references"});
}

TEST_CASE("FB040: placeholders that nothing fills", "[config]") {
    const auto setting = [](const std::string& value) {
        return findings(rule_with(named +
                                  "    match: {currency: {regex: '(?P<project>x)'}}\n"
                                  "    set: {fund_org: '" +
                                  value + "'}\n"));
    };
    CHECK(setting("{project}{{}{tag:a}").empty());
    CHECK(setting("{projekt}") ==
          Lines{"7:21 FB040 attribution.rules[0].set.fund_org | no expression of this rule has the "
                "group 'projekt' | {projekt} | did you mean '{project}'?"});
    CHECK(setting("{owner}") ==
          Lines{"7:21 FB040 attribution.rules[0].set.fund_org | no expression of this rule has the "
                "group 'owner' | {owner} | a group is written (?P<owner>...) in a regex of match, "
                "a tag {tag:KEY}"});
    CHECK(setting("a{b") ==
          Lines{"7:21 FB040 attribution.rules[0].set.fund_org | attribution.rules[0].set.fund_org "
                "has a '{' that is never closed | a{b | write {name} for a group, {tag:KEY} for a "
                "tag, {{ for a brace"});
    CHECK(setting("{}").size() == 1);
}

TEST_CASE("FB041: a group in two expressions", "[config]") {
    CHECK(findings(rule_with(named +
                             "    match: {currency: {regex: '(?P<a>x)'}, region_id: {regex: "
                             "'(?P<a>y)'}}\n" +
                             sets_fund)) ==
          Lines{"6:31 FB041 attribution.rules[0].match.currency.regex | the group 'a' is in "
                "attribution.rules[0].match.region_id.regex too | (?P<a>x) | give each group of a "
                "rule a name of its own"});
}

TEST_CASE("FB042: a source that is not known", "[config]") {
    CHECK(findings(rule_with(named + "    match: {source: awz}\n" + sets_fund)) ==
          Lines{"6:21 FB042 attribution.rules[0].match.source | no known source has this name | "
                "awz | did you mean 'AWS'?"});
    CHECK(findings(rule_with(named + "    match: {source: Slurm}\n" + sets_fund)) ==
          Lines{"6:21 FB042 attribution.rules[0].match.source | no known source has this name | "
                "Slurm | known sources: AWS"});
}

TEST_CASE("FB043: dates of rules", "[config]") {
    CHECK(findings(rule_with(named + "    valid_from: 1.1.2025\n" + on_tax + sets_fund)) ==
          Lines{"6:17 FB043 attribution.rules[0].valid_from | attribution.rules[0].valid_from is "
                "no date | 1.1.2025 | write it as YYYY-MM-DD: 2025-06-30"});
    CHECK(findings(rule_with(named + "    valid_from: 2025-01-02\n    valid_until: 2025-01-01\n" +
                             on_tax + sets_fund)) ==
          Lines{"7:18 FB043 attribution.rules[0].valid_until | valid_until is before valid_from | "
                "2025-01-01 | valid_until is the last day: mend one of the two"});
}

TEST_CASE("FB044: two rules of one name", "[config]") {
    CHECK(findings(rule_with(named + on_tax + sets_fund + "  - name: R\n" + on_tax + sets_fund)) ==
          Lines{"8:11 FB044 attribution.rules[1].name | two rules have the same name, on line 5 "
                "and line 8 | R | give each rule a name of its own (case does not count)"});
}

TEST_CASE("FB045: an alias of an alias", "[config]") {
    CHECK(findings("attribution:\n  aliases: {a@x: b@x, b@x: c@x}\n") ==
          Lines{"2:18 FB045 attribution.aliases.a@x | b@x is an alias itself | b@x | write the "
                "address that it means: c@x"});
    CHECK(findings("attribution:\n  aliases: {a@x: A@x}\n") ==
          Lines{"2:18 FB045 attribution.aliases.a@x | a@x is an alias itself | a@x | remove the "
                "line"});
}

TEST_CASE("FB018: a key has one line", "[config]") {
    CHECK(findings("attribution:\n  aliases: {\"a\\n@x\": b@x}\n") ==
          Lines{"2:13 FB018 attribution.aliases.a\\x0A@x | attribution.aliases has a key with a "
                "control character U+000A | a\\x0A@x | write the key on one line"});
}

TEST_CASE("FB046: no e-mail address", "[config]") {
    CHECK(findings("attribution:\n  aliases: {ada: b@x}\n") ==
          Lines{"2:13 FB046 attribution.aliases.ada | attribution.aliases.ada is no e-mail address "
                "| ada | write an address such as ada@example.edu"});
    CHECK(findings(rule_with(named + on_tax + "    set: {pi_email: ada}\n")).size() == 1);
    CHECK(findings(rule_with(named + on_tax + "    set: {pi_email: '{tag:Owner}'}\n")).empty());
    CHECK(findings("imports:\n  known_sources: [{name: A, pattern: a, defaults: {pi_email: "
                   "ada}}]\n")
              .size() == 1);
}
