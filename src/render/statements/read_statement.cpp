#include "focus_billing/render/statements/read_statement.hpp"

#include <algorithm>
#include <charconv>

#include "focus_billing/format/json.hpp"
#include "render/record_fields.hpp"
#include "render/statements/charge_rows.hpp"
#include "render/statements/sections_json.hpp"

namespace focus_billing {

namespace {

// A vector that grows by itself takes up to three times the memory.
void reserve_charges(const JsonValue& record, std::size_t text_size,
                     std::vector<StatementCharge>& charges) {
    constexpr std::size_t shortest_row = 2 * charge_row_columns.size();
    std::uint64_t count = 0;
    const auto text = record.text_at("charge_count");
    std::from_chars(text.data(), text.data() + text.size(), count);
    charges.reserve(std::min<std::size_t>(count, text_size / shortest_row));
}

// Takes each row of the charges as it ends, so that no tree of all of them is built.
JsonValue parse(std::string_view json, std::vector<StatementCharge>& charges) {
    JsonValue record;
    const auto take = [&](const JsonValue& row) {
        if (row.kind != JsonKind::array)
            return false;
        if (charges.empty())
            reserve_charges(record, json.size(), charges);
        charges.push_back(read_charge_row(row));
        return true;
    };
    require_json(parse_json(json, record, "charges.rows", take));
    return record;
}

bool is_text(const JsonValue& value, std::string_view text) {
    return value.kind == JsonKind::string && value.text == text;
}

void check_charges(const JsonValue& json, const Statement& statement) {
    RecordFields fields(json, "charges");
    if (!std::ranges::equal(fields.list("columns"), charge_row_columns, is_text))
        refuse_record("charges have other columns");
    if (!fields.list("rows").empty())
        refuse_record("a charge is no list");
    fields.finish();
    for (const auto& charge : statement.charges) {
        if (charge.section >= statement.sections.size())
            refuse_record("a charge stands in no section");
    }
}

std::optional<PreviousVersion> read_previous(const JsonValue& json) {
    if (json.is_null())
        return std::nullopt;
    RecordFields fields(json, "previous");
    PreviousVersion previous;
    previous.version = fields.number<std::uint32_t>("version");
    previous.issue_date = fields.text("issue_date");
    previous.due = fields.amount("due");
    previous.difference = fields.amount("difference");
    fields.finish();
    return previous;
}

Organization read_organization(const JsonValue& json) {
    RecordFields fields(json, "organization");
    Organization organization;
    organization.name = fields.text("name");
    organization.unit = fields.text("unit");
    organization.contact = fields.texts("contact");
    organization.email = fields.text("email");
    fields.finish();
    return organization;
}

StatementKey read_key(const JsonValue& json) {
    RecordFields fields(json, "key");
    StatementKey key;
    key.pi_email = fields.text("pi_email");
    key.project_id = fields.text("project_id");
    key.currency = fields.text("currency");
    fields.finish();
    return key;
}

StatementMonth read_month(const JsonValue& json) {
    RecordFields fields(json, "a month");
    StatementMonth month;
    month.period = fields.text("period");
    month.due = fields.amount("due");
    fields.finish();
    return month;
}

StatementWarning read_warning(const JsonValue& json) {
    RecordFields fields(json, "a warning");
    StatementWarning warning;
    warning.attribute = fields.text("attribute");
    warning.date = fields.text("date");
    warning.days = fields.number<std::int64_t>("days");
    warning.threshold = fields.number<std::int64_t>("threshold");
    fields.finish();
    return warning;
}

void read_totals(RecordFields& fields, Statement& statement) {
    statement.list = fields.amount("list");
    statement.discount = fields.amount("discount");
    statement.discount_percent = fields.amount("discount_percent");
    statement.due = fields.amount("due");
    statement.charge_count = fields.number<std::uint64_t>("charge_count");
    statement.held_count = fields.number<std::uint64_t>("held_count");
    statement.held = fields.amount("held");
}

void read_head(RecordFields& fields, Statement& statement) {
    statement.number = fields.text("number");
    statement.version = fields.number<std::uint32_t>("version");
    statement.previous = read_previous(fields.member("previous"));
    statement.organization = read_organization(fields.member("organization"));
    statement.period = fields.text("period");
    statement.issue_date = fields.text("issue_date");
    statement.key = read_key(fields.member("key"));
    statement.minor_unit = fields.number<int>("minor_unit");
    statement.sections = read_sections(fields.list("sections"));
    read_totals(fields, statement);
    for (const auto& month : fields.list("months"))
        statement.months.push_back(read_month(month));
    for (const auto& warning : fields.list("warnings"))
        statement.warnings.push_back(read_warning(warning));
}

}  // namespace

Statement read_statement(std::string_view json) {
    Statement statement;
    const JsonValue record = parse(json, statement.charges);
    RecordFields fields(record, "the record");
    read_head(fields, statement);
    check_charges(fields.member("charges"), statement);
    fields.finish();
    return statement;
}

}  // namespace focus_billing
