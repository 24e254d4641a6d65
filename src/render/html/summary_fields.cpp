#include "render/html/summary_fields.hpp"

#include "render/html/view_fields.hpp"

namespace focus_billing {

void add_summary_fields(PageFields& fields, const SummaryView& view, const StatementLook& look) {
    add_look(fields, look);
    fields.text("language", view.language);
    fields.text("title", view.title);
    fields.text("subtitle", view.subtitle);
    fields.text("author", view.author);
    fields.text("issue_date", view.issue_date);
    fields.flag("is_draft", view.is_draft);
    fields.text("organization", view.organization);
    add_facts(fields, view.facts);
    add_chart(fields, "payers", view.payers, ChartKind::bars, look);
    fields.list("tables", view.tables, [](PageFields& table, const TableView& value, std::size_t) {
        add_table(table, value);
    });
    fields.text("footer", view.footer);
}

}  // namespace focus_billing
