#include "focus_billing/input/parse_charge.hpp"

#include "focus_billing/input/parse_amounts.hpp"
#include "input/check_charge.hpp"

namespace focus_billing {

namespace {

std::string fields_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " field" : " fields");
}

void parse_texts(ChargeRow& row, Charge& charge) {
    charge.charge_category = row.text(Column::charge_category);
    charge.charge_class = row.text(Column::charge_class);
    charge.charge_description = row.text(Column::charge_description);
    charge.service_name = row.text(Column::service_name);
    charge.service_category = row.text(Column::service_category);
    charge.resource_id = row.text(Column::resource_id);
    charge.resource_name = row.text(Column::resource_name);
    charge.region_id = row.text(Column::region_id);
    charge.sku_id = row.text(Column::sku_id);
    charge.sub_account_id = row.text(Column::sub_account_id);
    charge.sub_account_name = row.text(Column::sub_account_name);
    charge.provider_name = row.text(Column::service_provider_name);
    if (charge.provider_name.empty())
        charge.provider_name = row.text(Column::provider_name);
    charge.invoice_id = row.text(Column::invoice_id);
    charge.consumed_unit = row.text(Column::consumed_unit);
}

}  // namespace

bool ChargeParser::has_all_fields(const CsvRecord& record, Findings& findings) const {
    if (record.size() == m_binding.width())
        return true;
    if (findings.count(111)) {
        findings.keep(
            make_diagnostic(111, {.file = m_file, .line = record.line(), .column = 0},
                            "the row has " + fields_text(record.size()) + ", the header " +
                                fields_text(m_binding.width()),
                            {},
                            record.size() < m_binding.width()
                                ? "add the missing fields, empty where there is no value"
                                : "put a value that contains a comma in quotes: \"a, b\""));
    }
    return false;
}

const Tags& ChargeParser::parse_tags(ChargeRow& row) {
    const std::size_t field = row.binding().field(Column::tags);
    if (row.record().is_quoted(field)) {
        const Tags* tags = m_known_tags.parse_doubled(row.record().raw(field));
        if (tags != nullptr)
            return *tags;
    }
    const auto text = row.text(Column::tags);
    m_tags.parse(text, m_decoded_tags, m_decoded_keys);
    m_decoded_tags.raw = m_decoded_tags.fault.empty() ? std::string_view{} : text;
    return m_decoded_tags;
}

std::optional<ReadableCost> ChargeParser::cost_of_rejected(CsvRecord& record) const {
    if (record.size() != m_binding.width())
        return std::nullopt;
    Findings ignored;
    ChargeRow row(record, m_binding, m_file, ignored);
    return readable_cost(row, m_currency);
}

bool ChargeParser::parse(CsvRecord& record, Charge& charge, Findings& findings) {
    if (!has_all_fields(record, findings))
        return false;
    ChargeRow row(record, m_binding, m_file, findings);
    charge.line = record.line();
    m_periods.parse(row, charge);
    parse_amounts(row, m_currency, charge);
    if (m_cost == CostBasis::effective && !charge.effective_cost && !row.rejected()) {
        row.report(
            214, Column::effective_cost, "is empty, and the source is charged by it", {},
            "ask for an export with EffectiveCost, or charge the source by BilledCost: cost: "
            "billed");
    }
    if (row.rejected())
        return false;
    parse_texts(row, charge);
    check_charge(row, charge);
    charge.tags = &parse_tags(row);
    return true;
}

}  // namespace focus_billing
