#include "focus_billing/config/read_journal.hpp"

#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

JournalConfig read(const std::string& yaml, const std::string& file = "site.yaml") {
    const LoadedConfig loaded = load_config("journal:\n" + yaml, file, small_environment);
    CHECK(described(loaded.diagnostics) == Lines{});
    return loaded.config.journal;
}

Lines found(const std::string& yaml) {
    return findings("journal:\n" + yaml);
}

}  // namespace

TEST_CASE("journals have defaults", "[config]") {
    CHECK(read("") == JournalConfig{});
    CHECK(read("  lines:\n  values:\n  fund_org_regex:\n") == JournalConfig{});
}

TEST_CASE("every key of journal is read", "[config]") {
    const auto journal = read(R"(
  format: banner
  layouts: layouts
  default_account: "54000"
  fund_org_regex: '(?P<fund>\d+)-(?P<orgn>\d+)'
  account_code_regex: ['\d{5}', 'X\d']
  lines: [statement, pi_email]
  description: "{source} {statement}"
  credit_description: ''
  fiscal_year_start: 7
  fiscal_year_named_by: start
  values: {coas_code: U, empty: ''}
)",
                              "/etc/billing/site.yaml");
    CHECK(journal.format == "banner");
    CHECK(journal.layouts_directory == "/etc/billing/layouts");
    CHECK(journal.default_account == "54000");
    CHECK(journal.fund_org_regexes == Lines{R"((?P<fund>\d+)-(?P<orgn>\d+))"});
    CHECK(journal.account_code_regexes == Lines{R"(\d{5})", R"(X\d)"});
    CHECK(journal.lines == std::vector<LinePart>{LinePart::pi_email, LinePart::statement});
    CHECK(journal.description == "{source} {statement}");
    CHECK(journal.credit_description.empty());
    CHECK(journal.fiscal_year_start == 7);
    CHECK_FALSE(journal.fiscal_year_by_end);
    CHECK(journal.values == std::map<std::string, std::string>{{"coas_code", "U"}, {"empty", ""}});
    CHECK(named_groups(journal.fund_org_regexes) == Lines{"fund", "orgn"});
}

TEST_CASE("FB047: a name that a placeholder has", "[config]") {
    CHECK(found("  fund_org_regex: '(?P<account>x)'\n") ==
          Lines{"2:19 FB047 journal.fund_org_regex | journal.fund_org_regex has a group with the "
                "name of a placeholder | account | give the group another name, such as fund, orgn "
                "or program"});
    CHECK(found("  values: {Chart: x, line: y}\n").size() == 2);
    CHECK(found("  values: {line: y}\n") ==
          Lines{"2:12 FB047 journal.values.line | a value of layouts cannot have this name | line "
                "| use a name of the layout's 'values': 'focus-billing journals layouts show NAME' "
                "shows them"});
}

TEST_CASE("FB048: a description with a placeholder that is none", "[config]") {
    CHECK(found("  description: '{pi}'\n") ==
          Lines{"2:16 FB048 journal.description | journal.description has an unknown placeholder | "
                "pi | use one of {source}, {period}, {fund_org}, {pi_email}, {project_id}, "
                "{cost_center}, {reference_1}, {reference_2}, {statement}, {account}, "
                "{fiscal_year}, {fiscal_period}"});
    CHECK(found("  credit_description: '{source'\n") ==
          Lines{"2:23 FB048 journal.credit_description | journal.credit_description has a '{' that "
                "is never closed | {source | write {source} for the source; {{ is a brace"});
    CHECK(found("  description: '{tag:Owner}'\n").size() == 1);
}

TEST_CASE("other values that journal cannot have", "[config]") {
    CHECK(found("  fiscal_year_start: 13\n").size() == 1);
    CHECK(found("  lines: [fund_org]\n").size() == 1);
    CHECK(found("  fund_org_regex: '('\n").size() == 1);
    CHECK(found("  fiscal_year_named_by: both\n").size() == 1);
}
