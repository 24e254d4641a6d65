#include "focus_billing/store/verify_audit.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"

namespace focus_billing {

namespace {

// How far beyond the end of the trail the first place of an entry is looked for.
constexpr std::int64_t most_removed = 1000;

std::string entry_text(std::int64_t sequence) {
    return "entry " + std::to_string(sequence);
}

std::string entry_text(const AuditRecord& record) {
    return entry_text(record.sequence) + " (" + record.entry.action + ", " + record.entry.subject +
           ")";
}

std::string entries_text(std::int64_t first, std::int64_t last) {
    return first == last ? entry_text(first) + " is missing"
                         : "entries " + std::to_string(first) + " to " + std::to_string(last) +
                               " are missing";
}

class ChainWalk {
public:
    ChainWalk(const Transaction& transaction, const std::optional<AuditHead>& written_down)
        : m_transaction(transaction), m_written_down(written_down) {}

    AuditVerdict verdict() {
        // What is not written like this by any command has the hash of another text.
        SQLite::Statement rows(m_transaction.handle(),
                               std::string("SELECT ") + audit_columns +
                                   ", ifnull(actor = '', 0)"
                                   " OR ifnull(period NOT BETWEEN 0 AND 120000, 0)"
                                   " FROM audit ORDER BY seq");
        while (!m_verdict.fault && rows.executeStep())
            check(audit_record_of(rows), rows.getColumn(13).getInt() == 0);
        if (!m_verdict.fault)
            check_end();
        return std::move(m_verdict);
    }

private:
    void find(int code, std::string message) {
        m_verdict.fault = make_diagnostic(
            code, {.file = m_transaction.path(), .line = 0, .column = 0}, std::move(message), {},
            "something else than this program changed the trail: compare it with a backup");
    }

    void check(const AuditRecord& record, bool is_plain) {
        const auto expected = m_verdict.head.sequence + 1;
        if (record.sequence < expected)
            return find(542,
                        entry_text(record) + " has no place in the trail, which begins with 1");
        if (record.sequence > expected) {
            return find(541, entries_text(expected, record.sequence - 1) +
                                 " in the audit trail, before " + entry_text(record));
        }
        if (!is_plain || audit_hash(record) != record.hash)
            return check_changed(record);
        if (record.previous != m_verdict.head.hash) {
            return find(543, expected == 1
                                 ? entry_text(record) + " was not the first one: what was before "
                                                        "it was removed"
                                 : entry_text(record) + " does not continue " +
                                       entry_text(expected - 1) +
                                       ", which was written anew, or was not the one before it");
        }
        check_head(record);
    }

    void check_changed(const AuditRecord& record) {
        const auto place = first_place(record);
        if (place && *place != record.sequence) {
            return find(542, entry_text(record) + " was written as " + entry_text(*place) +
                                 ": entries before it were removed, or their order was changed");
        }
        find(540, entry_text(record) + " is not as it was written: its hash is of other words");
    }

    // An entry that was moved still has the hash of the place in which it was written.
    [[nodiscard]] std::optional<std::int64_t> first_place(AuditRecord record) const {
        const auto last =
            m_transaction.handle().execAndGet("SELECT ifnull(max(seq), 0) FROM audit").getInt64();
        for (std::int64_t place = 1; place <= last + most_removed; ++place) {
            record.sequence = place;
            if (audit_hash(record) == record.hash)
                return place;
        }
        return std::nullopt;
    }

    void check_head(const AuditRecord& record) {
        if (m_written_down && m_written_down->sequence == record.sequence &&
            m_written_down->hash != record.hash) {
            return find(544, entry_text(record) + " is not the one that was written down: it, or "
                                                  "what is before it, was written anew");
        }
        ++m_verdict.entries;
        m_verdict.head = {.sequence = record.sequence, .hash = record.hash};
    }

    void check_end() {
        const auto last = m_verdict.head.sequence;
        if (!m_written_down || m_written_down->sequence <= last)
            return;
        find(544, (last == 0 ? "the audit trail is empty, but "
                             : "the audit trail ends with " + entry_text(last) + ", but ") +
                      entry_text(m_written_down->sequence) +
                      " was written down: " + entries_text(last + 1, m_written_down->sequence));
    }

    const Transaction& m_transaction;
    const std::optional<AuditHead>& m_written_down;
    AuditVerdict m_verdict;
};

}  // namespace

AuditVerdict verify_audit(const Transaction& transaction,
                          const std::optional<AuditHead>& written_down) {
    return transaction.run([&] { return ChainWalk(transaction, written_down).verdict(); });
}

AuditHead read_audit_head(const Transaction& transaction) {
    return transaction.run([&] {
        SQLite::Statement last(transaction.handle(),
                               "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
        AuditHead head;
        if (last.executeStep())
            head = {.sequence = last.getColumn(0).getInt64(),
                    .hash = last.getColumn(1).getString()};
        return head;
    });
}

}  // namespace focus_billing
