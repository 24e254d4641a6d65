#include "focus_billing/render/statements/statement_json.hpp"

#include "focus_billing/format/json_writer.hpp"
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

Json previous_json(const std::optional<PreviousVersion>& previous) {
    if (!previous)
        return {};
    return {{"version", previous->version},
            {"issue_date", text_or_null(previous->issue_date)},
            {"due", text_or_null(previous->due)},
            {"difference", text_or_null(previous->difference)}};
}

Json organization_json(const Organization& organization) {
    return {{"name", text_or_null(organization.name)},
            {"unit", text_or_null(organization.unit)},
            {"contact", organization.contact},
            {"email", text_or_null(organization.email)}};
}

Json months_json(const std::vector<StatementMonth>& months) {
    Json json = Json::array();
    for (const auto& month : months) {
        json.push_back({{"period", text_or_null(month.period)}, {"due", text_or_null(month.due)}});
    }
    return json;
}

Json warnings_json(const std::vector<StatementWarning>& warnings) {
    Json json = Json::array();
    for (const auto& warning : warnings) {
        json.push_back({{"attribute", text_or_null(warning.attribute)},
                        {"date", text_or_null(warning.date)},
                        {"days", warning.days},
                        {"threshold", warning.threshold}});
    }
    return json;
}

Json head_json(const Statement& statement) {
    return {{"number", text_or_null(statement.number)},
            {"version", statement.version},
            {"previous", previous_json(statement.previous)},
            {"organization", organization_json(statement.organization)},
            {"period", text_or_null(statement.period)},
            {"issue_date", text_or_null(statement.issue_date)},
            {"key", key_json(statement.key)},
            {"minor_unit", statement.minor_unit},
            {"sections", sections_json(statement.sections)},
            {"list", text_or_null(statement.list)},
            {"discount", text_or_null(statement.discount)},
            {"discount_percent", text_or_null(statement.discount_percent)},
            {"due", text_or_null(statement.due)},
            {"charge_count", statement.charge_count},
            {"held_count", statement.held_count},
            {"held", text_or_null(statement.held)},
            {"months", months_json(statement.months)},
            {"warnings", warnings_json(statement.warnings)}};
}

}  // namespace

std::string statement_fingerprint_text(const Statement& statement) {
    const Json head = {{"key", key_json(statement.key)},
                       {"period", text_or_null(statement.period)},
                       {"sections", sections_json(without_journal(statement.sections))},
                       {"list", text_or_null(statement.list)},
                       {"discount", text_or_null(statement.discount)},
                       {"discount_percent", text_or_null(statement.discount_percent)},
                       {"due", text_or_null(statement.due)},
                       {"charge_count", statement.charge_count}};
    return with_charges(head, statement.charges);
}

std::string statement_json(const Statement& statement) {
    return with_charges(head_json(statement), statement.charges);
}

}  // namespace focus_billing
