#include "focus_billing/input/parse_amounts.hpp"

#include <algorithm>

#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view plain_form = "write digits, a point and nothing else: 1234.50";

std::string without(std::string_view text, std::string_view characters) {
    std::string rest;
    for (const char c : text) {
        if (characters.find(c) == std::string_view::npos)
            rest += c;
    }
    return rest;
}

// `1.234,50` is not 1.23450, nor `1,5` 15: there the comma is the decimal point.
bool comma_may_separate(std::string_view value) {
    const auto comma = value.rfind(',');
    const auto point = value.find('.');
    return comma == std::string_view::npos || (point != std::string_view::npos && comma < point);
}

std::string number_help(Column column, std::string_view value) {
    const bool is_word = std::ranges::none_of(value, [](char c) { return c >= '0' && c <= '9'; });
    if (is_word && column == Column::billed_cost) {
        return "write a number; a row that costs nothing says 0";
    }
    if (is_word)
        return "write a number, or leave the field empty where there is none";
    const std::string bare = without(value, ", \t$_'");
    if (comma_may_separate(value) && parse_decimal(bare).fault == DecimalFault::none) {
        return "write it without separators and currency signs: " + bare;
    }
    return std::string(plain_form);
}

void report_fault(ChargeRow& row, Column column, DecimalFault fault, std::string_view value) {
    if (fault == DecimalFault::not_a_number) {
        if (row.count(201)) {
            row.keep(201, column, "is not a decimal number", value, number_help(column, value));
        }
        return;
    }
    const bool too_large = fault == DecimalFault::too_large;
    row.report(203, column,
               too_large ? "is too large to be kept exactly"
                         : "has more digits than can be kept exactly",
               value, "at most 38 digits are kept, before and behind the point together");
}

// The numbers of a row: its costs are often the same, and then read once.
class RowNumbers {
public:
    explicit RowNumbers(ChargeRow& row) : m_row(row) {}

    void parse_billed_cost(Decimal& value) {
        const auto text = m_row.text(Column::billed_cost);
        if (trimmed(text).empty()) {
            m_row.report(202, Column::billed_cost, "is missing", text,
                         "write the cost of the row; a row that costs nothing says 0");
            return;
        }
        parse(Column::billed_cost, text, value);
    }

    void parse_optional(Column column, std::optional<Decimal>& value) {
        value.reset();
        const auto text = m_row.text(column);
        if (text.empty())
            return;
        Decimal number;
        if (parse(column, text, number))
            value = number;
    }

private:
    bool parse(Column column, std::string_view text, Decimal& value) {
        if (text == m_plain_text) {
            value = m_plain_value;
            return true;
        }
        const auto parsed = parse_decimal(text);
        if (parsed.fault != DecimalFault::none) {
            report_fault(m_row, column, parsed.fault, text);
            return false;
        }
        value = parsed.value;
        if (!parsed.unusual) {
            m_plain_text = text;
            m_plain_value = value;
        } else if (m_row.count(204)) {
            m_row.keep(204, column, "is written in a form that FOCUS does not allow", text,
                       "it is read as " + value.text() + "; write it so");
        }
        return true;
    }

    ChargeRow& m_row;
    std::string_view m_plain_text;
    Decimal m_plain_value;
};

std::string_view known_currency(std::string_view text) {
    // One code for each currency, so that a code in lower case needs no memory of its own.
    static const auto codes = [] {
        std::vector<std::string> all;
        for (char a = 'A'; a <= 'Z'; ++a)
            for (char b = 'A'; b <= 'Z'; ++b)
                for (char c = 'A'; c <= 'Z'; ++c)
                    if (is_currency(std::string{a, b, c}))
                        all.push_back({a, b, c});
        return all;
    }();
    const auto found = std::ranges::find_if(
        codes, [&](const auto& code) { return equals_ignoring_case(code, text); });
    return found == codes.end() ? std::string_view{} : std::string_view(*found);
}

void parse_currency(ChargeRow& row, std::string_view default_currency, Charge& charge) {
    const auto text = row.text(Column::billing_currency);
    charge.billing_currency = text;
    if (is_currency(text))
        return;
    if (text.empty()) {
        charge.billing_currency = default_currency;
        if (row.count(211)) {
            row.keep(211, Column::billing_currency, "is not given", {},
                     "the configured currency is taken: " + std::string(default_currency));
        }
        return;
    }
    charge.billing_currency = known_currency(text);
    if (charge.billing_currency.empty()) {
        row.report(209, Column::billing_currency, "is no currency of ISO 4217", text,
                   "write the three letters of the currency of the bill: USD");
    } else if (row.count(210)) {
        row.keep(210, Column::billing_currency, "is not in capital letters", text,
                 "it is read as " + std::string(charge.billing_currency) + "; write it so");
    }
}

}  // namespace

void parse_amounts(ChargeRow& row, std::string_view default_currency, Charge& charge) {
    RowNumbers numbers(row);
    numbers.parse_billed_cost(charge.billed_cost);
    numbers.parse_optional(Column::list_cost, charge.list_cost);
    numbers.parse_optional(Column::contracted_cost, charge.contracted_cost);
    numbers.parse_optional(Column::effective_cost, charge.effective_cost);
    numbers.parse_optional(Column::consumed_quantity, charge.consumed_quantity);
    parse_currency(row, default_currency, charge);
}

std::optional<ReadableCost> readable_cost(ChargeRow& row, std::string_view default_currency) {
    const auto cost = parse_decimal(row.text(Column::billed_cost));
    const auto code = row.text(Column::billing_currency);
    const auto currency = code.empty() ? default_currency : known_currency(code);
    if (cost.fault != DecimalFault::none || currency.empty())
        return std::nullopt;
    return ReadableCost{cost.value, currency};
}

}  // namespace focus_billing
