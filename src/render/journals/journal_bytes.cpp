#include "focus_billing/render/journals/journal_bytes.hpp"

#include <set>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/format/zip.hpp"
#include "render/journals/layout_column.hpp"
#include "render/journals/ledger_text.hpp"

namespace focus_billing {

namespace {

class JournalWriter {
public:
    JournalWriter(const Journal& journal, const JournalLayout& layout)
        : m_journal(journal), m_layout(layout), m_fields(journal, layout),
          m_csv(CsvDialect{layout.delimiter, layout.quote == Quoting::always, line_end(layout)}) {}

    JournalBytes write() {
        check();
        if (m_layout.form == LayoutKind::ledger)
            m_result.bytes = ledger_text(m_journal, m_layout, m_on_fault);
        else
            append_records();
        finish();
        return std::move(m_result);
    }

private:
    static std::string_view line_end(const JournalLayout& layout) {
        return layout.line_end == LineEnd::crlf ? "\r\n" : "\n";
    }

    void check() {
        std::set<std::string> currencies;
        for (const auto& document : m_journal.documents)
            currencies.insert(document.currency);
        if (auto fault = currency_fault(m_layout, currencies))
            m_result.faults.push_back(std::move(*fault));
    }

    void append_records() {
        if (m_layout.names)
            append_names();
        m_fields.enter_file();
        append(RecordKind::file_header);
        for (const auto& document : m_journal.documents)
            append(document);
        m_fields.enter_file();
        append(RecordKind::file_trailer);
    }

    void append_names() {
        for (const auto& column : m_layout.record(RecordKind::line))
            m_csv.add_constant(column.name);
        m_result.bytes += m_csv.take_record();
    }

    void append(const JournalDocument& document) {
        m_fields.enter(document);
        append(RecordKind::header);
        for (std::size_t i = 0; i < document.lines.size(); ++i) {
            m_fields.enter(i + 1, document.lines[i]);
            m_reference = document.lines[i].reference;
            append(RecordKind::line);
        }
        m_reference.clear();
        m_fields.enter(document);
        append(RecordKind::trailer);
    }

    void append(RecordKind kind) {
        m_kind = kind;
        const auto& columns = m_layout.record(kind);
        if (columns.empty())
            return;
        m_result.bytes +=
            m_layout.form == LayoutKind::fixed ? fixed_record(columns) : csv_record(columns);
    }

    ColumnText text_of(const LayoutColumn& column) {
        return column_text(column, m_fields, m_layout.encoding, m_on_fault);
    }

    void note(int code, const LayoutColumn& column, std::string message, std::string value,
              std::string help) {
        if (!m_noted.insert({code, &column, value}).second)
            return;
        auto diagnostic = make_diagnostic(
            code, column.place,
            std::move(message) + (m_reference.empty() ? "" : ", in the line " + m_reference),
            std::move(value), std::move(help));
        diagnostic.field = std::string(record_kind_names[static_cast<std::size_t>(m_kind)]) +
                           (column.name.empty() ? "" : "." + column.name);
        m_result.faults.push_back(std::move(diagnostic));
    }

    std::string fixed_record(const std::vector<LayoutColumn>& columns) {
        std::string record;
        std::size_t at = 1;
        for (const auto& column : columns) {
            record.append(column.start - at, ' ');
            record += padded(text_of(column), column);
            at = column.start + column.width;
        }
        return record.append(line_end(m_layout));
    }

    std::string csv_record(const std::vector<LayoutColumn>& columns) {
        for (const auto& column : columns) {
            const auto cell = text_of(column);
            if (cell.is_text)
                m_csv.add_text(delimited_text(cell, column));
            else
                m_csv.add_constant(delimited_text(cell, column));
        }
        return m_csv.take_record();
    }

    // A delimited column is only filled up where its layout says with what.
    static std::string delimited_text(const ColumnText& cell, const LayoutColumn& column) {
        return column.pad == ' ' || !cell.is_filled ? cell.text : padded(cell, column);
    }

    void finish() {
        if (!m_result.faults.empty())
            m_result.bytes.clear();
        else if (!m_layout.zipped_as.empty())
            m_result.bytes = zip_text(m_layout.zipped_as, m_result.bytes, m_journal.date);
    }

    const Journal& m_journal;
    const JournalLayout& m_layout;
    LayoutFields m_fields;
    CsvWriter m_csv;
    JournalBytes m_result;
    RecordKind m_kind = RecordKind::line;
    std::string m_reference;
    std::set<std::tuple<int, const LayoutColumn*, std::string>> m_noted;
    const OnFault m_on_fault = [this](int code, const LayoutColumn& column, std::string message,
                                      std::string value, std::string help) {
        note(code, column, std::move(message), std::move(value), std::move(help));
    };
};

}  // namespace

std::optional<Diagnostic> currency_fault(const JournalLayout& layout,
                                         const std::set<std::string>& currencies) {
    if (layout.several_currencies || currencies.size() < 2)
        return std::nullopt;
    std::string list;
    for (const auto& currency : currencies)
        list += (list.empty() ? "" : ", ") + currency;
    return make_diagnostic(832, {}, "the layout " + layout.name + " carries one currency", list,
                           "make a journal of each: --currency " + *currencies.begin());
}

JournalBytes journal_bytes(const Journal& journal, const JournalLayout& layout) {
    return JournalWriter(journal, layout).write();
}

}  // namespace focus_billing
