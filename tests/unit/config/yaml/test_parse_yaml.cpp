#include "config/yaml/parse_yaml.hpp"

#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

const std::string single_quotes_escape =
    "put patterns and other texts with a backslash in single quotes";

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

}  // namespace

TEST_CASE("FB002: a configuration that is not UTF-8 text", "[config]") {
    CHECK(findings("# caf\xE9\n") ==
          Lines{"1:6 FB002  | the configuration is not UTF-8 text | byte 0xE9 | save the file with "
                "the encoding UTF-8"});
    CHECK(findings(std::string_view("currency:\0 USD", 14)) ==
          Lines{"1:10 FB002  | the configuration has a control character | control character "
                "U+0000 | remove it; if the file is full of them, save it as UTF-8 text"});
    CHECK(findings("a: 1\n\xC3\xA9\x04\n") ==
          Lines{"2:2 FB002  | the configuration has a control character | control character U+0004 "
                "| remove it; if the file is full of them, save it as UTF-8 text"});
    CHECK(findings("\xFF\xFE"
                   "c") ==
          Lines{"1:1 FB002  | the configuration is not UTF-8 text | byte 0xFF | save the file with "
                "the encoding UTF-8"});
}

TEST_CASE("FB003: indentation", "[config]") {
    CHECK(findings("database:\n  path: 1\n c: 2\n") ==
          Lines{"3:2 FB003  | this line does not fit the lines above it | c: 2 | write 'key: "
                "value', indented with as many spaces as the other keys of the same part"});
    CHECK(findings("database:\n\tpath: 1\n") ==
          Lines{"2:6 FB003  | a tab cannot indent a line | path: 1 | indent with spaces"});
    CHECK(findings("review:\n  flag_patterns:\n    - a\n    b: c\n") ==
          Lines{"4:5 FB003  | this line does not fit the lines above it | b: c | write 'key: "
                "value', indented with as many spaces as the other keys of the same part"});
    CHECK(findings("review:\n  flag_patterns:\n    - 'a'\n      'b'\n") ==
          Lines{"4:7 FB003  | this line is no entry of the list above it | 'b' | begin each entry "
                "with '- ', indented with the same number of spaces"});
    CHECK(findings("currency: USD\n  path: x\n") ==
          Lines{"2:7 FB003  | a ':' cannot stand here | path: x | put a value that contains ': ' "
                "in single quotes, and check the indentation"});
}

TEST_CASE("FB003: values that need quotes", "[config]") {
    CHECK(findings("a: b: c\n") ==
          Lines{"1:5 FB003  | a ':' cannot stand here | a: b: c | put a value that contains ': ' "
                "in single quotes, and check the indentation"});
    for (const std::string value : {"*aws*", "*.csv"}) {
        CHECK(findings("pattern: " + value) ==
              Lines{"1:10 FB003  | a '*' begins an alias, and there is no anchor of that name | "
                    "pattern: " +
                    value +
                    " | put a value that begins with '*' in single quotes, as in pattern: "
                    "'*aws*'"});
    }
    CHECK(findings("pattern: *") ==
          Lines{"1:11 FB003  | a '*' begins an alias, and no name follows | pattern: * | put a "
                "value that begins with '*' in single quotes, as in pattern: '*aws*'"});
    CHECK(findings("pattern: [ab]*.csv\n") ==
          Lines{"1:14 FB003  | the value ended before this text | pattern: [ab]*.csv | put the "
                "whole value in single quotes; inside them write '' for one quote"});
    CHECK(findings("a:\n  - 'b' c\n") ==
          Lines{"2:9 FB003  | the value ended before this text | - 'b' c | put the whole value in "
                "single quotes; inside them write '' for one quote"});
    CHECK(findings("a: 'it's'\n") ==
          Lines{"1:8 FB003  | the value ended before this text | a: 'it's' | put the whole value "
                "in single quotes; inside them write '' for one quote"});
    CHECK(findings("a: @x\n") == Lines{"1:4 FB003  | a value cannot begin with this character | a: "
                                       "@x | put it in single quotes"});
    CHECK(findings("a: &\n") == Lines{"1:5 FB003  | a '&' begins an anchor, and no name follows | "
                                      "a: & | put a value that begins with '&' in single quotes"});
    CHECK(findings("a: - b\n") ==
          Lines{"1:4 FB003  | a '-' cannot stand here | a: - b | write each entry of a list on a "
                "line of its own, or put the value in single quotes"});
    CHECK(findings("a: ? b\n") == Lines{"1:4 FB003  | a '?' cannot stand here | a: ? b | put a "
                                        "value that begins with '? ' in single quotes"});
    CHECK(findings("a: }\n") ==
          Lines{"1:4 FB003  | a closing bracket without an opening one | a: } | put a value that "
                "contains brackets in single quotes"});
}

TEST_CASE("FB003: escapes in double quotes", "[config]") {
    for (const std::string value : {"\"\\d\"", "\"\\x1\"", "\"\\ud800\""}) {
        const auto found = findings("\xC3\xA9: " + value + "\n");
        REQUIRE(found.size() == 1);
        CHECK(found[0].ends_with(" | "
                                 "\xC3\xA9: " +
                                 value + " | " + single_quotes_escape));
    }
    CHECK(findings("\xC3\xA9: \"\\d\"\n") ==
          Lines{"1:7 FB003  | not an escape of a text in double quotes | \xC3\xA9: \"\\d\" | " +
                single_quotes_escape});
    CHECK(findings("a: \"\\ud800\"\n") ==
          Lines{"1:11 FB003  | an escape that stands for no character | a: \"\\ud800\" | " +
                single_quotes_escape});
}

TEST_CASE("FB003: what is never closed", "[config]") {
    for (const std::string quote : {"\"", "'"}) {
        CHECK(findings("currency: " + quote + "USD\noutput:\n  directory: x\n\n") ==
              Lines{"3:15 FB003  | a text in quotes is not closed before the file ends | "
                    "directory: x | write the closing quote; the opening one is on this line or "
                    "above it"});
    }
    CHECK(findings("a: [1, 2\n") ==
          Lines{"1:9 FB003  | an opening '[' is never closed | a: [1, 2 | close it with ']', or "
                "put the value in single quotes"});
    CHECK(findings("a: {b: 1\n") ==
          Lines{"1:9 FB003  | an opening '{' is never closed | a: {b: 1 | close it with '}', or "
                "put the value in single quotes"});
}

TEST_CASE("FB003: anything else in yaml-cpp's words", "[config]") {
    CHECK(findings("%YAML 9.0\n---\na: 1\n") ==
          Lines{"1:1 FB003  | not valid YAML: YAML major version too large | %YAML 9.0 | check the "
                "indentation and the quotes of this line and of the one before"});
}

TEST_CASE("FB004: a second document", "[config]") {
    const std::string help = "keep one document: remove the line '---', or check the indentation";
    CHECK(findings("currency: USD\n---\ncurrency: EUR\n") ==
          Lines{"2:1 FB004  | a second YAML document begins here |  | " + help});
    CHECK(findings("- a\nb: c\n") ==
          Lines{"2:1 FB004  | a second YAML document begins here |  | " + help});
    CHECK(findings("currency: USD\n...\n") == Lines{});
}

TEST_CASE("FB005: size, depth and expansion have limits", "[config]") {
    const std::string file_help = "check that this is the right file";
    CHECK(findings(std::string(max_yaml_bytes + 1, '#')) ==
          Lines{"0:0 FB005  | the configuration is larger than 1 MiB | 1048577 bytes | " +
                file_help});
    CHECK(findings(std::string(max_yaml_bytes, '#')) == Lines{});
    for (const std::string opening : {"[", "- ", "? "}) {
        const auto found = findings(repeated(opening, 200'000 / opening.size()));
        REQUIRE(found.size() == 1);
        CHECK(found[0].ends_with(
            " FB005  | the configuration is nested deeper than 64 levels |  | " + file_help));
    }
    CHECK(findings("[" + repeated("a,", 100'001) + "]") ==
          Lines{"1:200000 FB005  | the configuration has more than 100,000 values |  | check that "
                "this is the right file; each alias counts as what it stands for"});
}

TEST_CASE("FB005: aliases that multiply are refused", "[config]") {
    std::string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
        const std::string alias = "*a" + std::to_string(i - 1);
        yaml += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" +
                repeated(alias + ", ", 9) + alias + "]\n";
    }
    CHECK(findings(yaml) ==
          Lines{"5:55 FB005  | the configuration has more than 100,000 values |  | check that this "
                "is the right file; each alias counts as what it stands for"});
}

TEST_CASE("FB005: long texts count when aliases repeat them", "[config]") {
    const std::string text(100'000, 'x');
    const auto found = findings("a: &a " + text + "\nb: [" + repeated("*a, ", 1000) + "]\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].find("FB005") != std::string::npos);
}

TEST_CASE("FB005: an alias inside its own value", "[config]") {
    CHECK(findings("a: &a [b, *a]\n") ==
          Lines{"1:11 FB005  | an alias stands inside the value that it stands for |  | write the "
                "value out"});
    CHECK(findings("&a {b: *a}\n") ==
          Lines{"1:8 FB005  | an alias stands inside the value that it stands for |  | write the "
                "value out"});
}

TEST_CASE("FB005: lists, values and patterns have limits too", "[config]") {
    CHECK(findings("review:\n  flag_patterns: [" + repeated("a, ", 201) + "]\n") ==
          Lines{"2:18 FB005 review.flag_patterns | review.flag_patterns has more than 200 entries "
                "| 201 entries | remove entries, or join them"});
    CHECK(findings("tag_mapping:\n  pi_email: [" + repeated("a, ", 1001) + "]\n") ==
          Lines{"2:13 FB005 tag_mapping.pi_email | tag_mapping.pi_email has more than 1000 entries "
                "| 1001 entries | remove entries, or join them"});
    CHECK(findings("database: {path: " + std::string(65'537, 'x') + "}\n") ==
          Lines{"1:18 FB005 database.path | database.path is longer than 65,536 bytes | " +
                std::string(100, 'x') + "... | shorten it"});
    CHECK(findings("review: {flag_patterns: [" + std::string(1001, 'x') + "]}\n") ==
          Lines{"1:26 FB005 review.flag_patterns[0] | review.flag_patterns[0] is longer than 1000 "
                "bytes | " +
                std::string(100, 'x') + "... | split it into several patterns"});
    CHECK(findings("review: {flag_patterns: ['(\\pL{1,3}\\pN){100}']}\n") ==
          Lines{"1:26 FB012 review.flag_patterns[0] | review.flag_patterns[0] is no regular "
                "expression: pattern too large - compile failed | (\\pL{1,3}\\pN){100} | mend it; "
                "the syntax is that of RE2, without look-around and back-references"});
}
