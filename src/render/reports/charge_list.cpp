#include "focus_billing/render/reports/charge_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_cell = 40;
constexpr std::size_t date_length = 10;

std::string cell(const StoredCharge& charge, std::size_t column) {
    const auto text = charge.text(column);
    return text.empty() ? "-" : shown_text(text, longest_cell);
}

// Why it is held; or that it was, and what was decided.
std::string held_text(const StoredCharge& charge) {
    const auto decision = charge.text(charge_column("x_Decision"));
    if (decision == "approve")
        return "(approved)";
    if (!decision.empty())
        return "(" + std::string(decision) + "ed)";
    const auto names = charge.text(charge_column("x_Flags"));
    std::string text;
    for (const char c : names)
        text += c == ',' ? ", " : std::string(1, c);
    return text;
}

class ChargeTable : public ChargeList {
public:
    std::string begin() override { return {}; }

    std::string add(const StoredCharge& charge) override {
        std::string ready;
        if (m_shown == 0) {
            ready = m_table.add({"charge", "period", "source", "date", "pi", "project", "fund_org",
                                 "service", "billed", "currency", "held for"});
        }
        ++m_shown;
        m_totals[std::string(charge.text(charge_column("BillingCurrency")))].add(
            parse_decimal(charge.text(charge_column("BilledCost"))).value);
        return ready + m_table.add(row(charge));
    }

    std::string end(std::uint64_t all) override {
        std::string text = m_table.finish() + (m_shown == 0 ? "" : "\n");
        text += m_shown == all ? counted(all, "charge")
                               : fmt::format("{} of {}", m_shown, counted(all, "charge"));
        std::vector<TextRow> rows;
        for (const auto& [currency, sum] : m_totals)
            rows.push_back({"billed", sum.text(), currency});
        return text + "\n" + text_table(rows, 2);
    }

private:
    // A charge that counts in another month than its own shows both.
    static std::string period(const StoredCharge& charge) {
        const auto own = charge.text(charge_column("x_BillingPeriod"));
        const auto billed_in = charge.text(charge_column("x_BilledIn"));
        return billed_in.empty() || billed_in == own ? std::string(own)
                                                     : fmt::format("{} in {}", own, billed_in);
    }

    static TextRow row(const StoredCharge& charge) {
        const auto date = charge.text(charge_column("ChargePeriodStart")).substr(0, date_length);
        return {std::string(charge.text(charge_column("x_ChargeId"))),
                period(charge),
                cell(charge, charge_column("x_Source")),
                date.empty() ? "-" : std::string(date),
                cell(charge, charge_column("x_PiEmail")),
                cell(charge, charge_column("x_ProjectId")),
                cell(charge, charge_column("x_FundOrg")),
                cell(charge, charge_column("ServiceName")),
                std::string(charge.text(charge_column("BilledCost"))),
                std::string(charge.text(charge_column("BillingCurrency"))),
                held_text(charge)};
    }

    RunningTable m_table;
    std::uint64_t m_shown = 0;
    std::map<std::string, DecimalSum> m_totals;
};

class ChargeCsv : public ChargeList {
public:
    std::string begin() override {
        for (const auto& column : charge_columns)
            m_writer.add_text(column.name);
        return m_writer.take_record();
    }

    std::string add(const StoredCharge& charge) override {
        for (std::size_t i = 0; i < charge_columns.size(); ++i)
            add_cell(charge.cells[i], charge_columns[i].kind);
        return m_writer.take_record();
    }

    std::string end(std::uint64_t) override { return {}; }

private:
    void add_cell(const std::optional<std::string_view>& cell, CellKind kind) {
        if (!cell)
            return m_writer.add_null();
        switch (kind) {
        case CellKind::amount:
        case CellKind::integer: return m_writer.add_number(*cell);
        case CellKind::truth: return m_writer.add_text(*cell == "0" ? "false" : "true");
        case CellKind::text:
        case CellKind::tags:
        case CellKind::flags: return m_writer.add_text(*cell);
        }
    }

    CsvWriter m_writer;
};

bool is_json_object(std::string_view text) {
    bool first = true;
    bool is_object = false;
    const auto fault = read_json(text, [&](JsonToken token, std::string_view) {
        is_object = first ? token == JsonToken::begin_object : is_object;
        first = false;
        return is_object;
    });
    return is_object && !fault;
}

std::string array_of_names(std::string_view names) {
    std::string array = "[";
    while (!names.empty()) {
        const auto name = names.substr(0, names.find(','));
        if (array.size() > 1)
            array += ',';
        array += json_text(name);
        names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
    array += ']';
    return array;
}

// Tags go out as they are stored, so that their numbers keep every digit.
std::string tags_value(std::string_view tags, bool at_fault) {
    return !at_fault && is_json_object(tags) ? std::string(tags) : json_text(tags);
}

std::string value(const StoredCharge& charge, std::size_t column) {
    const auto& cell = charge.cells[column];
    if (!cell)
        return "null";
    switch (charge_columns[column].kind) {
    case CellKind::integer: return std::string(*cell);
    case CellKind::truth: return *cell == "0" ? "false" : "true";
    case CellKind::flags: return array_of_names(*cell);
    case CellKind::tags:
        return tags_value(*cell, charge.cells[charge_column("x_TagsFault")].has_value());
    case CellKind::text:
    case CellKind::amount: break;
    }
    return json_text(*cell);
}

class ChargeJson : public ChargeList {
public:
    std::string begin() override { return "["; }

    std::string add(const StoredCharge& charge) override {
        std::string object = m_first ? "\n{" : ",\n{";
        m_first = false;
        for (std::size_t i = 0; i < charge_columns.size(); ++i) {
            object += i == 0 ? "\"" : ",\"";
            object += charge_columns[i].name;
            object += "\":";
            object += value(charge, i);
        }
        return object + "}";
    }

    std::string end(std::uint64_t) override { return "]\n"; }

private:
    bool m_first = true;
};

}  // namespace

std::unique_ptr<ChargeList> make_charge_table() {
    return std::make_unique<ChargeTable>();
}

std::unique_ptr<ChargeList> make_charge_csv() {
    return std::make_unique<ChargeCsv>();
}

std::unique_ptr<ChargeList> make_charge_json() {
    return std::make_unique<ChargeJson>();
}

}  // namespace focus_billing
