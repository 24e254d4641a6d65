#include "focus_billing/render/statements/statement_json.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "focus_billing/model/error.hpp"
#include "focus_billing/render/statements/read_statement.hpp"
#include "render/statements/any_statement.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

Statement small_statement() {
    Statement statement;
    statement.number = "2025-01-0007";
    statement.version = 1;
    statement.organization = {"Example University", "", {"1 Main Street"}, "billing@example.edu"};
    statement.period = "2025-01";
    statement.issue_date = "2025-02-03";
    statement.key = {"ada@example.edu", "", "USD"};
    StatementSection section;
    section.fund_org = "123456-7890";
    section.due = "0.12";
    statement.sections = {section};
    statement.due = "0.12";
    statement.charge_count = 1;
    StatementCharge charge;
    charge.id = 17;
    charge.day = "2025-01-31";
    charge.service = "Compute \"large\"";
    charge.amount = "0.123456";
    charge.source = "AWS";
    charge.import_id = 3;
    charge.line = 12;
    statement.charges = {charge};
    return statement;
}

std::string without(std::string text, std::string_view part, std::string_view replacement = {}) {
    const auto begin = text.find(part);
    REQUIRE(begin != std::string::npos);
    return text.replace(begin, part.size(), replacement);
}

std::string refusal(std::string_view json) {
    try {
        (void)read_statement(json);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::environment);
        return finding_text(error.diagnostic());
    }
    return "none";
}

std::string refused_for(const std::string& what) {
    return "0 error FB710 | the record is damaged | " + what +
           " | compare with a backup that passes 'focus-billing check'";
}

}  // namespace

TEST_CASE("a record has every field, and each charge on a line", "[statement]") {
    CHECK(statement_json(small_statement()) == R"({
  "number": "2025-01-0007",
  "version": 1,
  "previous": null,
  "organization": {
    "name": "Example University",
    "unit": null,
    "contact": [
      "1 Main Street"
    ],
    "email": "billing@example.edu"
  },
  "period": "2025-01",
  "issue_date": "2025-02-03",
  "key": {
    "pi_email": "ada@example.edu",
    "project_id": null,
    "currency": "USD"
  },
  "minor_unit": 2,
  "sections": [
    {
      "fund_org": "123456-7890",
      "postings": [],
      "lines": [],
      "list": null,
      "discount": null,
      "discount_percent": null,
      "due": "0.12"
    }
  ],
  "list": null,
  "discount": null,
  "discount_percent": null,
  "due": "0.12",
  "charge_count": 1,
  "held_count": 0,
  "held": null,
  "months": [],
  "warnings": [],
  "charges": {
    "columns": ["id", "section", "kind", "period", "day", "service", "resource_id", "resource_name", "description", "region", "quantity", "unit", "list", "amount", "source", "import_id", "line", "corrects"],
    "rows": [
      [17, 0, "service", null, "2025-01-31", "Compute \"large\"", null, null, null, null, null, null, null, "0.123456", "AWS", 3, 12, null]
    ]
  }
}
)");
}

TEST_CASE("a record is read back as the same statement", "[statement]") {
    CHECK(read_statement(statement_json(Statement{})) == Statement{});
    CHECK(read_statement(statement_json(small_statement())) == small_statement());
    rc::prop("for any statement", [] {
        const auto statement = any_statement();
        const auto json = statement_json(statement);
        const auto read = read_statement(json);
        RC_ASSERT(read == statement);
        RC_ASSERT(statement_json(read) == json);
    });
}

TEST_CASE("FB710: a record that is cut off anywhere is refused", "[statement]") {
    const auto json = statement_json(small_statement());
    CHECK(refusal("") == refused_for("no JSON at byte 1"));
    for (std::size_t size = 0; size + 1 < json.size(); ++size)
        CHECK(refusal(json.substr(0, size)).starts_with("0 error FB710 | the record is damaged"));
}

TEST_CASE("FB710: a record that was changed is refused", "[statement]") {
    const auto json = statement_json(small_statement());
    CHECK(refusal("[]") == refused_for("the record is no object"));
    CHECK(refusal(json + "x") == refused_for("no JSON at byte " + std::to_string(json.size() + 1)));
    CHECK(refusal(without(json, "  \"due\": \"0.12\",\n  \"charge")) != "none");
    CHECK(refusal(without(json, "\"held\": null,")) == refused_for("the record has no held"));
    CHECK(refusal(without(json, "\"held\"", "\"more\": 1, \"held\"")) ==
          refused_for("the record has an unknown more"));
    CHECK(refusal(without(json, "\"0.123456\"", "\"0,12\"")) ==
          refused_for("amount is no decimal number"));
    CHECK(refusal(without(json, "\"0.123456\"", "0.123456")) == refused_for("amount is no text"));
    CHECK(refusal(without(json, "\"AWS\"", "\"\"")) == refused_for("source is no text"));
    CHECK(refusal(without(json, "[17, 0", "[17, 1")) ==
          refused_for("a charge stands in no section"));
    CHECK(refusal(without(json, "[17, 0", "[17, -1")) == refused_for("section is no such number"));
    CHECK(refusal(without(json, "[17, 0", "[17.5, 0")) == refused_for("id is no such number"));
    CHECK(refusal(without(json, "[17, 0", "[9223372036854775808, 0")) ==
          refused_for("id is no such number"));
    CHECK(refusal(without(json, "[17, 0", "[1e999, 0")).find("no JSON at byte") !=
          std::string::npos);
    CHECK(refusal(without(json, "\"held\"", "\"zoo\": 1, \"ant\": 1, \"held\"")) ==
          refused_for("the record has an unknown ant"));
    CHECK(refusal(without(json, "\"service\", null", "\"other\", null")) ==
          refused_for("kind is none of the known words"));
    CHECK(refusal(without(json, "3, 12, null", "3, 12")) ==
          refused_for("a charge has not all its columns"));
    CHECK(refusal(without(json, "[17, 0", "4, [17, 0")) == refused_for("a charge is no list"));
    CHECK(refusal(without(json, "[\"id\", ", "[")) == refused_for("charges have other columns"));
    CHECK(refusal(without(json, "\"months\": []", "\"months\": {}")) ==
          refused_for("months is no list"));
    CHECK(refusal(without(json, "\"1 Main Street\"", "1")) ==
          refused_for("contact is no list of texts"));
}

TEST_CASE("substance is what a reader sees to be different", "[statement]") {
    auto statement = small_statement();
    const auto fingerprint = statement_fingerprint_text(statement);
    CHECK(fingerprint.starts_with("{\n  \"key\": {\n    \"pi_email\": \"ada@example.edu\","));
    statement.number = "2025-01-0008";
    statement.version = 2;
    statement.issue_date = "2025-03-03";
    statement.previous = PreviousVersion{1, "2025-02-03", "1", "2"};
    statement.organization.name = "Other";
    statement.months = {{"2025-01", "1"}};
    statement.warnings = {{"end_date", "2025-03-01", 3, 30}};
    statement.held = "3";
    statement.held_count = 3;
    CHECK(statement_fingerprint_text(statement) == fingerprint);
    for (const auto change : {+[](Statement& other) { other.key.project_id = "shoal"; },
                              +[](Statement& other) { other.period = "2025-02"; },
                              +[](Statement& other) { other.sections[0].fund_org = "1"; },
                              +[](Statement& other) { other.due = "0.13"; },
                              +[](Statement& other) { other.charges[0].description = "x"; }}) {
        auto other = statement;
        change(other);
        CHECK(statement_fingerprint_text(other) != fingerprint);
    }
}
