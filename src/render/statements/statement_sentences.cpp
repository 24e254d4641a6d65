#include "render/statements/statement_sentences.hpp"

#include "render/amounts_and_dates.hpp"

namespace focus_billing {

namespace {

// The first sentence with the blank behind it.
std::string_view first_sentence(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if ((text[i] == '.' || text[i] == '!') && text[i + 1] == ' ')
            return text.substr(0, i + 2);
    }
    return text;
}

// The value of the placeholder that `text` begins with, and its size; nothing if it is none.
struct Placeholder {
    const std::string* value = nullptr;
    std::size_t size = 0;
};

Placeholder placeholder(std::string_view text, const LookValues& values) {
    const std::array<std::pair<std::string_view, const std::string*>, 3> known = {
        {{"{email}", &values.email}, {"{number}", &values.number}, {"{period}", &values.period}}};
    for (const auto& [name, value] : known) {
        if (text.starts_with(name))
            return {value, name.size()};
    }
    return {};
}

std::optional<std::string> filled_sentence(std::string_view sentence, const LookValues& values) {
    std::string filled;
    while (!sentence.empty()) {
        const auto found = placeholder(sentence, values);
        if (found.value != nullptr && found.value->empty())
            return std::nullopt;
        filled += found.value == nullptr ? sentence.substr(0, 1) : *found.value;
        sentence.remove_prefix(std::max<std::size_t>(found.size, 1));
    }
    return filled;
}

std::string difference_text(std::string_view difference, const Money& money) {
    if (is_zero(difference))
        return "the amount due is the same";
    return "the amount due is " + money.with_currency(magnitude_of(difference)) +
           (is_negative(difference) ? " lower" : " higher");
}

std::string discount_sentence(const Statement& statement, const Money& money) {
    if (is_zero(statement.discount))
        return {};
    const std::string list = "List price " + money.with_currency(statement.list);
    if (is_negative(statement.discount)) {
        return list + "; the amount due is " +
               money.with_currency(magnitude_of(statement.discount)) + " above it.";
    }
    const auto& percent = statement.discount_percent;
    return list + ", discount " + money.with_currency(statement.discount) +
           (is_zero(percent) ? "" : " (" + shown_percent(percent) + " %)") + ".";
}

std::string sign_sentence(const Statement& statement) {
    if (is_zero(statement.due))
        return "Nothing is due.";
    if (!is_negative(statement.due))
        return {};
    return statement.key.project_id.empty()
               ? "The amount is negative: it is a credit in your favour."
               : "The amount is negative: it is a credit in favour of the project.";
}

std::string days_text(std::int64_t days) {
    return shown_count(static_cast<std::uint64_t>(days < 0 ? -days : days), "day");
}

std::string end_sentence(const std::string& date, std::int64_t days) {
    if (days == 0)
        return "The project ends today, " + date + ".";
    return days < 0 ? "The project ended on " + date + ", " + days_text(days) + " ago."
                    : "The project ends on " + date + ", in " + days_text(days) + ".";
}

std::string reconciliation_sentence(const std::string& date, std::int64_t days) {
    if (days == 0)
        return "Charges can be reconciled until today, " + date + ".";
    return days < 0 ? "Charges could be reconciled until " + date + ", " + days_text(days) + " ago."
                    : "Charges can be reconciled until " + date + ", for " +
                          shown_count(static_cast<std::uint64_t>(days), "more day") + ".";
}

}  // namespace

std::string filled_look_text(std::string_view text, const LookValues& values) {
    std::string filled;
    while (!text.empty()) {
        const auto sentence = first_sentence(text);
        filled += filled_sentence(sentence, values).value_or("");
        text.remove_prefix(sentence.size());
    }
    filled.erase(filled.find_last_not_of(' ') + 1);
    return filled;
}

std::string replaces_sentence(const Statement& statement, const Money& money) {
    if (!statement.previous)
        return {};
    const auto& previous = *statement.previous;
    return (statement.is_draft() ? "When it is issued, this statement will replace version "
                                 : "This statement replaces version ") +
           std::to_string(previous.version) +
           (previous.issue_date.empty() ? "" : " of " + shown_day(previous.issue_date)) +
           ", which came to " + money.with_currency(previous.due) + "; " +
           difference_text(previous.difference, money) + ".";
}

std::string due_note(const Statement& statement, const Money& money) {
    const auto discount = discount_sentence(statement, money);
    const auto sign = sign_sentence(statement);
    return discount + (discount.empty() || sign.empty() ? "" : " ") + sign;
}

std::string held_sentence(const Statement& statement, const Money& money) {
    if (statement.held_count == 0)
        return {};
    const bool is_one = statement.held_count == 1;
    return shown_count(statement.held_count, "charge") +
           (statement.held.empty() ? "" : " of " + money.with_currency(statement.held)) +
           (is_one ? " is held for review, and is not on this statement."
                   : " are held for review, and are not on this statement.");
}

std::string rounding_sentence(const Statement& statement, const Money& money) {
    DecimalSum shares;
    DecimalSum rounding;
    std::size_t postings = 0;
    for (const auto& section : statement.sections) {
        postings += section.postings.size();
        for (const auto& posting : section.postings) {
            add_amount(posting.shares, shares);
            add_amount(posting.rounding, rounding);
        }
    }
    if (rounding.sign() == 0)
        return {};
    return "Unrounded the charges come to " + money.with_currency(shares.text()) + "; rounding " +
           (postings == 1 ? "the posting" : "the " + std::to_string(postings) + " postings") +
           (rounding.sign() > 0 ? " adds " : " takes off ") +
           money.with_currency(rounding.magnitude().text()) + ".";
}

std::string warning_sentence(const StatementWarning& warning) {
    const auto date = shown_day(warning.date);
    return warning.attribute == "reconciliation_end" ? reconciliation_sentence(date, warning.days)
                                                     : end_sentence(date, warning.days);
}

}  // namespace focus_billing
