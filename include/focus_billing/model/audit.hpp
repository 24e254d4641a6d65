#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The last entry of an audit trail. A copy kept elsewhere shows later whether the trail was cut or
/// rewritten.
struct AuditHead {
    std::int64_t sequence = 0;  ///< 0: no entries
    std::string hash = std::string(64, '0');

    /// `12:5f3c...`
    [[nodiscard]] std::string text() const { return std::to_string(sequence) + ":" + hash; }
};

/// The result of verifying the whole audit trail.
struct AuditVerdict {
    std::uint64_t entries = 0;          ///< intact entries, counted from the first
    AuditHead head;                     ///< the last intact entry
    std::optional<Diagnostic> fault{};  ///< the first fault
};

/// Who makes a change, when, and with which command. Recorded with every change.
struct AuditContext {
    std::string at;       ///< UTC, `2025-02-01T06:00:00Z`
    std::string os_user;  ///< of the operating system
    std::string actor;    ///< given with --actor in addition to the system's user; may be empty
    std::string command;  ///< as typed, without the program's name
};

/// The contents of a database copy.
struct BackupRecord {
    std::string database;  ///< what was copied
    std::string file;      ///< the copy
    std::uint64_t size = 0;
    std::uint64_t imports = 0;
    std::uint64_t charges = 0;        ///< that count
    std::uint64_t superseded = 0;     ///< kept as history
    std::int64_t audit_sequence = 0;  ///< of the last entry of the audit trail; 0: none
    std::string audit_hash;           ///< of that entry
};

/// One term of an equation.
struct CheckTerm {
    std::string_view name;  ///< static text
    std::string value;      ///< a whole number, or a canonical decimal
    bool is_amount = false;
};

[[nodiscard]] inline CheckTerm count_term(std::string_view name, std::int64_t count) {
    return {.name = name, .value = std::to_string(count), .is_amount = false};
}
[[nodiscard]] inline CheckTerm amount_term(std::string_view name, std::string amount) {
    return {.name = name, .value = std::move(amount), .is_amount = true};
}

/// One rule that a database must satisfy: the terms on the left add up to those on the right.
struct CheckLine {
    std::string subject;  ///< what it is about: `import 3 USD`
    std::vector<CheckTerm> left{};
    std::vector<CheckTerm> right{};
    std::optional<Diagnostic> fault{};  ///< why it does not hold
};

/// A change of state as the audit trail records it.
struct AuditEntry {
    AuditContext audit_context;
    /// A verb: `import`, `open`, `close`, `reopen`, `finalize`, `issue`, `use`, `journal`, `mark`.
    std::string action;
    std::string subject;  ///< what is changed: `import 3`, `period 2025-01`
    std::optional<std::int64_t> import_number{};
    std::optional<BillingPeriod> period{};
    std::optional<std::string> before{};  ///< JSON
    std::optional<std::string> after{};   ///< JSON
};

/// An entry as stored.
struct AuditRecord {
    std::int64_t sequence = 0;  ///< from 1, without gaps
    AuditEntry entry;
    std::string previous;  ///< hash of the previous entry, hexadecimal; 64 zeros for the first
    std::string hash;
};

}  // namespace focus_billing
