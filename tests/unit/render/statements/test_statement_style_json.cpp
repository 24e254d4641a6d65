#include "focus_billing/render/statements/statement_style_json.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "focus_billing/model/error.hpp"
#include "render/statements/any_statement.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

StatementLook any_look() {
    StatementLook look;
    for (auto* text : {&look.title, &look.questions, &look.dispute, &look.footer, &look.color,
                       &look.statement_template, &look.index_template, &look.summary_template}) {
        *text = any_text();
    }
    look.paper = *rc::gen::element(Paper::a4, Paper::letter);
    look.fonts = {any_text(), any_text()};
    look.columns = {};
    const auto columns = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, detail_column_count));
    for (const auto column : columns)
        look.columns.push_back(static_cast<DetailColumn>(column));
    look.detail_rows = *rc::gen::arbitrary<std::uint32_t>();
    look.logo = *rc::gen::arbitrary<std::string>();
    return look;
}

std::string refusal(std::string_view json) {
    try {
        (void)read_look(json);
    } catch (const Error& error) {
        return finding_text(error.diagnostic());
    }
    return "none";
}

}  // namespace

TEST_CASE("a look is read back as it was", "[statement]") {
    CHECK(read_look(look_json(StatementLook{})) == StatementLook{});
    rc::prop("for any look", [] {
        const auto look = any_look();
        const auto json = look_json(look);
        RC_ASSERT(read_look(json) == look);
        RC_ASSERT(look_json(read_look(json)) == json);
    });
}

TEST_CASE("the record of a look names columns, and has the logo in base64", "[statement]") {
    StatementLook look;
    look.logo = "\x89PNG";
    look.columns = {DetailColumn::day, DetailColumn::amount};
    const auto json = look_json(look);
    CHECK(json.find("\"paper\": \"A4\"") != std::string::npos);
    CHECK(json.find("\"columns\": [\n    \"day\",\n    \"amount\"\n  ]") != std::string::npos);
    CHECK(json.find("\"logo\": \"iVBORw==\"") != std::string::npos);
}

TEST_CASE("FB710: the record of a look that was changed is refused", "[statement]") {
    const std::string end = " | compare with a backup that passes 'focus-billing check'";
    auto json = look_json(StatementLook{});
    CHECK(refusal("{") == "0 error FB710 | the record is damaged | no JSON at byte 2" + end);
    CHECK(refusal("{}") == "0 error FB710 | the record is damaged | the record has no title" + end);
    json.replace(json.find("\"logo\": null"), 12, "\"logo\": \"!\"");
    CHECK(refusal(json) == "0 error FB710 | the record is damaged | logo is no base64" + end);
}
