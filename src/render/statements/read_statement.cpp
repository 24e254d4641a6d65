#include "focus_billing/render/statements/read_statement.hpp"

#include <algorithm>

#include "render/record_fields.hpp"
#include "render/statements/charge_rows.hpp"
#include "render/statements/sections_json.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::json;

// Takes each row of the charges as it ends, so that no tree of all of them is built.
class RowTaker {
public:
    RowTaker(std::vector<StatementCharge>& charges, std::size_t text_size)
        : m_charges(charges), m_most_rows(text_size / shortest_row) {}

    bool operator()(int depth, Json::parse_event_t event, const Json& value) {
        constexpr int depth_of_rows = 3;
        if (event == Json::parse_event_t::key)
            enter(depth, value.get_ref<const std::string&>());
        if (event == Json::parse_event_t::value && depth == 1 && m_member == "charge_count")
            reserve(value);
        if (event != Json::parse_event_t::array_end || depth != depth_of_rows || !m_in_rows)
            return true;
        m_charges.push_back(read_charge_row(value));
        return false;
    }

private:
    static constexpr std::size_t shortest_row = 2 * charge_row_columns.size();

    void enter(int depth, const std::string& key) {
        if (depth == 1)
            m_member = key;
        if (depth <= 2)
            m_in_rows = depth == 2 && m_member == "charges" && key == "rows";
    }

    // A vector that grows by itself takes up to three times the memory.
    void reserve(const Json& count) {
        if (count.is_number_unsigned())
            m_charges.reserve(std::min<std::size_t>(count.get<std::uint64_t>(), m_most_rows));
    }

    std::vector<StatementCharge>& m_charges;
    std::size_t m_most_rows;
    std::string m_member;
    bool m_in_rows = false;
};

Json parse(std::string_view json, std::vector<StatementCharge>& charges) {
    RowTaker taker(charges, json.size());
    const auto on_event = [&taker](int depth, Json::parse_event_t event, const Json& value) {
        return taker(depth, event, value);
    };
    try {
        return Json::parse(json.begin(), json.end(), on_event);
    } catch (const Json::parse_error& error) {
        refuse_record("no JSON at byte " + std::to_string(error.byte));
    }
}

void check_charges(const Json& json, const Statement& statement) {
    RecordFields fields(json, "charges");
    if (fields.list("columns") != Json(charge_row_columns))
        refuse_record("charges have other columns");
    if (!fields.list("rows").empty())
        refuse_record("a charge is no list");
    fields.finish();
    for (const auto& charge : statement.charges) {
        if (charge.section >= statement.sections.size())
            refuse_record("a charge stands in no section");
    }
}

std::optional<PreviousVersion> read_previous(const Json& json) {
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

Organization read_organization(const Json& json) {
    RecordFields fields(json, "organization");
    Organization organization;
    organization.name = fields.text("name");
    organization.unit = fields.text("unit");
    organization.contact = fields.texts("contact");
    organization.email = fields.text("email");
    fields.finish();
    return organization;
}

StatementKey read_key(const Json& json) {
    RecordFields fields(json, "key");
    StatementKey key;
    key.pi_email = fields.text("pi_email");
    key.project_id = fields.text("project_id");
    key.currency = fields.text("currency");
    fields.finish();
    return key;
}

StatementMonth read_month(const Json& json) {
    RecordFields fields(json, "a month");
    StatementMonth month;
    month.period = fields.text("period");
    month.due = fields.amount("due");
    fields.finish();
    return month;
}

StatementWarning read_warning(const Json& json) {
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
    const Json record = parse(json, statement.charges);
    RecordFields fields(record, "the record");
    read_head(fields, statement);
    check_charges(fields.member("charges"), statement);
    fields.finish();
    return statement;
}

}  // namespace focus_billing
