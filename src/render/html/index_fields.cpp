#include "render/html/index_fields.hpp"

#include <algorithm>

#include "focus_billing/format/relative_link.hpp"
#include "focus_billing/model/currency.hpp"
#include "render/amounts_and_dates.hpp"
#include "render/view_dates.hpp"
#include "render/html/view_fields.hpp"

namespace focus_billing {

namespace {

struct IndexFile {
    std::string name;
    std::string path;
};

std::vector<IndexFile> files_of(const IndexRow& row) {
    std::vector<IndexFile> files = {
        {"HTML", row.html}, {"PDF", row.pdf}, {"CSV", row.csv}, {"JSON", row.json}};
    std::erase_if(files, [](const IndexFile& file) { return file.path.empty(); });
    return files;
}

void add_amounts(PageFields& fields, const std::string& currency, const std::string& list,
                 const std::string& discount, const std::string& due) {
    const int decimals = minor_unit(currency).value_or(0);
    fields.text("currency", currency);
    fields.text("list", shown_decimal(list, decimals));
    fields.text("discount", shown_decimal(discount, decimals));
    fields.text("due", shown_decimal(due, decimals));
}

std::vector<SummaryRow> totals_of(const StatementSummary& summary) {
    const auto total = std::ranges::find(summary.tables, "total", &SummaryTable::name);
    return total == summary.tables.end() ? std::vector<SummaryRow>{} : total->rows;
}

void add_total(PageFields& fields, const SummaryRow& row) {
    add_amounts(fields, row.currency, row.list, row.discount, row.due);
    fields.text("discount_percent", row.discount_percent);
    fields.text("statement_count", shown_decimal(std::to_string(row.statements), 0));
    fields.text("charge_count", shown_decimal(std::to_string(row.charges), 0));
}

void add_index_row(PageFields& fields, const IndexRow& row) {
    fields.text("number", row.number);
    fields.text("version", row.version == 0 ? "" : std::to_string(row.version));
    fields.flag("is_revised", row.version > 1);
    fields.flag("is_new", row.is_new);
    fields.text("pi_email", row.key.pi_email);
    fields.text("project_id", row.key.project_id);
    fields.text("charge_count", shown_decimal(std::to_string(row.charges), 0));
    add_amounts(fields, row.key.currency, row.list, row.discount, row.due);
    fields.list("files", files_of(row), [](PageFields& file, const IndexFile& value, std::size_t) {
        file.text("name", value.name);
        file.text("link", relative_link(value.path));
    });
}

}  // namespace

void add_index_fields(PageFields& fields, const StatementSummary& summary,
                      const StatementLook& look) {
    add_look(fields, look);
    fields.text("language", "en");
    fields.text("organization", summary.organization);
    fields.text("unit", summary.unit);
    fields.text("period", shown_month(summary.period));
    fields.text("issue_date", summary.issue_date);
    fields.flag("is_draft", summary.is_draft);
    fields.text("statement_count", shown_decimal(std::to_string(summary.index.size()), 0));
    fields.list(
        "totals", totals_of(summary),
        [](PageFields& total, const SummaryRow& row, std::size_t) { add_total(total, row); });
    fields.list("statements", summary.index,
                [](PageFields& statement, const IndexRow& row, std::size_t) {
                    add_index_row(statement, row);
                });
    fields.text("footer", look.footer);
}

}  // namespace focus_billing
