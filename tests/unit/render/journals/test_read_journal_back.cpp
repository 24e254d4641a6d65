#include <catch2/catch.hpp>

#include <map>

#include "focus_billing/render/journals/journal_bytes.hpp"
#include "render/journals/any_journal.hpp"

using namespace focus_billing;

namespace {

using Records = std::vector<std::vector<std::string>>;

// Readers that have nothing of the writers.

Records read_delimited(const std::string& bytes, char delimiter, const std::string& line_end) {
    Records records;
    std::vector<std::string> record(1);
    bool is_quoted = false;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (is_quoted && bytes[at] == '"' && bytes.substr(at + 1, 1) == "\"") {
            record.back() += bytes[at++];
        } else if (bytes[at] == '"') {
            is_quoted = !is_quoted;
        } else if (!is_quoted && bytes.compare(at, line_end.size(), line_end) == 0) {
            records.push_back(std::move(record));
            record.assign(1, "");
            at += line_end.size() - 1;
        } else if (!is_quoted && bytes[at] == delimiter) {
            record.emplace_back();
        } else {
            record.back() += bytes[at];
        }
    }
    RC_ASSERT(record == std::vector<std::string>(1));
    return records;
}

std::vector<std::string> characters_of(const std::string& text) {
    std::vector<std::string> characters;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U)
            characters.back() += c;
        else
            characters.emplace_back(1, c);
    }
    return characters;
}

Records read_positions(const std::string& bytes, const std::vector<std::size_t>& widths) {
    Records records;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto end = bytes.find('\n', at);
        RC_ASSERT(end != std::string::npos);
        const auto characters = characters_of(bytes.substr(at, end - at));
        at = end + 1;
        auto& record = records.emplace_back();
        std::size_t from = 0;
        for (const auto width : widths) {
            RC_ASSERT(from + width <= characters.size());
            auto& field = record.emplace_back();
            for (const auto to = from + width; from < to; ++from)
                field += characters[from];
        }
        RC_ASSERT(from == characters.size());
    }
    return records;
}

std::string replaced(std::string text, const std::string& from, const std::string& by) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + by.size()))
        text.replace(at, from.size(), by);
    return text;
}

// What a record keeps of a text.
std::string kept(std::string text) {
    for (const auto* control : {"\t", "\n", "\r", "\x01", "\x7f", "\xC2\x85", "\xE2\x80\xA8"})
        text = replaced(std::move(text), control, " ");
    return text;
}

std::string guarded(const std::string& text) {
    const auto first = text.find_first_not_of('\'');
    const bool runs = first != std::string::npos &&
                      std::string_view("=+-@").find(text[first]) != std::string_view::npos;
    return runs ? "'" + text : text;
}

std::string without_blanks_behind(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

std::size_t line_count(const Journal& journal) {
    std::size_t count = 0;
    for (const auto& document : journal.documents)
        count += document.lines.size();
    return count;
}

// Each record has a document, a side, an amount, and that of the texts which `expected` tells.
template <class Expected>
void check_lines(const Journal& journal, const Records& records, Expected expected) {
    RC_ASSERT(records.size() == line_count(journal));
    std::size_t row = 0;
    for (const auto& document : journal.documents) {
        std::map<std::string, DecimalSum> sums;
        for (const auto& line : document.lines) {
            const auto& record = records[row++];
            RC_ASSERT(record.at(0) == std::to_string(document.number));
            RC_ASSERT(record.at(1) == (line.side == Side::debit ? "D" : "C"));
            const auto amount = DecimalSum::parse(record.at(2));
            RC_ASSERT(amount.has_value());
            RC_ASSERT(amount->text() == line.amount.text());
            sums[record.at(1)].add(*amount);
            RC_ASSERT(expected(record.at(3)) == expected(kept(line.description)));
            RC_ASSERT(expected(record.at(4)) == expected(kept(line.fund_org)));
        }
        RC_ASSERT(sums["D"].text() == document.debits.text());
        RC_ASSERT(sums["C"].text() == document.credits.text());
    }
}

std::vector<LayoutColumn> line_columns() {
    return {layout_column("{document}", 3), layout_column("{side}", 1),
            layout_column("{amount}", 30), layout_column("{description}", 1500),
            layout_column("{fund_org}", 1500)};
}

}  // namespace

TEST_CASE("whatever the texts are, a delimited journal is read back") {
    CHECK(rc::check([] {
        const auto journal = any_journal();
        JournalLayout layout;
        layout.record(RecordKind::line) = line_columns();
        layout.delimiter = *rc::gen::element(',', ';', '|', '\t', '\'', '=');
        layout.quote = *rc::gen::element(Quoting::needed, Quoting::always);
        layout.line_end = *rc::gen::element(LineEnd::lf, LineEnd::crlf);
        const auto rendered = journal_bytes(journal, layout);
        RC_ASSERT(rendered.faults.empty());
        auto records = read_delimited(rendered.bytes, layout.delimiter,
                                      layout.line_end == LineEnd::lf ? "\n" : "\r\n");
        std::size_t row = 0;
        for (const auto& document : journal.documents) {
            for (const auto& line : document.lines) {
                RC_ASSERT(records.at(row).at(3) == guarded(kept(line.description)));
                records[row].at(3) = kept(line.description);
                RC_ASSERT(records.at(row).at(4) == guarded(kept(line.fund_org)));
                records[row++].at(4) = kept(line.fund_org);
            }
        }
        check_lines(journal, records, [](const std::string& text) { return text; });
        RC_ASSERT(journal_bytes(journal, layout).bytes == rendered.bytes);
    }));
}

TEST_CASE("whatever the texts are, a journal of fixed positions is read back") {
    CHECK(rc::check([] {
        const auto journal = any_journal();
        JournalLayout layout;
        layout.form = LayoutKind::fixed;
        auto columns = line_columns();
        columns[2].align = Align::right;
        columns[2].pad = *rc::gen::element(' ', '0');
        set_positions(columns);
        std::vector<std::size_t> widths;
        for (const auto& column : columns)
            widths.push_back(column.width);
        layout.record(RecordKind::line) = columns;
        const auto rendered = journal_bytes(journal, layout);
        RC_ASSERT(rendered.faults.empty());
        auto records = read_positions(rendered.bytes, widths);
        for (auto& record : records) {
            record[0] = without_blanks_behind(record[0]);
            record[2].erase(0, record[2].find_first_not_of(" 0"));
            if (record[2].starts_with('.'))
                record[2].insert(0, "0");
        }
        check_lines(journal, records, without_blanks_behind);
        RC_ASSERT(journal_bytes(journal, layout).bytes == rendered.bytes);
    }));
}
