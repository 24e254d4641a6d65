#include "focus_billing/render/statements/statement_style_json.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "focus_billing/model/error.hpp"
#include "render/statements/any_statement.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

StatementStyle any_look() {
    StatementStyle style;
    for (auto* text : {&style.title, &style.questions, &style.dispute, &style.footer, &style.color,
                       &style.statement_template, &style.index_template, &style.summary_template}) {
        *text = any_text();
    }
    style.paper = *rc::gen::element(Paper::a4, Paper::letter);
    style.fonts = {any_text(), any_text()};
    style.columns = {};
    const auto columns = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, detail_column_count));
    for (const auto column : columns)
        style.columns.push_back(static_cast<DetailColumn>(column));
    style.detail_rows = *rc::gen::arbitrary<std::uint32_t>();
    style.logo = *rc::gen::arbitrary<std::string>();
    return style;
}

std::string refusal(std::string_view json) {
    try {
        (void)read_statement_style(json);
    } catch (const Error& error) {
        return finding_text(error.diagnostic());
    }
    return "none";
}

}  // namespace

TEST_CASE("a look is read back as it was", "[statement]") {
    CHECK(read_statement_style(statement_style_json(StatementStyle{})) == StatementStyle{});
    rc::prop("for any look", [] {
        const auto style = any_look();
        const auto json = statement_style_json(style);
        RC_ASSERT(read_statement_style(json) == style);
        RC_ASSERT(statement_style_json(read_statement_style(json)) == json);
    });
}

TEST_CASE("the record of a look names columns, and has the logo in base64", "[statement]") {
    StatementStyle style;
    style.logo = "\x89PNG";
    style.columns = {DetailColumn::day, DetailColumn::amount};
    const auto json = statement_style_json(style);
    CHECK(json.find("\"paper\": \"A4\"") != std::string::npos);
    CHECK(json.find("\"columns\": [\n    \"day\",\n    \"amount\"\n  ]") != std::string::npos);
    CHECK(json.find("\"logo\": \"iVBORw==\"") != std::string::npos);
}

TEST_CASE("FB710: the record of a look that was changed is refused", "[statement]") {
    const std::string end = " | compare with a backup that passes 'focus-billing check'";
    auto json = statement_style_json(StatementStyle{});
    CHECK(refusal("{") == "0 error FB710 | the record is damaged | no JSON at byte 2" + end);
    CHECK(refusal("{}") == "0 error FB710 | the record is damaged | the record has no title" + end);
    json.replace(json.find("\"logo\": null"), 12, "\"logo\": \"!\"");
    CHECK(refusal(json) == "0 error FB710 | the record is damaged | logo is no base64" + end);
}
