#include "focus_billing/render/statements/statement_substance.hpp"

#include "render/statements/charge_rows.hpp"
#include "render/statements/sections_json.hpp"

namespace focus_billing {

namespace {

// Where the finance system finds a posting says nothing of what is billed.
std::vector<StatementSection> without_journal(std::vector<StatementSection> sections) {
    for (auto& section : sections) {
        for (auto& posting : section.postings)
            posting.journal_reference.clear();
    }
    return sections;
}

}  // namespace

std::string statement_substance(const Statement& statement) {
    const nlohmann::ordered_json head = {
        {"key", key_json(statement.key)},
        {"period", text_or_null(statement.period)},
        {"sections", sections_json(without_journal(statement.sections))},
        {"list", text_or_null(statement.list)},
        {"discount", text_or_null(statement.discount)},
        {"discount_percent", text_or_null(statement.discount_percent)},
        {"due", text_or_null(statement.due)},
        {"charge_count", statement.charge_count}};
    return with_charges(head, statement.charges);
}

}  // namespace focus_billing
