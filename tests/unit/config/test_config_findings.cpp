#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

std::string source(std::string_view lines) {
    return "imports:\n  known_sources:\n    - name: A\n      pattern: a\n" + std::string(lines);
}

const std::string replace_or_remove = "write a value, or remove the line if it is not needed";
const std::string source_keys = "name, pattern, fund_org, account_code, delivery, "
                                "credit_account_code, series, cost, defaults";
const std::string top_keys = "currency, database, output, imports, tag_mapping, attribution, "
                             "review, statements, journal, convert, logging";
const std::string in_quotes = "write the value on one line; put patterns in single quotes, because "
                              "in double quotes YAML reads \\b as a backspace";

}  // namespace

TEST_CASE("FB006: an unknown key with a near name", "[config]") {
    CHECK(findings("currancy: USD\n") ==
          Lines{"1:1 FB006 currancy | unknown key 'currancy' | currancy | did you mean "
                "'currency'?"});
    CHECK(findings(source("      acount_code: 5\n")) ==
          Lines{"5:7 FB006 imports.known_sources[0].acount_code | unknown key 'acount_code' | "
                "acount_code | did you mean 'account_code'?"});
    CHECK(findings("tag_mapping:\n  PI_Email: x\n") ==
          Lines{"2:3 FB006 tag_mapping.PI_Email | unknown key 'PI_Email' | PI_Email | did you mean "
                "'pi_email'?"});
}

TEST_CASE("FB006: a key in the wrong section", "[config]") {
    CHECK(findings("known_sources: []\n") ==
          Lines{"1:1 FB006 known_sources | unknown key 'known_sources' | known_sources | "
                "'known_sources' belongs under imports"});
    CHECK(findings("fund_org: x\n") ==
          Lines{"1:1 FB006 fund_org | unknown key 'fund_org' | fund_org | 'fund_org' belongs in an "
                "entry of imports.known_sources, or under tag_mapping"});
    CHECK(findings("logging:\n  currency: USD\n") ==
          Lines{"2:3 FB006 logging.currency | unknown key 'currency' | currency | 'currency' "
                "belongs at the top level, without indentation"});
}

TEST_CASE("FB006: an unknown key like no other", "[config]") {
    CHECK(findings("output:\n  colour: red\n") ==
          Lines{"2:3 FB006 output.colour | unknown key 'colour' | colour | keys here: directory"});
    CHECK(findings("<<: {}\n") == Lines{"1:1 FB006 << | unknown key '<<' | << | merge keys are not "
                                        "read: write the keys out"});
    CHECK(findings("\"a\\nb\": x\n") ==
          Lines{"1:1 FB006 a\\x0Ab | unknown key 'a\\x0Ab' | a\\x0Ab | keys here: " + top_keys});
}

TEST_CASE("FB007: a key given twice", "[config]") {
    CHECK(findings("currency: USD\n\ncurrency: USD\n") ==
          Lines{"3:1 FB007 currency | key 'currency' is given twice, first on line 1 | currency | "
                "keep one of the two"});
    CHECK(findings(source("      name: B\n")) ==
          Lines{"5:7 FB007 imports.known_sources[0].name | key 'name' is given twice, first on "
                "line 3 | name | keep one of the two"});
}

TEST_CASE("FB008: another type is wanted", "[config]") {
    CHECK(findings("database: foo.db\n") ==
          Lines{"1:11 FB008 database | database must be a group of keys, not a text | foo.db | "
                "write 'key: value' lines below it, indented; keys: path"});
    CHECK(findings("- currency: USD\n") ==
          Lines{"1:1 FB008  | the configuration must be a group of keys, not a list |  | write "
                "'key: value' lines; keys: " +
                top_keys});
    CHECK(findings("currency\n") ==
          Lines{"1:1 FB008  | the configuration must be a group of keys, not a text | currency | "
                "write 'key: value' lines; keys: " +
                top_keys});
    CHECK(findings("imports:\n  known_sources:\n    name: A\n") ==
          Lines{"3:5 FB008 imports.known_sources | imports.known_sources must be a list, not a "
                "group of keys |  | write each entry on a line of its own, after '- '"});
    CHECK(findings("review:\n  flag_patterns: training\n") ==
          Lines{"2:18 FB008 review.flag_patterns | review.flag_patterns must be a list, not a text "
                "| training | write each entry on a line of its own, after '- '"});
    CHECK(findings("currency: [USD]\n") ==
          Lines{"1:11 FB008 currency | currency must be a text, not a list |  | write one value "
                "after the colon; put a value that begins with [ or { in single quotes"});
    CHECK(findings("tag_mapping:\n  pi_email: [a, {b: c}]\n") ==
          Lines{"2:17 FB008 tag_mapping.pi_email[1] | tag_mapping.pi_email[1] must be a text, not "
                "a group of keys |  | write one value after the colon; put a value that begins "
                "with [ or { in single quotes"});
    CHECK(findings("imports:\n  known_sources: [AWS]\n") ==
          Lines{"2:19 FB008 imports.known_sources[0] | imports.known_sources[0] must be a group of "
                "keys, not a text | AWS | write 'key: value' lines below it, indented; keys: " +
                source_keys});
}

TEST_CASE("FB008: a key that is no text", "[config]") {
    CHECK(findings("output:\n  [a]: b\n") ==
          Lines{"2:3 FB008 output | a key must be a text, not a list |  | keys here: directory"});
    CHECK(findings("output:\n  : b\n") ==
          Lines{"2:3 FB008 output | a key must be a text, not empty |  | keys here: directory"});
}

TEST_CASE("FB009: a source without name or pattern", "[config]") {
    CHECK(findings("imports:\n  known_sources:\n    - fund_org: x\n") ==
          Lines{"3:7 FB009 imports.known_sources[0].name | a known source has no name |  | add a "
                "line such as: name: AWS",
                "3:7 FB009 imports.known_sources[0].pattern | a known source has no pattern |  | "
                "add a line such as: pattern: aws"});
}

TEST_CASE("FB010: nothing where a value must be", "[config]") {
    CHECK(findings("currency:\ndatabase:\n  path: ' '\n") ==
          Lines{"1:1 FB010 currency | currency has no value |  | " + replace_or_remove,
                "3:9 FB010 database.path | database.path is empty |  | " + replace_or_remove});
    CHECK(findings("imports:\n  known_sources:\n    - name: ''\n      pattern: ~\n    -\n") ==
          Lines{"3:13 FB010 imports.known_sources[0].name | imports.known_sources[0].name is empty "
                "|  | " +
                    replace_or_remove,
                "4:7 FB010 imports.known_sources[0].pattern | imports.known_sources[0].pattern has "
                "no value |  | " +
                    replace_or_remove,
                "5:5 FB010 imports.known_sources[1] | imports.known_sources[1] is empty |  | write "
                "at least a name and a pattern, or remove the line"});
    CHECK(findings("review:\n  flag_patterns:\n    - ''\n    -\n    # none\n    - null\n") ==
          Lines{"3:7 FB010 review.flag_patterns[0] | review.flag_patterns[0] is empty |  | " +
                    replace_or_remove,
                "4:5 FB010 review.flag_patterns[1] | review.flag_patterns[1] has no value |  | " +
                    replace_or_remove,
                "6:7 FB010 review.flag_patterns[2] | review.flag_patterns[2] has no value |  | " +
                    replace_or_remove});
}

TEST_CASE("FB011: a word that is not one of the choices", "[config]") {
    CHECK(findings(source("      delivery: snapshots\n      cost: list\n")) ==
          Lines{"5:17 FB011 imports.known_sources[0].delivery | 'snapshots' is no value of "
                "imports.known_sources[0].delivery | snapshots | did you mean 'snapshot'? Values: "
                "snapshot, append",
                "6:13 FB011 imports.known_sources[0].cost | 'list' is no value of "
                "imports.known_sources[0].cost | list | write one of: billed, effective"});
    CHECK(findings("logging:\n  level: INFO\n  format: xml\n") ==
          Lines{"2:10 FB011 logging.level | 'INFO' is no value of logging.level | INFO | did you "
                "mean 'info'? Values: debug, info, warning, error, off",
                "3:11 FB011 logging.format | 'xml' is no value of logging.format | xml | write one "
                "of: text, json"});
}

TEST_CASE("FB012: a pattern that RE2 refuses, in its own words", "[config]") {
    const std::string help =
        "mend it; the syntax is that of RE2, without look-around and back-references";
    CHECK(findings("review:\n  flag_patterns: ['ok', '(abc']\n  fund_org_patterns: ['(?=x)']\n") ==
          Lines{"2:25 FB012 review.flag_patterns[1] | review.flag_patterns[1] is no regular "
                "expression: missing ): (abc | (abc | " +
                    help,
                "3:23 FB012 review.fund_org_patterns[0] | review.fund_org_patterns[0] is no "
                "regular expression: invalid perl operator: (?= | (?=x) | " +
                    help});
    CHECK(findings(source("      series: '[z-a](b)'\n")) ==
          Lines{"5:15 FB012 imports.known_sources[0].series | imports.known_sources[0].series is "
                "no regular expression: invalid character class range: z-a | [z-a](b) | " +
                help});
}

TEST_CASE("FB013: a series has exactly one group", "[config]") {
    const std::string help = "put the part of the file name that tells series apart in "
                             "parentheses, as in 'aws-(\\d{12})'; a group that does not count is "
                             "written (?:...)";
    CHECK(findings(source("      series: 'aws'\n")) ==
          Lines{"5:15 FB013 imports.known_sources[0].series | imports.known_sources[0].series must "
                "have one group in parentheses, and has 0 | aws | " +
                help});
    CHECK(findings(source("      series: '(a)(b)'\n")) ==
          Lines{"5:15 FB013 imports.known_sources[0].series | imports.known_sources[0].series must "
                "have one group in parentheses, and has 2 | (a)(b) | " +
                help});
    CHECK(findings(source("      series: '(?:a)(b)'\n")) == Lines{});
}

TEST_CASE("FB014: a currency that is none", "[config]") {
    CHECK(findings("currency: usd\n") ==
          Lines{"1:11 FB014 currency | a currency code is written in capital letters | usd | write "
                "USD"});
    for (const std::string code : {"Dollar", "DEM", "XAU", "US", "US$"}) {
        CHECK(findings("currency: " + code + "\n") ==
              Lines{"1:11 FB014 currency | the currency is not an active ISO 4217 code | " + code +
                    " | write three capital letters, such as USD, EUR or JPY"});
    }
}

TEST_CASE("FB015: an environment variable that is not set", "[config]") {
    CHECK(findings("database:\n  path: ${DATA_DIR}/${NAME}-${DATA_DIR}.db\n") ==
          Lines{"2:9 FB015 database.path | environment variable 'DATA_DIR' is not set | "
                "${DATA_DIR}/${NAME}-${DATA_DIR}.db | set DATA_DIR before the program starts, or "
                "write $${ for a plain '${'",
                "2:9 FB015 database.path | environment variable 'NAME' is not set | "
                "${DATA_DIR}/${NAME}-${DATA_DIR}.db | set NAME before the program starts, or write "
                "$${ for a plain '${'"});
}

TEST_CASE("FB016: a reference that cannot be read", "[config]") {
    for (const std::string value : {"${", "a${}", "${1X}", "${A B}", "${HOME_DIR", "${A:-b}"}) {
        CHECK(findings("database:\n  path: '" + value + "'\n") ==
              Lines{"2:9 FB016 database.path | '${' without a variable name and a closing '}' | " +
                    value + " | write ${NAME} for an environment variable, $${ for a plain '${'"});
    }
}

TEST_CASE("FB017: two sources alike", "[config]") {
    CHECK(findings("imports:\n  known_sources:\n    - {name: AWS, pattern: a}\n"
                   "    - {name: Azure, pattern: b}\n    - {name: aws, pattern: B}\n") ==
          Lines{"5:14 FB017 imports.known_sources[2].name | two known sources have the same name, "
                "on line 3 and line 5 | aws | give each source a name of its own (case does not "
                "count)",
                "5:28 FB017 imports.known_sources[2].pattern | two known sources have the same "
                "pattern, on line 4 and line 5 | B | give each source a pattern of its own (case "
                "does not count)"});
}

TEST_CASE("FB018: a value that is not plain text", "[config]") {
    CHECK(findings("review:\n  flag_patterns: [\"\\btraining\\b\"]\n") ==
          Lines{"2:19 FB018 review.flag_patterns[0] | review.flag_patterns[0] has a control "
                "character U+0008 | \\x08training\\x08 | " +
                in_quotes});
    CHECK(findings("database:\n  path: |\n    a\n    b\n") ==
          Lines{"2:9 FB018 database.path | database.path has a control character U+000A | "
                "a\\x0Ab | " +
                in_quotes});
    CHECK(
        findings("database:\n  path: \"a\\0\"\n") ==
        Lines{"2:9 FB018 database.path | database.path has a control character U+0000 | a\\x00 | " +
              in_quotes});
    CHECK(findings("database:\n  path: ${LATIN}\n") ==
          Lines{"2:9 FB018 database.path | database.path is not UTF-8 text: byte 0xE9 | caf\\xE9 | "
                "give the "
                "environment variable a value in UTF-8"});
}

TEST_CASE("all findings come in one go, in the order of the file", "[config]") {
    const auto found = findings("logging:\n  level: loud\nreview: x\ncurrency: usd\n"
                                "output: {directory: ''}\nnonsense: 1\ndatabase: [a]\n");
    CHECK(found.size() == 6);
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
        CHECK(std::stoi(found[i]) <= std::stoi(found[i + 1]));
    }
}

TEST_CASE("columns count characters, not bytes", "[config]") {
    CHECK(findings("tag_mapping: {pi_email: \xC3\xA9\xC3\xA9, \xC3\xBC: x}\n") ==
          Lines{"1:29 FB006 tag_mapping.\xC3\xBC | unknown key '\xC3\xBC' | \xC3\xBC | keys here: "
                "pi_email, project_id, fund_org, cost_center, account_code, reference_1, "
                "reference_2, end_date, reconciliation_end"});
}

TEST_CASE("a finding names the file and is an error", "[config]") {
    const auto loaded = load_config("x: 1", "/etc/site.yaml", nullptr);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].place.file == "/etc/site.yaml");
    CHECK(loaded.diagnostics[0].severity == Severity::error);
}

TEST_CASE("long and unprintable values are cut and escaped in findings", "[config]") {
    const auto found = findings("currency: " + std::string(5000, 'x') + "\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0] == "1:11 FB014 currency | the currency is not an active ISO 4217 code | " +
                          std::string(100, 'x') +
                          "... | write three capital letters, such as USD, EUR or JPY");
}
