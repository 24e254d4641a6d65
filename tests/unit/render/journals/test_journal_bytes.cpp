#include "focus_billing/render/journals/journal_bytes.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "render/journals/layout_column.hpp"
#include "render/journals/ledger_text.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

JournalLine line_of(Side side, const std::string& amount, const std::string& text = "text") {
    JournalLine line;
    line.side = side;
    line.party = side == Side::debit ? Party::payer : Party::source;
    line.reference = "REF";
    line.fund_org = "100000-2000";
    line.groups = {{"fund", "100000"}, {"orgn", ""}};
    line.account_code = "54101";
    line.source = "AWS";
    line.description = text;
    line.amount = sum_of(amount);
    return line;
}

Journal journal_of(const std::vector<std::pair<std::string, std::string>>& lines,
                   const std::string& currency = "USD") {
    Journal journal;
    journal.number = 3;
    journal.period = BillingPeriod(2025, 1);
    journal.date = "2025-01-31";
    journal.created = "2025-02-05T06:07:08Z";
    journal.fiscal_year = 2025;
    journal.fiscal_period = 7;
    JournalDocument document;
    document.currency = currency;
    for (const auto& [amount, text] : lines) {
        for (const auto side : {Side::debit, Side::credit})
            document.lines.push_back(line_of(side, amount, text));
        document.debits.add(sum_of(amount));
        document.credits.add(sum_of(amount));
    }
    journal.documents.push_back(document);
    return journal;
}

LayoutColumn column(const std::string& value, std::size_t width = 0) {
    LayoutColumn made;
    made.name = value;
    made.value = parse_template(value);
    made.width = width;
    return made;
}

JournalLayout delimited(std::vector<LayoutColumn> columns) {
    JournalLayout layout;
    layout.name = "ours";
    layout.values = {{"orgn", "9"}, {"chart", "U"}};
    layout.record(RecordKind::line) = std::move(columns);
    return layout;
}

JournalLayout fixed(std::vector<LayoutColumn> columns) {
    auto layout = delimited({});
    layout.form = LayoutKind::fixed;
    std::size_t next = 1;
    for (auto& each : columns) {
        each.start = std::max(each.start, next);
        next = each.start + each.width;
    }
    layout.record(RecordKind::line) = std::move(columns);
    return layout;
}

std::string bytes_of(const Journal& journal, const JournalLayout& layout) {
    const auto rendered = journal_bytes(journal, layout);
    CHECK(finding_texts(rendered.faults) == std::vector<std::string>{});
    return rendered.bytes;
}

std::vector<std::string> faults_of(const Journal& journal, const JournalLayout& layout) {
    const auto rendered = journal_bytes(journal, layout);
    CHECK(rendered.bytes.empty());
    return finding_texts(rendered.faults);
}

// A reader of CSV that has nothing of the writer.
std::vector<std::vector<std::string>> read_csv(const std::string& text, char delimiter) {
    std::vector<std::vector<std::string>> records(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto& field = records.back().back();
        if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            field += text[i++];
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[i] == delimiter) {
            records.back().emplace_back();
        } else if (!quoted && text[i] == '\n') {
            records.emplace_back(1);
        } else {
            field += text[i];
        }
    }
    records.pop_back();
    return records;
}

std::string any_text() {
    return *rc::gen::element<std::string>("", "a", ",", "\"", "\"\"", "a;b|c", "Zürich", "\n",
                                          "x\ty", "'", " b ", "東京", "a,\"b\"");
}

}  // namespace

TEST_CASE("a delimited journal is quoted where it must be, and defused") {
    auto layout = delimited({column("{fund}"), column("{orgn}"), column("{chart}"),
                             column("{debit}"), column("{credit}"), column("{description}")});
    layout.names = true;
    CHECK(bytes_of(journal_of({{"1234.5", "=a,\"b\"\r\n"}}), layout) ==
          "{fund},{orgn},{chart},{debit},{credit},{description}\n"
          "100000,9,U,1234.50,,\"'=a,\"\"b\"\"  \"\n"
          "100000,9,U,,1234.50,\"'=a,\"\"b\"\"  \"\n");
    layout.names = false;
    layout.delimiter = '|';
    layout.quote = Quoting::always;
    layout.line_end = LineEnd::crlf;
    CHECK(bytes_of(journal_of({{"1", "x"}}), layout).substr(0, 39) ==
          "\"100000\"|\"9\"|\"U\"|\"1.00\"|\"\"|\"x\"\r\n\"100000");
}

TEST_CASE("fixed positions are filled up, and gaps are blank") {
    auto amount = column("{signed_amount}", 9);
    amount.align = Align::right;
    amount.pad = '0';
    auto text = column("{description}", 6);
    text.cut = true;
    text.letters = LetterCase::upper;
    text.start = 20;
    auto side = column("{side}", 2);
    side.debit = "DR";
    CHECK(bytes_of(journal_of({{"12.3", "naïve text"}}), fixed({amount, side, text})) ==
          "000012.30DR        NAÏVE \n-00012.30C         NAÏVE \n");
}

TEST_CASE("amounts are written as a column says, and never rounded") {
    const auto amount = sum_of("-1234.5");
    CHECK(layout_amount(amount, 2, true, SignForm::minus) == "-1234.50");
    CHECK(layout_amount(amount, 3, true, SignForm::trailing) == "1234.500-");
    CHECK(layout_amount(amount, 1, true, SignForm::parentheses) == "(1234.5)");
    CHECK(layout_amount(amount, 2, false, SignForm::plus_minus) == "-123450");
    CHECK(layout_amount(sum_of("7"), 0, true, SignForm::plus_minus) == "+7");
    CHECK(layout_amount(amount, 0, true, SignForm::minus) == std::nullopt);
    CHECK(layout_amount(sum_of("123456789012345678901234567890.01"), 2, true, SignForm::minus) ==
          "123456789012345678901234567890.01");
}

TEST_CASE("headers and trailers have the totals of their document, of the file those of all") {
    auto journal = journal_of({{"10", "a"}, {"2.5", "b"}});
    journal.documents.push_back(journal_of({{"1", "c"}}).documents.front());
    journal.documents.back().number = 2;
    auto layout = delimited({column("{line}")});
    layout.record(RecordKind::file_header) = {column("{document_count}"), column("{hash_total}"),
                                              column("{record_count}")};
    layout.record(RecordKind::header) = {column("H{journal_id}"), column("{hash_total}"),
                                         column("{line_count}")};
    layout.record(RecordKind::trailer) = {column("T"), column("{debit_total}"),
                                          column("{record_count}")};
    layout.record(RecordKind::file_trailer) = {column("{credit_total}")};
    CHECK(bytes_of(journal, layout) == "2,27.00,12\nH3.1,25.00,4\n1\n2\n3\n4\nT,12.50,6\n"
                                       "H3.2,2.00,2\n1\n2\nT,1.00,4\n13.50\n");
    journal.number = 0;
    CHECK(bytes_of(journal, layout).substr(11, 8) == "HDRAFT.1");
}

TEST_CASE("FB830, FB831, FB832, FB833: what a layout cannot hold is refused, each value once") {
    CHECK(faults_of(journal_of({{"1", "x"}}), delimited({column("{fund_org}", 9)})) ==
          std::vector<std::string>{
              "0 error FB830 line.{fund_org} | this has 11 characters, and the column 9, in the "
              "line REF | 100000-2000 | shorten it where it is set, take fund_orgs apart by "
              "journal.fund_org_regex, or use a layout of your own"});
    auto amount = column("{amount}");
    amount.decimals = 2;
    CHECK(faults_of(journal_of({{"1.234", "x"}}, "KWD"), delimited({amount})) ==
          std::vector<std::string>{
              "0 error FB831 line.{amount} | the column has 2 decimals, and KWD needs more, in the "
              "line REF | 1.234 | widen 'decimals' in a layout of your own"});
    auto journal = journal_of({{"1", "x"}});
    journal.documents.push_back(journal_of({{"1", "x"}}, "EUR").documents.front());
    CHECK(
        faults_of(journal, delimited({column("{line}")})) ==
        std::vector<std::string>{"0 error FB832 | the layout ours carries one currency | EUR, USD "
                                 "| make a journal of each: --currency EUR"});
    auto ascii = delimited({column("{description}", 9)});
    ascii.encoding = LayoutEncoding::ascii;
    CHECK(bytes_of(journal_of({{"1", "Zürich ß"}}), ascii) == "Zurich ss\nZurich ss\n");
    CHECK(faults_of(journal_of({{"1", "東京"}}), ascii) ==
          std::vector<std::string>{"0 error FB833 line.{description} | the layout is ASCII, and "
                                   "this has other characters, in the line REF | 東京 | mend the "
                                   "text, or use a layout with encoding: utf-8"});
    ascii.record(RecordKind::line).front().cut = true;
    CHECK(bytes_of(journal_of({{"1", "東京"}}), ascii) == "??\n??\n");
}

TEST_CASE("P8: whatever the texts are, a reader of its own gets them back") {
    CHECK(rc::check([] {
        std::vector<std::pair<std::string, std::string>> lines;
        for (int i = *rc::gen::inRange(0, 6); i > 0; --i)
            lines.emplace_back(
                *rc::gen::element<std::string>("0.01", "12", "99999999999999999999.99"),
                any_text());
        const auto journal = journal_of(lines);
        auto layout = delimited({column("{debit}"), column("{credit}"), column("{description}")});
        layout.delimiter = *rc::gen::element(',', ';', '|', '\t');
        layout.quote = *rc::gen::element(Quoting::needed, Quoting::always);
        const auto records = read_csv(journal_bytes(journal, layout).bytes, layout.delimiter);
        const auto& expected = journal.documents.front().lines;
        RC_ASSERT(records.size() == expected.size());
        for (std::size_t i = 0; i < records.size(); ++i) {
            RC_ASSERT(records[i].size() == 3U);
            const bool is_debit = expected[i].side == Side::debit;
            RC_ASSERT(records[i][is_debit ? 1 : 0].empty());
            RC_ASSERT(sum_of(records[i][is_debit ? 0 : 1]).text() == expected[i].amount.text());
            auto text = expected[i].description;
            std::ranges::replace(text, '\n', ' ');
            std::ranges::replace(text, '\t', ' ');
            RC_ASSERT(records[i][2] == text);
        }
    }));
}

TEST_CASE("names of ledger accounts keep what they can, and never become one") {
    CHECK(account_part("100000-2000") == "100000-2000");
    CHECK(account_part("a b") == "a b");
    CHECK(account_part("Zürich") == "Zürich");
    CHECK(account_part("") == "-");
    CHECK(account_part("-") == "%2D");
    CHECK(account_part("a:b;c|d%e") == "a%3Ab%3Bc%7Cd%25e");
    CHECK(account_part("a  b ") == "a%20%20b%20");
    CHECK(account_part("(x)") == "%28x)");
    CHECK(account_part("\xFF") == "%FF");
    CHECK(rc::check([](const std::string& a, const std::string& b) {
        RC_ASSERT((account_part(a) == account_part(b)) == (a == b));
    }));
}
