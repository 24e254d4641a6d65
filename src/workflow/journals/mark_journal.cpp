#include "focus_billing/workflow/journals/mark_journal.hpp"

#include <algorithm>

#include "focus_billing/workflow/open_database.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

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

[[noreturn]] void refuse(const JournalBooks& books, const JournalRecord& record,
                         const JournalName& name, JournalState state) {
    const auto now = state_text(record, name);
    throw Error(ErrorKind::state,
                make_diagnostic(812, {.file = books.path(), .line = 0, .column = 0},
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

void refuse_failure_of_reversed(const JournalBooks& books, const JournalRecord& record,
                                const std::vector<std::uint32_t>& documents, JournalState state) {
    if (state != JournalState::failed)
        return;
    for (const auto& part : record.parts) {
        const bool is_named = std::ranges::find(documents, part.number) != documents.end();
        if (!is_named || part.reversed_by == 0)
            continue;
        throw Error(ErrorKind::state,
                    make_diagnostic(812, {.file = books.path(), .line = 0, .column = 0},
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

JournalRecord mark_journal(Session& session, const JournalName& name, JournalState state,
                           const std::string& ref) {
    auto database = open_database_for_writing(session);
    JournalBooks books(database, JournalBooks::Purpose::change);
    const auto record = find_journal(books, name.journal, name.document);
    require_unfinalized_month(books, record.period);
    const auto documents = documents_for(record, name, state);
    if (documents.empty())
        refuse(books, record, name, state);
    refuse_failure_of_reversed(books, record, documents, state);
    books.mark(record, documents, state, ref, session.occasion());
    auto marked = find_journal(books, name.journal, name.document);
    books.commit();
    return marked;
}

}  // namespace focus_billing
