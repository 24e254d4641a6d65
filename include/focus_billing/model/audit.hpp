#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The last entry of an audit trail: kept elsewhere, it shows later whether the trail was cut or
/// written anew.
struct AuditHead {
    std::int64_t sequence = 0;  ///< 0: there is no entry
    std::string hash = std::string(64, '0');

    /// `12:5f3c...`
    [[nodiscard]] std::string text() const { return std::to_string(sequence) + ":" + hash; }
};

/// What a look at the whole audit trail found.
struct AuditVerdict {
    std::uint64_t entries = 0;          ///< that are as they were written, from the first one on
    AuditHead head;                     ///< the last one of these
    std::optional<Diagnostic> fault{};  ///< the first one
};

/// Who changes something, when, and by which command: recorded with every change.
struct AuditContext {
    std::string at;       ///< UTC, `2025-02-01T06:00:00Z`
    std::string os_user;  ///< of the operating system
    std::string actor;    ///< given with --actor, beside the user of the system; empty: none
    std::string command;  ///< as it was typed, without the program's name
};

/// What a copy of a database holds.
struct BackupRecord {
    std::string database;  ///< what was copied
    std::string file;      ///< the copy
    std::uint64_t size = 0;
    std::uint64_t imports = 0;
    std::uint64_t charges = 0;        ///< those that count
    std::uint64_t superseded = 0;     ///< those that are history
    std::int64_t audit_sequence = 0;  ///< of the last entry of the audit trail; 0: there is none
    std::string audit_hash;           ///< of that entry
};

/// A figure of an equation.
struct CheckTerm {
    std::string_view name;  ///< lives for ever
    std::string value;      ///< a whole number, or a canonical decimal
    bool is_amount = false;
};

[[nodiscard]] inline CheckTerm count_term(std::string_view name, std::int64_t count) {
    return {.name = name, .value = std::to_string(count), .is_amount = false};
}
[[nodiscard]] inline CheckTerm amount_term(std::string_view name, std::string amount) {
    return {.name = name, .value = std::move(amount), .is_amount = true};
}

/// One thing that must hold of a database: the terms on the left add up to those on the right.
struct CheckLine {
    std::string subject;  ///< what it is about: `import 3 USD`
    std::vector<CheckTerm> left{};
    std::vector<CheckTerm> right{};
    std::optional<Diagnostic> fault{};  ///< why it does not hold
};

/// A change of state, as it goes into the audit trail.
struct AuditEntry {
    AuditContext audit_context;
    /// A verb: `import`, `open`, `close`, `reopen`, `finalize`, `issue`, `use`, `journal`, `mark`.
    std::string action;
    std::string subject;  ///< what it is done to: `import 3`, `period 2025-01`
    std::optional<std::int64_t> import_number{};
    std::optional<BillingPeriod> period{};
    std::optional<std::string> before{};  ///< JSON
    std::optional<std::string> after{};   ///< JSON
};

/// An entry as it is on record.
struct AuditRecord {
    std::int64_t sequence = 0;  ///< from 1, without gaps
    AuditEntry entry;
    std::string previous;  ///< hash of the entry before, hexadecimal; of the first one 64 zeros
    std::string hash;
};

}  // namespace focus_billing
