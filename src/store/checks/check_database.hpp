#pragma once

#include <functional>

#include "focus_billing/model/audit.hpp"

namespace focus_billing {

class Transaction;

struct RecountedCharges;

using OnCheckLine = std::function<void(CheckLine line)>;

/// What the checks share: the database, in a transaction, and where their lines go. Each check of
/// check_*.cpp reads what is on record, compares it with the rows, and hands on a line for every
/// thing that must hold. They throw SQLite::Exception, and what `on_step` throws.
struct CheckRun {
    const Transaction& transaction;
    const OnCheckLine& on_line;
    const std::function<void()>& on_step;  ///< called now and then

    /// A finding of this code about the database.
    [[nodiscard]] Diagnostic fault(int code, std::string message) const;
};

/// SQLite's own view of the file (FB557), rows that refer to others (FB556), and the triggers that
/// keep what is stored (FB558).
void check_integrity(const CheckRun& run);
/// The chain of the audit trail (FB540 to FB543).
void check_trail(const CheckRun& run);
/// What became of the rows of each import (FB550).
void check_imports(const CheckRun& run, const RecountedCharges& tally);
/// What counts in each month (FB551).
void check_months(const CheckRun& run, const RecountedCharges& tally);
/// The content of each charge (FB552).
void check_content(const CheckRun& run);
/// Reversals (FB553), and what is superseded (FB554).
void check_corrections(const CheckRun& run, const RecountedCharges& tally);
/// What reviewers decided, and the charges that bear it (FB570).
void check_decisions(const CheckRun& run);
/// The postings of closed months, against the charges that are billed in them (FB572).
void check_postings(const CheckRun& run);
/// What was issued, by its hashes (FB710), and how much of the postings it is.
void check_statements(const CheckRun& run);
/// The journals on record, by their hashes (FB818) and sums (FB573), and how much of the postings
/// they have.
void check_journals(const CheckRun& run);
/// The status of each month by the audit trail (FB555), and the charges of the closed ones (FB537).
void check_periods(const CheckRun& run, const RecountedCharges& tally);

}  // namespace focus_billing
