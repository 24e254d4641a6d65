#include "focus_billing/config/environment.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

std::string expanded(std::string_view text) {
    const ExpandedText result = expand_environment(text, small_environment);
    CHECK(result.missing.empty());
    CHECK_FALSE(result.malformed);
    return result.text;
}

}  // namespace

TEST_CASE("variables are replaced, other dollars stay", "[config]") {
    CHECK(expanded("") == "");
    CHECK(expanded("plain") == "plain");
    CHECK(expanded("$5 $FUND $ $$") == "$5 $FUND $ $$");
    CHECK(expanded("${FUND}") == "123456-2345");
    CHECK(expanded("a${FUND}${EMPTY}b") == "a123456-2345b");
    CHECK(expanded("$${FUND}") == "${FUND}");
    CHECK(expanded("$$${FUND}") == "$${FUND}");
    CHECK(expanded("^a${EMPTY}$") == "^a$");
}

TEST_CASE("a variable's value is not looked into again", "[config]") {
    const auto environment = [](const std::string&) {
        return std::optional<std::string>("${OTHER} $${");
    };
    CHECK(expand_environment("<${A}>", environment).text == "<${OTHER} $${>");
}

TEST_CASE("missing variables are named once each", "[config]") {
    CHECK(expand_environment("${B}${FUND}${A}${B}", small_environment).missing == Lines{"B", "A"});
    CHECK(expand_environment("${FUND}", nullptr).missing == Lines{"FUND"});
}

TEST_CASE("a reference needs a name and an end", "[config]") {
    for (const char* text : {"${", "${}", "${A", "${1}", "${A-B}", "${A }", "x${FUND}${"}) {
        CAPTURE(text);
        CHECK(expand_environment(text, small_environment).malformed);
    }
}

TEST_CASE("escaped text expands to itself", "[config]") {
    rc::prop("for any text", [] {
        const auto text =
            *rc::gen::container<std::string>(rc::gen::element('$', '{', '}', 'A', '\\', ' '));
        const ExpandedText back = expand_environment(escape_references(text), nullptr);
        RC_ASSERT(back.text == text);
        RC_ASSERT(back.missing.empty() && !back.malformed);
    });
}
