#include "render/journals/layout_column.hpp"

#include <glib.h>

#include <algorithm>

#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/date_format.hpp"
#include "focus_billing/model/text.hpp"
#include "render/ascii_text.hpp"

namespace focus_billing {

namespace {

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// U+0000 to U+001F, U+007F to U+009F, and what some readers take for the end of a line.
std::string without_controls(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool is_c1 =
            byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        const bool is_separator = text.substr(i).starts_with("\xE2\x80\xA8") ||
                                  text.substr(i).starts_with("\xE2\x80\xA9");
        const bool is_control = byte < 0x20 || byte == 0x7F;
        result += is_c1 || is_separator || is_control ? ' ' : text[i];
        i += is_c1 ? 1 : is_separator ? 2 : 0;
    }
    return result;
}

std::string cased(const std::string& text, LetterCase letters) {
    if (letters == LetterCase::as_is)
        return text;
    const auto length = static_cast<gssize>(text.size());
    const GlibText changed(letters == LetterCase::upper ? g_utf8_strup(text.c_str(), length)
                                                        : g_utf8_strdown(text.c_str(), length));
    return changed.get();
}

std::string cut_to(const std::string& text, std::size_t width) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_continuation(text[i]) && ++characters > width)
            return text.substr(0, i);
    }
    return text;
}

std::string signed_text(const std::string& digits, bool is_negative, SignForm sign) {
    switch (sign) {
    case SignForm::minus: return (is_negative ? "-" : "") + digits;
    case SignForm::plus_minus: return (is_negative ? "-" : "+") + digits;
    case SignForm::trailing: return digits + (is_negative ? "-" : "");
    case SignForm::parentheses: return is_negative ? "(" + digits + ")" : digits;
    }
    return digits;
}

class ColumnMaker {
public:
    ColumnMaker(const LayoutColumn& column, const LayoutFields& fields, LayoutEncoding encoding,
                const OnFault& on_fault)
        : m_column(column), m_fields(fields), m_encoding(encoding), m_on_fault(on_fault) {}

    ColumnText make() {
        for (const auto& part : m_column.value.parts) {
            if (part.kind == TemplatePart::Kind::literal)
                m_result.text += part.text;
            else
                append(m_fields.find(part.text));
        }
        if (!m_result.is_filled) {
            m_result.text.clear();
            return std::move(m_result);
        }
        m_result.text = without_controls(m_result.text);
        encode();
        m_result.text = cased(m_result.text, m_column.letters);
        fit();
        return std::move(m_result);
    }

private:
    void append(const FieldValue& value) {
        switch (value.kind) {
        case FieldKind::text:
            m_result.is_text = m_result.is_text || !value.is_constant;
            m_result.text += value.text;
            break;
        case FieldKind::number: m_result.text += value.text; break;
        case FieldKind::date:
        case FieldKind::time:
            m_result.text += formatted_date(value.text, m_column.date_format);
            break;
        case FieldKind::side:
            m_result.text += value.side == Side::debit ? m_column.debit : m_column.credit;
            break;
        case FieldKind::amount: append(value.amount); break;
        }
        m_is_exact = m_is_exact || value.kind != FieldKind::text;
        m_result.is_amount = m_result.is_amount || value.kind == FieldKind::amount;
    }

    void append(const std::optional<DecimalSum>& amount) {
        if (!amount) {
            m_result.is_filled = false;
            return;
        }
        const auto& currency = m_fields.currency();
        if (currency.empty()) {
            m_on_fault(832, m_column, "an amount of several currencies", {},
                       "make a journal of each currency: --currency CODE");
            return;
        }
        const int decimals = m_column.decimals.value_or(minor_unit_or_usual(currency));
        const auto text = layout_amount(*amount, decimals, m_column.point, m_column.sign);
        if (!text) {
            m_on_fault(831, m_column,
                       "the column has " + std::to_string(decimals) + " decimals, and " + currency +
                           " needs more",
                       amount->text(), "widen 'decimals' in a layout of your own");
        }
        m_result.text += text.value_or("");
    }

    void encode() {
        if (m_encoding == LayoutEncoding::utf8 || is_ascii(m_result.text))
            return;
        auto [text, is_whole] = ascii_text(m_result.text);
        if (!is_whole && !m_column.cut) {
            m_on_fault(833, m_column, "the layout is ASCII, and this has other characters",
                       m_result.text, "mend the text, or use a layout with encoding: utf-8");
        }
        m_result.text = std::move(text);
    }

    void fit() {
        if (m_column.width == 0 || character_count(m_result.text) <= m_column.width)
            return;
        const bool may_be_cut = m_column.cut && (m_result.is_text || !m_is_exact);
        if (!may_be_cut) {
            m_on_fault(830, m_column,
                       "this has " + std::to_string(character_count(m_result.text)) +
                           " characters, and the column " + std::to_string(m_column.width),
                       m_result.text,
                       "shorten it where it is set, take fund_orgs apart by "
                       "journal.fund_org_regex, or use a layout of your own");
            return;
        }
        m_result.text = cut_to(m_result.text, m_column.width);
    }

    const LayoutColumn& m_column;
    const LayoutFields& m_fields;
    LayoutEncoding m_encoding;
    const OnFault& m_on_fault;
    ColumnText m_result;
    bool m_is_exact = false;  // has a number, an amount, a date or a side
};

}  // namespace

ColumnText column_text(const LayoutColumn& column, const LayoutFields& fields,
                       LayoutEncoding encoding, const OnFault& on_fault) {
    return ColumnMaker(column, fields, encoding, on_fault).make();
}

std::optional<std::string> layout_amount(const DecimalSum& amount, int decimals, bool point,
                                         SignForm sign) {
    auto digits = amount.magnitude().text();
    auto whole = digits.find('.');
    if (whole == std::string::npos) {
        whole = digits.size();
        digits += '.';
    }
    const auto wanted = static_cast<std::size_t>(decimals);
    const auto present = digits.size() - whole - 1;
    if (present > wanted)
        return std::nullopt;
    digits.append(wanted - present, '0');
    if (!point || decimals == 0)
        digits.erase(whole, 1);
    return signed_text(digits, amount.sign() < 0, sign);
}

std::string padded(const ColumnText& cell, const LayoutColumn& column) {
    const auto length = character_count(cell.text);
    if (length >= column.width)
        return cell.text;
    const char pad = cell.is_filled ? column.pad : ' ';
    const std::string padding(column.width - length, pad);
    if (column.align == Align::left)
        return cell.text + padding;
    const bool has_sign = cell.is_amount && cell.text.find_first_of("+-(") == 0;
    const std::size_t behind_sign = has_sign && pad == '0' ? 1 : 0;
    return cell.text.substr(0, behind_sign) + padding + cell.text.substr(behind_sign);
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return !is_continuation(c); }));
}

}  // namespace focus_billing
