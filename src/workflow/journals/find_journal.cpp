#include "focus_billing/workflow/journals/find_journal.hpp"

#include <algorithm>
#include <charconv>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number > 0;
}

[[noreturn]] void refuse(const JournalBooks& books, int code, std::string message,
                         std::string help) {
    throw Error(ErrorKind::state,
                make_diagnostic(code, {.file = books.path(), .line = 0, .column = 0},
                                std::move(message), {}, std::move(help)));
}

}  // namespace

JournalName parse_journal_name(const std::string& word) {
    const std::string_view text = word;
    const auto point = text.find('.');
    JournalName name;
    if (read_number(text.substr(0, point), name.journal) &&
        (point == std::string_view::npos || read_number(text.substr(point + 1), name.document)))
        return name;
    throw Error(ErrorKind::usage, make_diagnostic(20, {}, "this is no journal's number", word,
                                                  "write it like 3, or 3.1 for a document of it"));
}

JournalRecord find_journal(JournalBooks& books, std::int64_t journal, std::uint32_t document) {
    auto found = books.list({.number = journal});
    if (found.empty()) {
        refuse(books, 811, "there is no journal " + std::to_string(journal),
               "see which there are: focus-billing journals list");
    }
    const bool has_document =
        document == 0 || std::ranges::find(found.front().parts, document, &JournalPart::number) !=
                             found.front().parts.end();
    if (!has_document) {
        refuse(books, 811, "there is no document " + document_name(journal, document),
               "see which there are: focus-billing journals list");
    }
    return std::move(found.front());
}

PeriodStatus require_closed_month(JournalBooks& books, BillingPeriod period) {
    require_unfinalized_month(books, period);
    const auto status = books.status(period);
    if (status == PeriodStatus::open) {
        refuse(books, 812, period.text() + " is open",
               "close it first: focus-billing periods close " + period.text());
    }
    return status;
}

void require_unfinalized_month(JournalBooks& books, BillingPeriod period) {
    if (books.status(period) == PeriodStatus::finalized) {
        refuse(books, 812, period.text() + " is finalized, and never changes again",
               "correct it in an open month");
    }
}

}  // namespace focus_billing
