#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// What a placeholder stands for.
struct FieldValue {
    FieldKind kind = FieldKind::text;
    std::string text{};                  ///< of an amount or a side empty
    std::optional<DecimalSum> amount{};  ///< nothing on the other side
    Side side = Side::debit;
    bool is_constant = false;  ///< a value of the site, not of the bills
};

/// The values of placeholders, in the file, a document or a line: whichever was entered last.
class LayoutFields {
public:
    LayoutFields(const Journal& journal, const JournalLayout& layout)
        : m_journal(journal), m_layout(layout) {}

    void enter_file();
    void enter(const JournalDocument& document);
    void enter(std::size_t number, const JournalLine& line);

    /// A placeholder that was not checked is a std::logic_error.
    [[nodiscard]] FieldValue find(std::string_view name) const;
    /// Of the document; of a file with documents of several currencies none.
    [[nodiscard]] const std::string& currency() const { return m_currency; }

private:
    [[nodiscard]] FieldValue journal_value(std::string_view name) const;
    [[nodiscard]] FieldValue document_value(std::string_view name) const;
    [[nodiscard]] FieldValue line_value(std::string_view name) const;
    [[nodiscard]] FieldValue amount_value(std::string_view name) const;
    [[nodiscard]] FieldValue site_value(std::string_view name) const;
    [[nodiscard]] std::string document_name() const;
    [[nodiscard]] const JournalLine& line(std::string_view name) const;
    [[nodiscard]] std::size_t records_of(std::size_t lines) const;

    const Journal& m_journal;
    const JournalLayout& m_layout;
    std::string m_currency;
    std::uint32_t m_document = 0;
    std::size_t m_lines = 0;
    std::size_t m_records = 0;
    DecimalSum m_debits;
    DecimalSum m_credits;
    std::size_t m_number = 0;
    const JournalLine* m_line = nullptr;
};

}  // namespace focus_billing
