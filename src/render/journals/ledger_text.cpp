#include "render/journals/ledger_text.hpp"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <set>

#include "focus_billing/model/currency.hpp"
#include "render/journals/layout_column.hpp"
#include "render/journals/layout_fields.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t account_column = 0;
constexpr int usual_amount = 1000;

// ledger reads no part of a name of more than 255 bytes, and no line of more than 4,096: one name
// and four tags of these lengths fit.
constexpr std::size_t longest_part = 255;
constexpr std::size_t longest_account = 1000;
constexpr std::size_t longest_tag = 500;

std::size_t longest_part_of(std::string_view account) {
    std::size_t longest = 0;
    while (!account.empty()) {
        const auto end = std::min(account.find(':'), account.size());
        longest = std::max(longest, end);
        account.remove_prefix(std::min(end + 1, account.size()));
    }
    return longest;
}

std::string_view cut_tag(std::string_view text) {
    if (text.size() <= longest_tag)
        return text;
    std::size_t end = longest_tag;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

// A tag's value ends at a comma, and `[2025-01-31]` in it would be the date of the line.
std::string tag_value(std::string_view text) {
    std::string value;
    for (const char c : cut_tag(text)) {
        const bool ends = c == ',' || static_cast<unsigned char>(c) < 0x20;
        value += ends ? ' ' : c == '[' ? '(' : c == ']' ? ')' : c;
    }
    return value;
}

class LedgerWriter {
public:
    LedgerWriter(const Journal& journal, const JournalLayout& layout, const OnFault& on_fault)
        : m_journal(journal), m_layout(layout), m_on_fault(on_fault), m_fields(journal, layout) {}

    std::string write() {
        for (const auto& document : m_journal.documents)
            add(document);
        return head() + directives() + m_transactions;
    }

private:
    [[nodiscard]] std::string number_of(std::uint32_t document) const {
        const auto journal =
            m_journal.is_draft() ? std::string("DRAFT") : std::to_string(m_journal.number);
        return fmt::format("{}.{}", journal, document);
    }

    void add(const JournalDocument& document) {
        m_fields.enter(document);
        m_currencies.insert(document.currency);
        m_transactions += fmt::format("\n{} {} ({}) Recharge {}\n", m_journal.date,
                                      m_journal.is_draft() ? "!" : "*", number_of(document.number),
                                      m_journal.period.text());
        for (std::size_t i = 0; i < document.lines.size(); ++i) {
            m_fields.enter(i + 1, document.lines[i]);
            add(document.lines[i], document.currency);
        }
    }

    void add(const JournalLine& line, const std::string& currency) {
        const auto account = account_of(line);
        m_accounts.insert(account);
        const auto amount =
            line.side == Side::debit ? line.amount : DecimalSum().difference(line.amount);
        m_transactions +=
            fmt::format("    {}  {} {}  ; {}\n", account, currency,
                        layout_amount(amount, minor_unit_or_usual(currency), true, SignForm::minus)
                            .value_or(amount.text()),
                        tags_of(line));
    }

    [[nodiscard]] std::string account_of(const JournalLine& line) const {
        const auto& column = m_layout.record(
            RecordKind::line)[line.party == Party::payer ? account_column : account_column + 1];
        std::string account;
        for (const auto& part : column.value.parts) {
            account += part.kind == TemplatePart::Kind::literal
                           ? part.text
                           : account_part(m_fields.find(part.text).text);
        }
        check(account, column, line.reference);
        return account;
    }

    void check(const std::string& account, const LayoutColumn& column,
               const std::string& reference) const {
        const auto part = longest_part_of(account);
        if (part <= longest_part && account.size() <= longest_account)
            return;
        const bool is_part = part > longest_part;
        m_on_fault(830, column,
                   fmt::format("this has {} bytes {}, and ledger takes {}, in the line {}",
                               is_part ? part : account.size(),
                               is_part ? "between two colons" : "as the name of an account",
                               is_part ? longest_part : longest_account, reference),
                   account, "shorten the fund_org where it is set, or use a layout of your own");
    }

    [[nodiscard]] static std::string tags_of(const JournalLine& line) {
        std::string tags = "reference:" + tag_value(line.reference);
        const auto add = [&](const char* name, const std::string& value) {
            if (!value.empty())
                tags += fmt::format(", {}:{}", name, tag_value(value));
        };
        add("source", line.source);
        add("pi", line.pi_email);
        add("project", line.project_id);
        add("statement", line.statement);
        return tags;
    }

    [[nodiscard]] std::string head() const {
        std::string text =
            m_journal.is_draft()
                ? fmt::format("; DRAFT of a journal of {}\n", m_journal.period.text())
                : fmt::format("; Journal {} of {}\n", m_journal.number, m_journal.period.text());
        for (const auto& document : m_journal.documents) {
            text += fmt::format("; {}  debits and credits {} {}\n", number_of(document.number),
                                document.debits.text(), document.currency);
        }
        return text;
    }

    [[nodiscard]] std::string directives() const {
        std::string text = "\n";
        for (const auto& currency : m_currencies) {
            DecimalSum amount;
            amount.add(Decimal::of(usual_amount, 0));
            auto sample =
                layout_amount(amount, minor_unit_or_usual(currency), true, SignForm::minus)
                    .value_or("");
            if (sample.find('.') == std::string::npos)
                sample += '.';
            text += fmt::format("commodity {}\n  format {} {}\n", currency, currency, sample);
        }
        text += "\n";
        for (const auto& account : m_accounts)
            text += fmt::format("account {}\n", account);
        return text;
    }

    const Journal& m_journal;
    const JournalLayout& m_layout;
    const OnFault& m_on_fault;
    LayoutFields m_fields;
    std::set<std::string> m_currencies;
    std::set<std::string> m_accounts;
    std::string m_transactions;
};

bool may_stand(std::string_view text, std::size_t at, gunichar character) {
    if (g_unichar_isspace(character) != 0) {
        const bool is_inside = at > 0 && at + 1 < text.size();
        return character == ' ' && is_inside && text[at - 1] != ' ' && text[at + 1] != ' ';
    }
    if (g_unichar_iscntrl(character) != 0)
        return false;
    if (at == 0 && std::string_view("([{<*!-=~").find(text[at]) != std::string_view::npos)
        return false;
    return std::string_view("%:;|\"").find(text[at]) == std::string_view::npos;
}

}  // namespace

std::string account_part(std::string_view text) {
    if (text.empty())
        return "-";
    std::string part;
    for (std::size_t at = 0; at < text.size();) {
        const char* begin = text.data() + at;
        const auto left = static_cast<gssize>(text.size() - at);
        const gunichar character = g_utf8_get_char_validated(begin, left);
        const bool is_valid = g_unichar_validate(character) != 0 && character != 0;
        const std::size_t length =
            is_valid ? static_cast<std::size_t>(g_utf8_next_char(begin) - begin) : 1;
        const bool stays = is_valid && may_stand(text, at, character);
        for (const char c : text.substr(at, length)) {
            part += stays ? std::string(1, c)
                          : fmt::format("%{:02X}",
                                        static_cast<unsigned>(static_cast<unsigned char>(c)));
        }
        at += length;
    }
    return part;
}

std::string ledger_text(const Journal& journal, const JournalLayout& layout,
                        const OnFault& on_fault) {
    return LedgerWriter(journal, layout, on_fault).write();
}

}  // namespace focus_billing
