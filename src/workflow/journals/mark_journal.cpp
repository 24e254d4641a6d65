#include "focus_billing/workflow/journals/mark_journal.hpp"

#include <algorithm>
#include <charconv>

#include "focus_billing/model/error.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number > 0;
}

[[noreturn]] void refuse(const JournalStore& store, int code, std::string message,
                         std::string help) {
    throw Error(ErrorKind::state,
                make_diagnostic(code, {.file = store.path(), .line = 0, .column = 0},
                                std::move(message), {}, std::move(help)));
}

bool may_become(JournalState mark, JournalState state) {
    return mark == JournalState::exported ||
           (mark == JournalState::pending && state == JournalState::failed);
}

std::string name_text(const JournalName& name) {
    return name.document == 0 ? std::to_string(name.journal)
                              : document_name(name.journal, name.document);
}

std::string state_text(const JournalRecord& record, const JournalName& name) {
    std::string text;
    for (const auto& part : record.parts) {
        if (name.document == 0 || part.number == name.document)
            text = name_of(part.state());
    }
    return text;
}

std::string way_out(const JournalRecord& record, const std::string& state) {
    const auto number = std::to_string(record.number);
    if (record.is_pending())
        return "finish it: the next 'focus-billing journals ... --output FILE' writes its file";
    if (state == name_of(JournalState::failed))
        return "its postings are free: make another journal of " + record.period.text();
    return "what was accepted is taken back by: focus-billing journals reverse " + number +
           " --output FILE";
}

[[noreturn]] void refuse(const JournalStore& store, const JournalRecord& record,
                         const JournalName& name, JournalState state) {
    const auto now = state_text(record, name);
    throw Error(ErrorKind::state,
                make_diagnostic(812, {.file = store.path(), .line = 0, .column = 0},
                                "journal " + name_text(name) + " is " + now +
                                    ", and cannot be marked as " + std::string(name_of(state)),
                                {}, way_out(record, now)));
}

// What is reversed still goes its way in the finance system, as its reversal does.
std::vector<std::uint32_t> documents_for(const JournalRecord& record, const JournalName& name,
                                         JournalState state) {
    std::vector<std::uint32_t> documents;
    for (const auto& part : record.parts) {
        if ((name.document == 0 || part.number == name.document) && may_become(part.mark, state))
            documents.push_back(part.number);
    }
    return documents;
}

void refuse_failure_of_reversed(const JournalStore& store, const JournalRecord& record,
                                const std::vector<std::uint32_t>& documents, JournalState state) {
    if (state != JournalState::failed)
        return;
    for (const auto& part : record.parts) {
        const bool is_named = std::ranges::find(documents, part.number) != documents.end();
        if (!is_named || part.reversed_by == 0)
            continue;
        throw Error(ErrorKind::state,
                    make_diagnostic(812, {.file = store.path(), .line = 0, .column = 0},
                                    "journal " + document_name(record.number, part.number) +
                                        " is reversed by journal " +
                                        std::to_string(part.reversed_by) +
                                        ", and cannot be marked as failed",
                                    {},
                                    "mark that one as failed first: focus-billing journals mark " +
                                        std::to_string(part.reversed_by) + " failed"));
    }
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

JournalRecord find_journal(JournalStore& store, std::int64_t journal, std::uint32_t document) {
    auto found = store.list({.number = journal});
    if (found.empty()) {
        refuse(store, 811, "there is no journal " + std::to_string(journal),
               "see which there are: focus-billing journals list");
    }
    const bool has_document =
        document == 0 || std::ranges::find(found.front().parts, document, &JournalPart::number) !=
                             found.front().parts.end();
    if (!has_document) {
        refuse(store, 811, "there is no document " + document_name(journal, document),
               "see which there are: focus-billing journals list");
    }
    return std::move(found.front());
}

PeriodStatus require_closed_month(JournalStore& store, BillingPeriod period) {
    require_unfinalized_month(store, period);
    const auto status = store.status(period);
    if (status == PeriodStatus::open) {
        refuse(store, 812, period.text() + " is open",
               "close it first: focus-billing periods close " + period.text());
    }
    return status;
}

void require_unfinalized_month(JournalStore& store, BillingPeriod period) {
    if (store.status(period) == PeriodStatus::finalized) {
        refuse(store, 812, period.text() + " is finalized, and never changes again",
               "correct it in an open month");
    }
}

JournalRecord mark_journal(Session& session, const JournalName& name, JournalState state,
                           const std::string& ref) {
    auto database = open_database_for_writing(session);
    JournalStore store(database, JournalStore::Purpose::change);
    const auto record = find_journal(store, name.journal, name.document);
    require_unfinalized_month(store, record.period);
    const auto documents = documents_for(record, name, state);
    if (documents.empty())
        refuse(store, record, name, state);
    refuse_failure_of_reversed(store, record, documents, state);
    store.mark(record, documents, state, ref, session.audit_context());
    auto marked = find_journal(store, name.journal, name.document);
    store.commit();
    return marked;
}

}  // namespace focus_billing
