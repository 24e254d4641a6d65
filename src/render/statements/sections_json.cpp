#include "render/statements/sections_json.hpp"

#include "focus_billing/format/json.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "render/record_fields.hpp"

namespace focus_billing {

namespace {

Json posting_json(const StatementPosting& posting) {
    Json json = {{"source", text_or_null(posting.source)},
                 {"account_code", text_or_null(posting.account_code)},
                 {"cost_center", text_or_null(posting.cost_center)},
                 {"reference_1", text_or_null(posting.reference_1)},
                 {"reference_2", text_or_null(posting.reference_2)},
                 {"charges", posting.charges},
                 {"shares", text_or_null(posting.shares)},
                 {"rounding", text_or_null(posting.rounding)},
                 {"amount", text_or_null(posting.amount)}};
    if (!posting.journal_reference.empty())
        json["journal_reference"] = posting.journal_reference;
    return json;
}

Json line_json(const StatementLine& line) {
    Json quantities = Json::array();
    for (const auto& quantity : line.quantities) {
        quantities.push_back(
            {{"amount", text_or_null(quantity.amount)}, {"unit", text_or_null(quantity.unit)}});
    }
    return {{"kind", line_kind_names[static_cast<std::size_t>(line.kind)]},
            {"service", text_or_null(line.service)},
            {"period", text_or_null(line.period)},
            {"charges", line.charges},
            {"list", text_or_null(line.list)},
            {"discount", text_or_null(line.discount)},
            {"discount_percent", text_or_null(line.discount_percent)},
            {"due", text_or_null(line.due)},
            {"quantities", quantities}};
}

Json section_json(const StatementSection& section) {
    Json postings = Json::array();
    for (const auto& posting : section.postings)
        postings.push_back(posting_json(posting));
    Json lines = Json::array();
    for (const auto& line : section.lines)
        lines.push_back(line_json(line));
    return {{"fund_org", text_or_null(section.fund_org)},
            {"postings", postings},
            {"lines", lines},
            {"list", text_or_null(section.list)},
            {"discount", text_or_null(section.discount)},
            {"discount_percent", text_or_null(section.discount_percent)},
            {"due", text_or_null(section.due)}};
}

StatementPosting read_posting(const JsonValue& json) {
    RecordFields fields(json, "a posting");
    StatementPosting posting;
    posting.source = fields.text("source");
    posting.account_code = fields.text("account_code");
    posting.cost_center = fields.text("cost_center");
    posting.reference_1 = fields.text("reference_1");
    posting.reference_2 = fields.text("reference_2");
    posting.charges = fields.number<std::uint64_t>("charges");
    posting.shares = fields.amount("shares");
    posting.rounding = fields.amount("rounding");
    posting.amount = fields.amount("amount");
    posting.journal_reference = fields.text_if_there("journal_reference");
    fields.finish();
    return posting;
}

StatementQuantity read_quantity(const JsonValue& json) {
    RecordFields fields(json, "a quantity");
    StatementQuantity quantity{fields.amount("amount"), fields.text("unit")};
    fields.finish();
    return quantity;
}

StatementLine read_line(const JsonValue& json) {
    RecordFields fields(json, "a line");
    StatementLine line;
    line.kind =
        static_cast<LineKind>(record_choice(fields.member("kind"), "kind", line_kind_names));
    line.service = fields.text("service");
    line.period = fields.text("period");
    line.charges = fields.number<std::uint64_t>("charges");
    line.list = fields.amount("list");
    line.discount = fields.amount("discount");
    line.discount_percent = fields.amount("discount_percent");
    line.due = fields.amount("due");
    for (const auto& quantity : fields.list("quantities"))
        line.quantities.push_back(read_quantity(quantity));
    fields.finish();
    return line;
}

StatementSection read_section(const JsonValue& json) {
    RecordFields fields(json, "a section");
    StatementSection section;
    section.fund_org = fields.text("fund_org");
    for (const auto& posting : fields.list("postings"))
        section.postings.push_back(read_posting(posting));
    for (const auto& line : fields.list("lines"))
        section.lines.push_back(read_line(line));
    section.list = fields.amount("list");
    section.discount = fields.amount("discount");
    section.discount_percent = fields.amount("discount_percent");
    section.due = fields.amount("due");
    fields.finish();
    return section;
}

}  // namespace

Json key_json(const StatementKey& key) {
    return {{"pi_email", text_or_null(key.pi_email)},
            {"project_id", text_or_null(key.project_id)},
            {"currency", text_or_null(key.currency)}};
}

Json sections_json(const std::vector<StatementSection>& sections) {
    Json json = Json::array();
    for (const auto& section : sections)
        json.push_back(section_json(section));
    return json;
}

std::vector<StatementSection> read_sections(const std::vector<JsonValue>& json) {
    std::vector<StatementSection> sections;
    for (const auto& section : json)
        sections.push_back(read_section(section));
    return sections;
}

}  // namespace focus_billing
