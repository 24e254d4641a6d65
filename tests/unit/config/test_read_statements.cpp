#include "config/read_statements.hpp"

#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

StatementsConfig read(const std::string& yaml, const std::string& file = "site.yaml") {
    const LoadedConfig loaded = load_config("statements:\n" + yaml, file, small_environment);
    CHECK(described(loaded.diagnostics) == Lines{});
    return loaded.config.statements;
}

Lines found(const std::string& yaml) {
    return findings("statements:\n" + yaml);
}

}  // namespace

TEST_CASE("statements have defaults", "[config]") {
    CHECK(read("") == StatementsConfig{});
    CHECK(read("  columns:\n  fonts:\n  warning_days:\n  organization:\n") == StatementsConfig{});
    CHECK(StatementsConfig{}.warning_days == std::vector<int>{180, 90, 30, 0});
}

TEST_CASE("every key of statements is read", "[config]") {
    const auto statements = read(R"(
  organization:
    name: Example University
    unit: Research Computing
    contact: [1 Main Street, "+1 555 0100"]
    email: billing@example.edu
  logo: logo.png
  color: '#00aaFF'
  paper: Letter
  fonts: [Noto Serif, DejaVu Serif]
  title: Cloud statement
  questions: Ask {email}.
  dispute: ''
  footer: "{number}, {period}"
  columns: [day, amount]
  detail_rows: 5000
  warning_days: [60, 0]
  templates: /srv/templates
)",
                                 "/etc/billing/site.yaml");
    CHECK(statements.organization == Organization{"Example University",
                                                  "Research Computing",
                                                  {"1 Main Street", "+1 555 0100"},
                                                  "billing@example.edu"});
    CHECK(statements.logo_file == "/etc/billing/logo.png");
    CHECK(statements.templates_directory == "/srv/templates");
    CHECK(statements.warning_days == std::vector<int>{60, 0});
    StatementStyle style;
    style.color = "#00aaFF";
    style.paper = Paper::letter;
    style.fonts = {"Noto Serif", "DejaVu Serif"};
    style.title = "Cloud statement";
    style.questions = "Ask {email}.";
    style.dispute = "";
    style.footer = "{number}, {period}";
    style.columns = {DetailColumn::day, DetailColumn::amount};
    style.detail_rows = 5000;
    CHECK(statements.style == style);
}

TEST_CASE("a contact may be one text, and no warning may be wanted", "[config]") {
    CHECK(read("  organization: {contact: 1 Main Street}").organization.contact ==
          Lines{"1 Main Street"});
    CHECK(read("  warning_days: []").warning_days.empty());
}

TEST_CASE("FB006: an unknown key of statements", "[config]") {
    CHECK(found("  colour: red\n") ==
          Lines{"2:3 FB006 statements.colour | unknown key 'colour' | colour | did you mean "
                "'color'?"});
    CHECK(found("  organization: {mail: x}\n") ==
          Lines{"2:18 FB006 statements.organization.mail | unknown key 'mail' | mail | did you "
                "mean 'email'?"});
}

TEST_CASE("FB008: a color that is none", "[config]") {
    for (const std::string color : {"red", "#12345", "#12345G", "1F4E790"}) {
        CHECK(found("  color: '" + color + "'\n") ==
              Lines{"2:10 FB008 statements.color | statements.color is no color | " + color +
                    " | write six hexadecimal digits after #, in quotes: '#1F4E79'"});
    }
}

TEST_CASE("FB008: a number that is none, or too large", "[config]") {
    for (const std::string number : {"0", "5001", "many", "1.5", "-1", "12 rows", "99999999999"}) {
        CHECK(found("  detail_rows: " + number + "\n") ==
              Lines{"2:16 FB008 statements.detail_rows | statements.detail_rows is no whole number "
                    "from 1 to 5000 | " +
                    number + " | write digits alone, such as 30"});
    }
    CHECK(found("  warning_days: [30, 3651]\n") ==
          Lines{"2:22 FB008 statements.warning_days[1] | statements.warning_days[1] is no whole "
                "number from 0 to 3650 | 3651 | write digits alone, such as 30"});
    CHECK(found("  warning_days: 30\n") ==
          Lines{"2:17 FB008 statements.warning_days | statements.warning_days must be a list, not "
                "a text | 30 | write each entry on a line of its own, after '- '"});
}

TEST_CASE("FB010: a color without quotes is a comment", "[config]") {
    CHECK(found("  color: #1F4E79\n") ==
          Lines{"2:3 FB010 statements.color | statements.color has no value |  | write six "
                "hexadecimal digits after #, in quotes: '#1F4E79'; without them # begins a "
                "comment"});
}

TEST_CASE("FB010: a list without entries", "[config]") {
    const std::string help =
        " is empty |  | write at least one entry, or remove the line for the usual ones";
    CHECK(found("  fonts: []\n  columns: []\n") ==
          Lines{"2:10 FB010 statements.fonts | statements.fonts" + help,
                "3:12 FB010 statements.columns | statements.columns" + help});
    CHECK(found("  logo: ''\n") ==
          Lines{"2:9 FB010 statements.logo | statements.logo is empty |  | write a value, or "
                "remove the line if it is not needed"});
}

TEST_CASE("FB011: a paper and a column that are not known", "[config]") {
    CHECK(found("  paper: A3\n") ==
          Lines{"2:10 FB011 statements.paper | 'A3' is no value of statements.paper | A3 | write "
                "one of: A4, Letter"});
    CHECK(found("  columns: [day, resources]\n") ==
          Lines{"2:18 FB011 statements.columns[1] | 'resources' is no value of "
                "statements.columns[1] | resources | did you mean 'resource'? Values: day, "
                "resource, service, description, region, quantity, list, amount"});
}

TEST_CASE("FB046: an address to ask that is none", "[config]") {
    CHECK(found("  organization: {email: office}\n") ==
          Lines{"2:25 FB046 statements.organization.email | statements.organization.email is no "
                "e-mail address | office | write an address such as ada@example.edu"});
}
