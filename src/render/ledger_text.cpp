#include "focus_billing/render/ledger_text.hpp"

#include <fmt/format.h>
#include <glib.h>

#include <set>

#include "focus_billing/model/currency.hpp"
#include "focus_billing/render/layout_column.hpp"
#include "focus_billing/render/layout_fields.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t account_column = 0;
constexpr int usual_amount = 1000;

// A tag's value ends at a comma.
std::string tag_value(std::string_view text) {
    std::string value;
    for (const char c : text) {
        const bool ends = c == ',' || static_cast<unsigned char>(c) < 0x20;
        value += ends ? ' ' : c;
    }
    return value;
}

class LedgerWriter {
public:
    LedgerWriter(const Journal& journal, const JournalLayout& layout)
        : m_journal(journal), m_layout(layout), m_fields(journal, layout) {}

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
        const auto account = account_of(line.party);
        m_accounts.insert(account);
        const auto amount =
            line.side == Side::debit ? line.amount : DecimalSum().difference(line.amount);
        m_transactions +=
            fmt::format("    {}  {} {}  ; {}\n", account, currency,
                        layout_amount(amount, minor_unit_or_usual(currency), true, SignForm::minus)
                            .value_or(amount.text()),
                        tags_of(line));
    }

    [[nodiscard]] std::string account_of(Party party) const {
        const auto& column = m_layout.record(
            RecordKind::line)[party == Party::payer ? account_column : account_column + 1];
        std::string account;
        for (const auto& part : column.value.parts) {
            account += part.kind == TemplatePart::Kind::literal
                           ? part.text
                           : account_part(m_fields.find(part.text).text);
        }
        return account;
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

std::string ledger_text(const Journal& journal, const JournalLayout& layout) {
    return LedgerWriter(journal, layout).write();
}

}  // namespace focus_billing
