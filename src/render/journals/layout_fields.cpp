#include "render/journals/layout_fields.hpp"

#include <set>
#include <stdexcept>

namespace focus_billing {

namespace {

FieldValue text_value(std::string text) {
    return {.kind = FieldKind::text, .text = std::move(text)};
}

template <class Number>
FieldValue number_value(Number number) {
    return {.kind = FieldKind::number, .text = std::to_string(number)};
}

FieldValue sum_value(std::optional<DecimalSum> sum) {
    return {.kind = FieldKind::amount, .amount = std::move(sum)};
}

DecimalSum total_of(const DecimalSum& a, const DecimalSum& b) {
    DecimalSum total = a;
    total.add(b);
    return total;
}

}  // namespace

void LayoutFields::enter_file() {
    m_line = nullptr;
    m_document = 0;
    m_lines = 0;
    m_records = (m_layout.record(RecordKind::file_header).empty() ? 0U : 1U) +
                (m_layout.record(RecordKind::file_trailer).empty() ? 0U : 1U);
    m_debits = {};
    m_credits = {};
    std::set<std::string> currencies;
    for (const auto& document : m_journal.documents) {
        m_lines += document.lines.size();
        m_records += records_of(document.lines.size());
        m_debits.add(document.debits);
        m_credits.add(document.credits);
        currencies.insert(document.currency);
    }
    m_currency = currencies.size() == 1 ? *currencies.begin() : std::string();
}

void LayoutFields::enter(const JournalDocument& document) {
    m_line = nullptr;
    m_document = document.number;
    m_currency = document.currency;
    m_lines = document.lines.size();
    m_records = records_of(m_lines);
    m_debits = document.debits;
    m_credits = document.credits;
}

void LayoutFields::enter(std::size_t number, const JournalLine& line) {
    m_number = number;
    m_line = &line;
}

std::size_t LayoutFields::records_of(std::size_t lines) const {
    return lines + (m_layout.record(RecordKind::header).empty() ? 0U : 1U) +
           (m_layout.record(RecordKind::trailer).empty() ? 0U : 1U);
}

FieldValue LayoutFields::find(std::string_view name) const {
    const auto* field = find_journal_field(name);
    if (field == nullptr)
        return site_value(name);
    if (field->kind == FieldKind::amount)
        return amount_value(name);
    return field->in_lines ? line_value(name) : journal_value(name);
}

FieldValue LayoutFields::site_value(std::string_view name) const {
    const std::string key(name);
    if (m_line != nullptr) {
        const auto group = m_line->groups.find(key);
        if (group != m_line->groups.end() && !group->second.empty())
            return text_value(group->second);
    }
    const auto value = m_layout.values.find(key);
    auto found = text_value(value == m_layout.values.end() ? std::string() : value->second);
    found.is_constant = true;
    return found;
}

std::string LayoutFields::document_name() const {
    const auto number =
        m_journal.is_draft() ? std::string("DRAFT") : std::to_string(m_journal.number);
    return m_document == 0 ? number : number + "." + std::to_string(m_document);
}

FieldValue LayoutFields::journal_value(std::string_view name) const {
    if (name == "journal") {
        return text_value(m_journal.is_draft() ? "DRAFT" : std::to_string(m_journal.number));
    }
    if (name == "journal_id")
        return text_value(document_name());
    if (name == "reverses")
        return text_value(m_journal.reverses == 0 ? "" : std::to_string(m_journal.reverses));
    if (name == "period")
        return text_value(m_journal.period.text());
    if (name == "date")
        return {.kind = FieldKind::date, .text = m_journal.date};
    if (name == "created")
        return {.kind = FieldKind::time, .text = m_journal.created};
    if (name == "fiscal_year")
        return number_value(m_journal.fiscal_year);
    if (name == "fiscal_period")
        return number_value(m_journal.fiscal_period);
    if (name == "organization")
        return text_value(m_journal.organization);
    return document_value(name);
}

FieldValue LayoutFields::document_value(std::string_view name) const {
    if (name == "document_count")
        return number_value(m_journal.documents.size());
    if (name == "document")
        return number_value(m_document);
    if (name == "currency")
        return text_value(m_currency);
    if (name == "line_count")
        return number_value(m_lines);
    if (name == "record_count")
        return number_value(m_records);
    throw std::logic_error("no placeholder: " + std::string(name));
}

FieldValue LayoutFields::amount_value(std::string_view name) const {
    if (name == "debit_total")
        return sum_value(m_debits);
    if (name == "credit_total")
        return sum_value(m_credits);
    if (name == "hash_total")
        return sum_value(total_of(m_debits, m_credits));
    const auto& amount = line(name).amount;
    const bool is_debit = line(name).side == Side::debit;
    if (name == "amount")
        return sum_value(amount);
    if (name == "signed_amount")
        return sum_value(is_debit ? amount : DecimalSum().difference(amount));
    const bool is_this_side = is_debit == (name == "debit");
    return sum_value(is_this_side ? std::optional(amount) : std::nullopt);
}

const JournalLine& LayoutFields::line(std::string_view name) const {
    if (m_line == nullptr)
        throw std::logic_error("only a line has {" + std::string(name) + "}");
    return *m_line;
}

FieldValue LayoutFields::line_value(std::string_view name) const {
    if (name == "line")
        return number_value(m_number);
    if (name == "charges")
        return number_value(line(name).charges);
    if (name == "side")
        return {.kind = FieldKind::side, .side = line(name).side};
    if (name == "party")
        return text_value(std::string(party_names[static_cast<std::size_t>(line(name).party)]));
    const auto* text = line_text(line(name), name);
    if (text == nullptr)
        throw std::logic_error("no placeholder: " + std::string(name));
    return text_value(*text);
}

}  // namespace focus_billing
