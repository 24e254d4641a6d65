#include "render/html/statement_fields.hpp"

#include "render/html/view_fields.hpp"

namespace focus_billing {

namespace {

void add_organization(PageFields& fields, const Organization& organization) {
    fields.group("organization", [&](PageFields& group) {
        group.text("name", organization.name);
        group.text("unit", organization.unit);
        group.text("email", organization.email);
        group.texts("contact", organization.contact);
    });
}

void add_sections(PageFields& fields, const std::vector<SectionView>& sections) {
    fields.list(
        "sections", sections, [](PageFields& section, const SectionView& value, std::size_t) {
            section.text("title", value.title);
            section.group("lines", [&](PageFields& group) { add_table(group, value.lines); });
            section.group("postings", [&](PageFields& group) { add_table(group, value.postings); });
        });
}

}  // namespace

void add_statement_fields(PageFields& fields, const StatementView& view,
                          const StatementLook& look) {
    add_look(fields, look);
    fields.text("language", view.language);
    fields.text("title", view.title);
    fields.text("subtitle", view.subtitle);
    fields.text("author", view.author);
    fields.text("issue_date", view.issue_date);
    fields.flag("is_draft", view.is_draft);
    add_organization(fields, view.organization);
    add_facts(fields, view.facts);
    fields.text("due", view.due);
    fields.text("due_note", view.due_note);
    fields.text("replaces", view.replaces);
    fields.texts("warnings", view.warnings);
    fields.text("held", view.held);
    add_chart(fields, "services", view.services, ChartKind::bars, look);
    add_chart(fields, "months", view.months, ChartKind::line, look);
    add_sections(fields, view.sections);
    fields.group("details", [&](PageFields& group) { add_table(group, view.details); });
    fields.text("rounding", view.rounding);
    fields.texts("notes", view.notes);
    fields.text("footer", view.footer);
}

}  // namespace focus_billing
