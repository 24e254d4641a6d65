#include "focus_billing/convert/converter.hpp"

#include <algorithm>

#include "focus_billing/format/json.hpp"
#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t head_size = 64;
constexpr std::size_t largest_text = std::size_t{2} << 30U;

}  // namespace

ProviderBytes::ProviderBytes(ByteSource& source) : m_bytes(source, head_size) {}

bool ProviderBytes::is_json() const {
    const auto head = m_bytes.first_bytes();
    const auto first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != head.npos && (head[first] == '{' || head[first] == '[');
}

bool ProviderBytes::is_utf16() const {
    const auto head = m_bytes.first_bytes();
    return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

std::optional<std::string>
ProviderBytes::whole_text(const std::string& file,
                          const std::function<void(const Diagnostic&)>& on_finding) {
    auto text = read_all(*this, largest_text);
    if (!text) {
        on_finding(make_diagnostic(601, {.file = file, .line = 0, .column = 0},
                                   "the JSON is larger than 2 GiB", {},
                                   "export less at once, and name all files"));
    }
    return text;
}

bool RepeatedRecords::is_repeat(const std::string& record) {
    auto& count = m_counts[record];
    if (count.file != m_file) {
        count.before = std::max(count.before, count.in_file);
        count.in_file = 0;
        count.file = m_file;
    }
    return ++count.in_file <= count.before;
}

FocusRow make_row(const ConversionBasics& basics, BillingPeriod period) {
    using enum FocusText;
    FocusRow row;
    row.billing_period = period;
    row.charge_period = whole_month(period);
    row[billing_account_id] = basics.billing_account;
    row[billing_account_name] = basics.billing_account;
    row[billing_currency] = basics.currency;
    row[charge_category] = "Usage";
    row[charge_frequency] = "Usage-Based";
    row[pricing_category] = "Standard";
    row[service_name] = basics.service;
    row[service_category] = basics.service_category;
    row[service_subcategory] = basics.service_subcategory;
    for (const auto column : {provider_name, publisher_name, invoice_issuer_name})
        row[column] = basics.provider;
    return row;
}

ChargePeriod whole_month(BillingPeriod period) {
    const auto first_day = [](BillingPeriod month) {
        return parse_timestamp(month.text() + "-01")->instant;
    };
    return {.start = first_day(period), .end = first_day(period.next())};
}

void set_costs(FocusRow& row, const Decimal& list, const Decimal& billed) {
    row.list_cost = list;
    row.contracted_cost = billed;
    row.billed_cost = billed;
    row.effective_cost = billed;
}

void set_quantity(FocusRow& row, const Decimal& quantity, std::string_view unit,
                  const Decimal& unit_price) {
    row.pricing_quantity = quantity;
    row.consumed_quantity = quantity;
    row[FocusText::pricing_unit] = unit;
    row[FocusText::consumed_unit] = unit;
    row.list_unit_price = unit_price;
}

void set_payer(FocusRow& row, const PayerEntry* entry, std::string_view kind, std::string_view name,
               UnmappedNames& unmapped) {
    if (entry != nullptr) {
        for (const auto& [key, value] : entry->tags)
            add_tag(row, key, value);
        return;
    }
    auto& noted = unmapped[{std::string(kind), std::string(name)}];
    ++noted.records;
    noted.billed[row[FocusText::billing_currency]].add(row.billed_cost);
}

void add_tag(FocusRow& row, std::string_view key, std::string_view value) {
    const bool is_there =
        std::ranges::any_of(row.tags, [&](const FocusTag& tag) { return tag.first == key; });
    if (!is_there && !value.empty() && !key.empty())
        row.tags.emplace_back(key, value);
}

void complete_payer(FocusRow& row, const PayerMap& payers, std::string_view kind,
                    std::string_view name, UnmappedNames& unmapped) {
    const auto* entry = payers.find(name, row.charge_period.start);
    const bool is_missing = !payers.entries().empty() && row.tags.empty();
    if (entry != nullptr || is_missing)
        set_payer(row, entry, kind, name, unmapped);
}

bool add_json_tags(FocusRow& row, std::string_view json,
                   const std::function<std::string(std::string_view)>& key_of) {
    const auto text = trimmed(json);
    if (text.empty())
        return true;
    JsonValue value;
    const auto fault = text.front() == '{' ? parse_json(text, value)
                                           : parse_json("{" + std::string(text) + "}", value);
    if (fault || value.kind != JsonKind::object)
        return false;
    for (const auto& [key, member] : value.members) {
        if (member.kind == JsonKind::object || member.kind == JsonKind::array)
            return false;
        add_tag(row, key_of(key), member.text);
    }
    return true;
}

}  // namespace focus_billing
