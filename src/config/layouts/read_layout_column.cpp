#include "config/layouts/read_layout_column.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "config/read_values.hpp"
#include "config/yaml/yaml_errors.hpp"
#include "focus_billing/model/date_format.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

constexpr int widest_column = 10'000;
constexpr int most_decimals = 9;

bool stands_alone(FieldKind kind) {
    return kind != FieldKind::text && kind != FieldKind::number;
}

class ColumnReader {
public:
    ColumnReader(ConfigReader& reader, const Setting& setting, const ColumnTerms& terms,
                 RecordKind record)
        : m_reader(reader), m_terms(terms), m_record(record),
          m_section(reader.section(setting, "layout.records[]")) {
        m_column.place = {terms.file, setting.node->line, setting.node->column};
    }

    LayoutColumn read() {
        read_name();
        if (const Setting* value = m_section.find("value"))
            read_value(*value);
        if (m_terms.form == LayoutKind::ledger)
            return std::move(m_column);
        read_place();
        read_text_options();
        read_special_options();
        check_width();
        check_pad();
        return std::move(m_column);
    }

private:
    [[nodiscard]] bool is_map() const { return m_section.setting().node->kind == YamlKind::map; }

    void read_name() {
        const Setting& column = m_section.setting();
        if (const Setting* name = m_section.find("name"))
            m_column.name = m_reader.filled_text(*name).value_or("");
        else if (m_terms.names && m_record == RecordKind::line && is_map())
            m_reader.report(825, column,
                            fmt::format("{} has no name for the row of names", column.field), {},
                            "add a line such as: name: Fund Org");
    }

    void read_value(const Setting& setting) {
        const auto text = m_reader.text(setting);
        m_column.value = parse_template(text.value_or(""));
        m_is_clear = text && m_column.value.fault.empty();
        if (!text)
            return;
        if (!m_is_clear) {
            m_reader.report(821, setting,
                            fmt::format("{} has {}", setting.field, m_column.value.fault), *text,
                            "write {name} for a placeholder; {{ is a brace");
            return;
        }
        std::size_t placeholders = 0;
        for (const auto& part : m_column.value.parts) {
            if (part.kind == TemplatePart::Kind::literal)
                continue;
            ++placeholders;
            read_placeholder(setting, part);
        }
        if (stands_alone(m_kind) && placeholders > 1) {
            m_is_clear = false;
            m_reader.report(821, setting,
                            fmt::format("{} has more than one placeholder beside a date, an "
                                        "amount or a side",
                                        setting.field),
                            *text, "give it a column of its own");
        }
    }

    void read_placeholder(const Setting& setting, const TemplatePart& part) {
        m_has_placeholder = true;
        const auto* field = find_journal_field(part.text);
        const bool is_value = m_terms.values.contains(part.text);
        const bool is_group =
            std::ranges::find(m_terms.more_names, part.text) != m_terms.more_names.end();
        if (part.kind == TemplatePart::Kind::tag || (field == nullptr && !is_value && !is_group)) {
            m_is_clear = false;
            m_reader.report(820, setting,
                            fmt::format("{} has an unknown placeholder", setting.field), part.text,
                            help_for(part.text));
            return;
        }
        const bool in_lines = field == nullptr ? !is_value : field->in_lines;
        if (in_lines && m_record != RecordKind::line) {
            m_reader.report(820, setting,
                            fmt::format("{} has a placeholder that only a line has", setting.field),
                            part.text, "use it in the record 'line'");
        }
        if (field != nullptr && (m_kind == FieldKind::text || stands_alone(field->kind)))
            m_kind = field->kind;
    }

    [[nodiscard]] std::string help_for(const std::string& name) const {
        std::vector<std::string> names = m_terms.more_names;
        for (const auto& field : journal_fields)
            names.emplace_back(field.name);
        for (const auto& [value, text] : m_terms.values)
            names.push_back(value);
        const auto nearest = nearest_name(name, std::span<const std::string>(names));
        return (nearest ? "did you mean {" + *nearest + "}? " : std::string()) +
               "a constant of the site is declared under 'values', a part of the fund_org in "
               "journal.fund_org_regex";
    }

    void read_place() {
        if (const Setting* width = m_section.find("width")) {
            if (const auto number = read_whole_number(m_reader, *width, 1, widest_column))
                m_column.width = static_cast<std::size_t>(*number);
        }
        if (const Setting* start = m_section.find("start")) {
            if (m_terms.form != LayoutKind::fixed)
                report_meaningless(*start, "only fixed positions have a start");
            else if (const auto number = read_whole_number(m_reader, *start, 1, 1'000'000))
                m_column.start = static_cast<std::size_t>(*number);
        }
        if (const Setting* align = m_section.find("align")) {
            if (const auto index = m_reader.choice(*align, align_names))
                m_column.align = static_cast<Align>(*index);
        }
        if (const Setting* pad = m_section.find("pad"))
            read_pad(*pad);
        if (m_terms.form == LayoutKind::delimited)
            check_filling();
    }

    // A delimited column is filled up only if the layout says how far and with what.
    void check_filling() {
        const Setting* pad = m_section.find("pad");
        const Setting* align = m_section.find("align");
        if (pad != nullptr && m_section.find("width") == nullptr)
            report_meaningless(*pad, "a column without width is never filled up");
        if (pad == nullptr && align != nullptr)
            report_meaningless(*align, "without pad a delimited column is never filled up");
    }

    void read_pad(const Setting& setting) {
        const auto text = m_reader.text(setting);
        if (!text)
            return;
        if (text->size() == 1 && text->front() >= ' ' && text->front() <= '~') {
            m_column.pad = text->front();
        } else {
            m_reader.report(826, setting, fmt::format("{} is not one character", setting.field),
                            *text, "write one character of ASCII in quotes: '0'");
        }
    }

    void read_text_options() {
        if (const Setting* cut = m_section.find("cut")) {
            m_column.cut = m_reader.choice(*cut, truth_names) == std::size_t{0};
            if (stands_alone(m_kind) && m_is_clear)
                report_meaningless(*cut, "only texts are cut; amounts and dates never are");
            else if (m_column.cut && m_section.find("width") == nullptr)
                report_meaningless(*cut, "a column without width is never too short");
        }
        if (const Setting* letters = m_section.find("case")) {
            if (const auto index = m_reader.choice(*letters, letter_case_names))
                m_column.letters = static_cast<LetterCase>(*index + 1);
        }
    }

    void read_special_options() {
        if (const Setting* date = m_section.find("date"))
            read_date(*date);
        const bool is_amount = m_kind == FieldKind::amount;
        if (const Setting* decimals = wanted("decimals", is_amount, "an amount"))
            m_column.decimals = read_whole_number(m_reader, *decimals, 0, most_decimals);
        if (const Setting* point = wanted("point", is_amount, "an amount"))
            m_column.point = m_reader.choice(*point, truth_names) != std::size_t{1};
        if (const Setting* sign = wanted("sign", is_amount, "an amount")) {
            if (const auto index = m_reader.choice(*sign, sign_names))
                m_column.sign = static_cast<SignForm>(*index);
        }
        if (const Setting* side = wanted("side", m_kind == FieldKind::side, "{side}"))
            read_side(*side);
    }

    const Setting* wanted(std::string_view key, bool has_meaning, std::string_view of_what) {
        const Setting* setting = m_section.find(key);
        if (setting == nullptr || has_meaning || !m_is_clear)
            return setting;
        report_meaningless(*setting, fmt::format("it is for a column of {}", of_what));
        return nullptr;
    }

    void report_meaningless(const Setting& setting, const std::string& why) {
        m_reader.report(824, setting, fmt::format("{} means nothing here: {}", setting.field, why),
                        {}, "remove the option");
    }

    void read_date(const Setting& setting) {
        const bool is_date = m_kind == FieldKind::date || m_kind == FieldKind::time;
        if (!is_date && m_is_clear)
            return report_meaningless(setting, "it is for a column of {date} or {created}");
        const auto text = m_reader.filled_text(setting);
        if (!text)
            return;
        if (is_date_format(*text, m_kind == FieldKind::time || !m_is_clear)) {
            m_column.date_format = *text;
        } else {
            m_reader.report(826, setting, fmt::format("{} is no form of a date", setting.field),
                            *text,
                            "write it with YYYY, YY, MM, MON, DD, and of a time hh, mm, ss: "
                            "MM/DD/YYYY");
        }
    }

    void read_side(const Setting& setting) {
        const Section sides = m_reader.section(setting, "layout.records[].side");
        if (const Setting* debit = sides.find("debit"))
            m_column.debit = m_reader.text(*debit).value_or(m_column.debit);
        if (const Setting* credit = sides.find("credit"))
            m_column.credit = m_reader.text(*credit).value_or(m_column.credit);
    }

    void check_pad() {
        const Setting* pad = m_section.find("pad");
        const bool is_number = m_kind == FieldKind::number || m_kind == FieldKind::amount;
        const bool is_digit = m_column.pad >= '0' && m_column.pad <= '9';
        if (pad == nullptr || !is_number || !is_digit || m_column.align == Align::right)
            return;
        m_reader.report(826, *pad, fmt::format("{} would put digits behind a number", pad->field),
                        std::string(1, m_column.pad), "add a line such as: align: right");
    }

    void check_width() {
        const auto& setting = m_section.setting();
        if (!is_map())
            return;
        if (m_terms.form == LayoutKind::fixed && m_column.width == 0 &&
            m_section.find("width") == nullptr) {
            m_reader.report(822, setting, fmt::format("{} has no width", setting.field), {},
                            "add a line such as: width: 8");
        }
        if (m_has_placeholder || !m_is_clear || m_column.width == 0 || m_column.value.parts.empty())
            return;
        const auto& text = m_column.value.parts.front().text;
        if (count_characters(text) > m_column.width) {
            m_reader.report(823, setting,
                            fmt::format("{} is a constant of {} characters in a column of {}",
                                        setting.field, count_characters(text), m_column.width),
                            text, "shorten it, or widen the column");
        }
    }

    ConfigReader& m_reader;
    const ColumnTerms& m_terms;
    RecordKind m_record;
    Section m_section;
    LayoutColumn m_column;
    FieldKind m_kind = FieldKind::text;
    bool m_has_placeholder = false;
    bool m_is_clear = true;  // of what kind the value is
};

}  // namespace

LayoutColumn read_layout_column(ConfigReader& reader, const Setting& setting,
                                const ColumnTerms& terms, RecordKind record) {
    return ColumnReader(reader, setting, terms, record).read();
}

}  // namespace focus_billing
