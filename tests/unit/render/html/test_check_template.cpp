#include "focus_billing/render/html/check_template.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "focus_billing/render/html/pages.hpp"
#include "render/html/builtin_templates.hpp"
#include "render/statements/full_view.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

using Found = std::vector<std::string>;

Found found(std::string_view text, TemplateKind kind = TemplateKind::statement) {
    return finding_texts(check_template(text, "a.mustache", kind));
}

}  // namespace

TEST_CASE("the built-in templates are in order") {
    CHECK(found(builtin_statement_template(), TemplateKind::statement) == Found{});
    CHECK(found(builtin_summary_template(), TemplateKind::summary) == Found{});
    CHECK(found(builtin_index_template(), TemplateKind::index) == Found{});
}

TEST_CASE("a template in order has no findings") {
    for (const auto* text :
         {"", "no tag", "{ {due} }", "}}", "{{due}}", "{{ due }}", "{{{style}}}", "{{&style}}",
          "{{! any {{ comment\n of two lines }}", "{{#warnings}}{{.}}{{/warnings}}",
          "{{#has_warnings}}{{due}}{{/has_warnings}}", "{{#held}}{{held}} {{.}}{{/held}}",
          "{{^held}}{{due}}{{/held}}", "{{organization.email}}", "{{{services.svg}}}",
          "{{#organization}}{{name}}{{#contact}}{{.}}{{/contact}}{{due}}{{/organization}}",
          "{{#details.groups}}{{#rows}}{{#cells}}{{text}}{{heading}}{{/cells}}{{/rows}}"
          "{{/details.groups}}"}) {
        CAPTURE(text);
        CHECK(found(text) == Found{});
    }
}

TEST_CASE("a broken tag is named") {
    CHECK(found("{{due") == Found{"1 error FB711 | a tag that is not closed on its line | {{due | "
                                  "end it with }}"});
    CHECK(found("{{{style}} {{due}}") ==
          Found{"1 error FB711 | a tag that is not closed on its line | {{{style}} {{due}} | end "
                "it with }}}"});
    CHECK(found("a\n{{due\n{{title}}") ==
          Found{"2 error FB711 | a tag that is not closed on its line | {{due | end it with }}"});
    CHECK(found("{{! due") == Found{"1 error FB711 | a tag that is not closed on its line | {{! "
                                    "due | end it with }}"});
    CHECK(found("{{}}") ==
          Found{"1 error FB711 | a tag without a name | {{}} | docs/statement-templates.md "
                "lists the placeholders"});
    CHECK(found("{{# }}") == Found{"1 error FB711 | a tag without a name | {{# }} | "
                                   "docs/statement-templates.md lists the placeholders"});
    CHECK(found("{{>header}}") == Found{"1 error FB711 | another file cannot be taken in | "
                                        "{{>header}} | write its text here"});
    CHECK(found("{{=<% %>=}}") == Found{"1 error FB711 | the braces of tags cannot be changed | "
                                        "{{=<% %>=}} | write tags as {{name}}"});
}

TEST_CASE("a broken section is named where it begins") {
    CHECK(found("\n{{#facts}}{{label}}") ==
          Found{"2 error FB711 | section 'facts' is never closed | {{#facts}} | write {{/facts}} "
                "where it ends"});
    CHECK(found("{{/facts}}") == Found{"1 error FB711 | section 'facts' is not open here | "
                                       "{{/facts}} | open it with {{#facts}}, or remove this"});
    CHECK(found("{{#details}}{{#groups}}\n{{/details}}") ==
          Found{"1 error FB711 | section 'groups' is still open where 'details' ends on line 2 | "
                "{{#groups}} | write {{/groups}} where it ends"});
    CHECK(found("{{#facts}}\n{{/fact}}{{due}}") ==
          Found{"2 error FB711 | 'fact' is closed where 'facts' of line 1 is open | {{/fact}} | "
                "close it first: {{/facts}}"});
    CHECK(found("{{#held}}{{/warnings}}{{/held}}") ==
          Found{"1 error FB711 | 'warnings' is closed where 'held' of line 1 is open | "
                "{{/warnings}} | close it first: {{/held}}"});
}

TEST_CASE("sections do not nest without end") {
    std::string text;
    for (int i = 0; i < 21; ++i)
        text = "{{#held}}" + text + "{{/held}}";
    CHECK(found(text) == Found{"1 error FB711 | sections nested more than 20 deep | {{#held}} | "
                               "take them apart"});
}

TEST_CASE("an unknown name is named, with what was meant") {
    CHECK(found("{{due_notes}}") ==
          Found{"1 error FB712 | unknown placeholder 'due_notes' | {{due_notes}} | did you mean "
                "'due_note'?"});
    CHECK(found("{{organization.nam}}") ==
          Found{"1 error FB712 | unknown placeholder 'organization.nam' | {{organization.nam}} | "
                "did you mean 'organization.name'?"});
    CHECK(found("{{nonsense}}") ==
          Found{"1 error FB712 | unknown placeholder 'nonsense' | {{nonsense}} | "
                "docs/statement-templates.md lists the placeholders"});
    CHECK(found("{{value}}") == Found{"1 error FB712 | unknown placeholder 'value' | {{value}} | "
                                      "'value' stands in {{#facts}}"});
    CHECK(found("{{#fact}}{{value}}{{/fact}}") ==
          Found{"1 error FB712 | unknown section 'fact' | {{#fact}} | did you mean 'facts'?"});
    CHECK(found("{{#nonsense}}{{anything}}{{.}}{{#more}}{{/more}}{{/nonsense}}") ==
          Found{"1 error FB712 | unknown section 'nonsense' | {{#nonsense}} | "
                "docs/statement-templates.md "
                "lists the placeholders"});
    CHECK(found("{{^facts}}{{value}}{{/facts}}").size() == 1);
    CHECK(found("{{facts.value}}").size() == 1);
}

TEST_CASE("each kind of page has names of its own") {
    CHECK(found("{{{payers.svg}}}", TemplateKind::summary) == Found{});
    CHECK(found("{{#statements}}{{pi_email}}{{/statements}}", TemplateKind::index) == Found{});
    CHECK(found("{{#statements}}{{/statements}}").size() == 1);
    CHECK(found("{{due}}", TemplateKind::summary).size() == 1);
}

TEST_CASE("a section is not written as a text") {
    CHECK(found("{{is_draft}}") ==
          Found{"1 error FB712 | 'is_draft' is a section, not a text | {{is_draft}} | write "
                "{{#is_draft}} ... {{/is_draft}}"});
    CHECK(found("{{{details}}}") ==
          Found{"1 error FB712 | 'details' is a section, not a text | {{{details}}} | write "
                "{{#details}} ... {{/details}}"});
    CHECK(found("{{.}}") == Found{"1 error FB712 | '.' stands for no text here | {{.}} | use it in "
                                  "a section of texts: {{#warnings}}{{.}}{{/warnings}}"});
}

TEST_CASE("texts are escaped, and markup is not") {
    CHECK(found("{{{due}}}") ==
          Found{"1 error FB713 | 'due' must be escaped | {{{due}}} | write {{due}}"});
    CHECK(found("{{& due}}") ==
          Found{"1 error FB713 | 'due' must be escaped | {{& due}} | write {{due}}"});
    CHECK(found("{{#notes}}{{{.}}}{{/notes}}") ==
          Found{"1 error FB713 | '.' must be escaped | {{{.}}} | write {{.}}"});
    CHECK(found("{{style}}") == Found{"1 error FB713 | 'style' is markup, and would be escaped | "
                                      "{{style}} | write {{{style}}}"});
}

TEST_CASE("findings have file, line and column in characters, in their order") {
    const auto findings =
        check_template("{{#held}}\nmörder {{x}} {{{due}}}", "a.mustache", TemplateKind::statement);
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].place.file == "a.mustache");
    CHECK(findings[0].place.line == 1);
    CHECK(findings[0].place.column == 1);
    CHECK(findings[1].place.line == 2);
    CHECK(findings[1].place.column == 8);
    CHECK(findings[2].place.column == 14);
}

TEST_CASE("what the check accepts can be filled", "[template]") {
    rc::prop("for any tags", [] {
        const auto parts =
            *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{!", "{{=", "=}}", "{{>", "{{&",
                "due", "held", "facts", "style", ".", " ", "\n", "\r\n", "\xC3", "organization",
                "name"));
        std::string text;
        for (const auto& part : parts)
            text += part;
        const bool is_sound = check_template(text, "f", TemplateKind::statement).empty();
        StatementStyle style;
        style.statement_template = text;
        if (is_sound && !text.empty())
            RC_ASSERT(statement_html(full_statement_view("<b>"), style).find("<b>") ==
                      std::string::npos);
    });
}
