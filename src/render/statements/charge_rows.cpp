#include "render/statements/charge_rows.hpp"

#include <charconv>

#include "focus_billing/format/json.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "render/record_fields.hpp"

namespace focus_billing {

namespace {

void append_text(std::string_view text, std::string& json) {
    if (text.empty()) {
        json += ", null";
        return;
    }
    json += ", ";
    append_json_string(text, json);
}

template <std::integral Number>
void append_number(Number number, std::string& json) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    json.append(digits.data(), end);
}

void append_row(const StatementCharge& charge, std::string& json) {
    json += '[';
    append_number(charge.id, json);
    json += ", ";
    append_number(charge.section, json);
    append_text(line_kind_names[static_cast<std::size_t>(charge.kind)], json);
    for (const auto* text :
         {&charge.period, &charge.day, &charge.service, &charge.resource_id, &charge.resource_name,
          &charge.description, &charge.region, &charge.quantity, &charge.unit, &charge.list,
          &charge.amount, &charge.source}) {
        append_text(*text, json);
    }
    json += ", ";
    append_number(charge.import_id, json);
    json += ", ";
    append_number(charge.line, json);
    json += ", ";
    if (charge.corrects)
        append_number(*charge.corrects, json);
    else
        json += "null";
    json += ']';
}

// At most, unless there is much to escape. Memory that is not written to costs nothing, but a text
// that grows beyond what was reserved is there twice while it is copied.
std::size_t row_size(const StatementCharge& charge) {
    constexpr std::size_t numbers_and_punctuation = 240;
    return numbers_and_punctuation + charge.period.size() + charge.day.size() +
           charge.service.size() + charge.resource_id.size() + charge.resource_name.size() +
           charge.description.size() + charge.region.size() + charge.quantity.size() +
           charge.unit.size() + charge.list.size() + charge.amount.size() + charge.source.size();
}

void append_charges(const std::vector<StatementCharge>& charges, std::string& json) {
    json += "\"charges\": {\n    \"columns\": [";
    for (std::size_t i = 0; i < charge_row_columns.size(); ++i) {
        json += i == 0 ? "" : ", ";
        append_json_string(charge_row_columns[i], json);
    }
    json += "],\n    \"rows\": [";
    for (std::size_t i = 0; i < charges.size(); ++i) {
        json += i == 0 ? "\n      " : ",\n      ";
        append_row(charges[i], json);
    }
    json += charges.empty() ? "]\n  }" : "\n    ]\n  }";
}

std::size_t charges_size(const std::vector<StatementCharge>& charges) {
    std::size_t size = 400;
    for (const auto& charge : charges)
        size += row_size(charge);
    return size;
}

// The cells of a row, one after the other, in the order of charge_row_columns.
class RowCells {
public:
    explicit RowCells(const JsonValue& row) : m_cells(row.items) {
        if (row.kind != JsonKind::array || row.items.size() != charge_row_columns.size())
            refuse_record("a charge has not all its columns");
    }

    template <std::integral Number>
    Number number() {
        const auto& cell = m_cells[m_next];
        return record_number<Number>(cell, charge_row_columns[m_next++]);
    }
    LineKind kind() {
        const auto& cell = m_cells[m_next];
        return static_cast<LineKind>(
            record_choice(cell, charge_row_columns[m_next++], line_kind_names));
    }
    std::string text() {
        const auto& cell = m_cells[m_next];
        return record_text(cell, charge_row_columns[m_next++]);
    }
    std::string amount() {
        const auto& cell = m_cells[m_next];
        return record_amount(cell, charge_row_columns[m_next++]);
    }
    std::optional<std::int64_t> number_or_null() {
        if (m_cells[m_next].is_null())
            return std::nullopt;
        return number<std::int64_t>();
    }

private:
    const std::vector<JsonValue>& m_cells;
    std::size_t m_next = 0;
};

}  // namespace

std::string with_charges(const Json& head, const std::vector<StatementCharge>& charges) {
    const auto text = head.text(2);
    std::string json;
    json.reserve(text.size() + charges_size(charges));
    json.append(text, 0, text.size() - std::string_view("\n}").size());
    json += ",\n  ";
    append_charges(charges, json);
    json += "\n}\n";
    return json;
}

StatementCharge read_charge_row(const JsonValue& row) {
    RowCells cells(row);
    StatementCharge charge;
    charge.id = cells.number<std::int64_t>();
    charge.section = cells.number<std::uint32_t>();
    charge.kind = cells.kind();
    charge.period = cells.text();
    charge.day = cells.text();
    charge.service = cells.text();
    charge.resource_id = cells.text();
    charge.resource_name = cells.text();
    charge.description = cells.text();
    charge.region = cells.text();
    charge.quantity = cells.amount();
    charge.unit = cells.text();
    charge.list = cells.amount();
    charge.amount = cells.amount();
    charge.source = cells.text();
    charge.import_id = cells.number<std::int64_t>();
    charge.line = cells.number<std::uint64_t>();
    charge.corrects = cells.number_or_null();
    return charge;
}

}  // namespace focus_billing
