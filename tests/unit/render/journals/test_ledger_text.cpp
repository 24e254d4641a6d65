#include "render/journals/ledger_text.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <set>
#include <sstream>

#include "focus_billing/render/journals/journal_bytes.hpp"
#include "render/journals/any_journal.hpp"
#include "support/finding_text.hpp"
#include "support/project_files.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

JournalLayout ledger() {
    JournalLayout layout;
    layout.name = "hledger";
    layout.form = LayoutKind::ledger;
    layout.several_currencies = true;
    layout.record(RecordKind::line) = {layout_column("expenses:{fund_org}:{account}"),
                                       layout_column("income:{fund_org}:{account}")};
    return layout;
}

JournalLine line_of(Side side, const std::string& fund_org, const std::string& amount) {
    JournalLine line;
    line.party = side == Side::debit ? Party::payer : Party::source;
    line.side = side;
    line.reference = "7K3M9QXA";
    line.fund_org = fund_org;
    line.account_code = "54101";
    line.source = "AWS";
    line.amount = sum_of(amount);
    return line;
}

void add(JournalDocument& document, JournalLine line) {
    (line.side == Side::debit ? document.debits : document.credits).add(line.amount);
    document.lines.push_back(std::move(line));
}

Journal empty_journal(std::int64_t number) {
    Journal journal;
    journal.number = number;
    journal.period = BillingPeriod(2025, 1);
    journal.date = "2025-01-31";
    journal.documents.resize(1);
    journal.documents.front().currency = "USD";
    return journal;
}

Journal sample_journal(std::int64_t number = 12) {
    auto journal = empty_journal(number);
    auto& document = journal.documents.front();
    auto payer = line_of(Side::debit, "100:A", "123.4");
    payer.pi_email = "ada@example.edu";
    payer.project_id = "reef, [2025-02-30]";
    payer.statement = "2025-01-0007";
    add(document, payer);
    add(document, line_of(Side::credit, "900", "123.4"));
    return journal;
}

std::string text_of(const Journal& journal) {
    const auto rendered = journal_bytes(journal, ledger());
    CHECK(finding_texts(rendered.faults) == std::vector<std::string>{});
    return rendered.bytes;
}

// One document with a debit for each name, of amounts that differ.
Journal journal_of_names(const std::vector<std::string>& names) {
    auto journal = empty_journal(0);
    auto& document = journal.documents.front();
    std::size_t number = 0;
    for (const auto& name : names) {
        auto line = line_of(Side::debit, name, std::to_string(++number) + ".05");
        line.account_code = name;
        line.source = name;
        line.pi_email = name + name;
        line.project_id = "x " + name + " y";
        line.statement = name;
        add(document, std::move(line));
    }
    add(document, line_of(Side::credit, "900", document.debits.text()));
    return journal;
}

std::vector<std::string> hostile_names() {
    std::vector<std::string> names = {"",
                                      "東京",
                                      "\xF0\x9F\x98\x80",
                                      "a\xC2\xA0\xC2\xA0"
                                      "b",
                                      "a\xE3\x80\x80 b",
                                      "\xC2\x85",
                                      "[2025-13-99]",
                                      "[=2025-02-30]",
                                      "date:2025-99-99",
                                      ", date:2025-99-99",
                                      "x date:2025-99-99",
                                      "b:: )(",
                                      "assert",
                                      "check",
                                      "expr",
                                      "include x",
                                      "end",
                                      "2025-01-31",
                                      "%3A",
                                      "a%3Ab",
                                      "USD 5",
                                      std::string(255, 'n'),
                                      "type:Q",
                                      "a  ; b",
                                      "(a)",
                                      "[a]",
                                      "{5 USD}",
                                      "@ 5 EUR"};
    for (char c = ' '; c <= '~'; ++c) {
        const std::string one(1, c);
        for (const auto& name : {one, one + "5", "5" + one, "a" + one + "b", "a" + one + one + "b",
                                 "a " + one + " b", "a" + one + " ", "a " + one + "b"})
            names.push_back(name);
    }
    for (char c = 1; c < ' '; ++c)
        names.push_back("a" + std::string(1, c) + "b");
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

struct Answer {
    bool is_fine = false;
    std::string output;
    std::string complaint;
};

bool has_tool(const std::string& tool) {
    return std::system(("command -v " + tool + " >/dev/null 2>&1").c_str()) == 0;
}

Answer ask(const std::string& command, const std::string& journal) {
    const TemporaryFolder folder;
    const auto file = folder.write("j.ledger", journal);
    const auto words = "LC_ALL=C.UTF-8 HOME=" + folder.path() + " " + command + " -f " + file +
                       " >" + folder.file("out") + " 2>" + folder.file("err");
    const bool is_fine = std::system(words.c_str()) == 0;
    return {is_fine, file_text(folder.file("out")), file_text(folder.file("err"))};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

void check_with_hledger(const Journal& journal, std::size_t accounts) {
    const auto text = text_of(journal);
    const auto check = ask("hledger check -s", text);
    CHECK(check.complaint == "");
    CHECK(check.is_fine);
    CHECK(lines_of(ask("hledger accounts --used", text).output).size() == accounts);
    // No text has become the date of a posting.
    CHECK(ask("hledger print -e 2025-01-31", text).output == "");
    CHECK(ask("hledger register -b 2025-02-01", text).output == "");
}

void check_with_ledger(const Journal& journal, std::size_t accounts) {
    const auto text = text_of(journal);
    const auto balance =
        ask("ledger --init-file /dev/null --strict balance --flat --no-total", text);
    CHECK(balance.complaint == "");
    CHECK(balance.is_fine);
    CHECK(lines_of(balance.output).size() == accounts);
    CHECK(ask("ledger --init-file /dev/null register -b 2025-02-01", text).output == "");
}

}  // namespace

TEST_CASE("a ledger has its totals, commodities, accounts, and a transaction for each document") {
    auto journal = sample_journal();
    JournalDocument yen{.number = 2, .currency = "JPY", .lines = {}, .debits = {}, .credits = {}};
    add(yen, line_of(Side::credit, "100", "5"));
    add(yen, line_of(Side::debit, "900", "5"));
    journal.documents.push_back(yen);
    CHECK(text_of(journal) ==
          "; Journal 12 of 2025-01\n"
          "; 12.1  debits and credits 123.4 USD\n"
          "; 12.2  debits and credits 5 JPY\n"
          "\n"
          "commodity JPY\n"
          "  format JPY 1000.\n"
          "commodity USD\n"
          "  format USD 1000.00\n"
          "\n"
          "account expenses:100%3AA:54101\n"
          "account expenses:900:54101\n"
          "account income:100:54101\n"
          "account income:900:54101\n"
          "\n"
          "2025-01-31 * (12.1) Recharge 2025-01\n"
          "    expenses:100%3AA:54101  USD 123.40  ; reference:7K3M9QXA, source:AWS, "
          "pi:ada@example.edu, project:reef  (2025-02-30), statement:2025-01-0007\n"
          "    income:900:54101  USD -123.40  ; reference:7K3M9QXA, source:AWS\n"
          "\n"
          "2025-01-31 * (12.2) Recharge 2025-01\n"
          "    income:100:54101  JPY -5  ; reference:7K3M9QXA, source:AWS\n"
          "    expenses:900:54101  JPY 5  ; reference:7K3M9QXA, source:AWS\n");
}

TEST_CASE("a draft is marked as pending") {
    const auto text = text_of(sample_journal(0));
    CHECK(text.starts_with("; DRAFT of a journal of 2025-01\n"));
    CHECK(text.find("\n2025-01-31 ! (DRAFT.1) Recharge 2025-01\n") != std::string::npos);
}

TEST_CASE("a ledger has one currency where its layout says so") {
    auto layout = ledger();
    layout.several_currencies = false;
    auto journal = sample_journal();
    journal.documents.push_back(journal.documents.front());
    journal.documents.back().currency = "EUR";
    const auto rendered = journal_bytes(journal, layout);
    CHECK(rendered.bytes.empty());
    CHECK(finding_texts(rendered.faults) ==
          std::vector<std::string>{"0 error FB832 | the layout hledger carries one currency | EUR, "
                                   "USD | make a journal of each: --currency EUR"});
}

TEST_CASE("FB830: the name of an account that is too long for ledger is refused") {
    auto journal = sample_journal();
    const std::string name(400, ';');
    journal.documents.front().lines.front().fund_org = name;
    std::string escaped;
    for (std::size_t i = 0; i < name.size(); ++i)
        escaped += "%3B";
    const auto rendered = journal_bytes(journal, ledger());
    CHECK(rendered.bytes.empty());
    CHECK(finding_texts(rendered.faults) ==
          std::vector<std::string>{
              "0 error FB830 line.expenses:{fund_org}:{account} | this has 1200 bytes between two "
              "colons, and ledger takes 255, in the line 7K3M9QXA | expenses:" +
              escaped +
              ":54101 | shorten the fund_org where it is set, or use a layout of your own"});
}

TEST_CASE("names of ledger accounts never become one") {
    std::set<std::string> parts;
    const auto names = hostile_names();
    for (const auto& name : names)
        parts.insert(account_part(name));
    CHECK(parts.size() == names.size());
}

TEST_CASE("hledger reads whatever fund_orgs and tags there are") {
    if (!has_tool("hledger")) {
        WARN("skipped: hledger is missing");
        return;
    }
    const auto names = hostile_names();
    check_with_hledger(journal_of_names(names), names.size() + 1);
}

TEST_CASE("ledger reads whatever fund_orgs and tags there are") {
    if (!has_tool("ledger")) {
        WARN("skipped: ledger is missing");
        return;
    }
    const auto names = hostile_names();
    check_with_ledger(journal_of_names(names), names.size() + 1);
    auto journal = journal_of_names({"a"});
    auto& line = journal.documents.front().lines.front();
    line.fund_org = std::string(255, '0');
    for (auto* text : {&line.source, &line.pi_email, &line.project_id, &line.statement}) {
        text->clear();
        for (int i = 0; i < 2000; ++i)
            *text += "é";
    }
    check_with_ledger(journal, 2);
}
