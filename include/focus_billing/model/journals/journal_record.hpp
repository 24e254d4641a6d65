#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The state of a document: pending (registered, the file may not exist yet), exported, accepted or
/// failed (by the finance system), reversed (by a later journal). All but failed ones count.
enum class JournalState : std::uint8_t { pending, exported, accepted, failed, reversed };
inline constexpr std::array<std::string_view, 5> journal_state_names = {
    "pending", "exported", "accepted", "failed", "reversed"};

[[nodiscard]] constexpr std::string_view name_of(JournalState state) {
    return journal_state_names[static_cast<std::size_t>(state)];
}

/// A document of a registered journal. Amounts are canonical decimals.
struct JournalPart {
    std::uint32_t number = 1;  ///< the k of N.k
    std::string currency;
    std::uint64_t lines = 0;
    std::string total;                          ///< of its debits, equal to that of its credits
    JournalState mark = JournalState::pending;  ///< the last mark; never `reversed`
    std::string ref;                            ///< the finance system's own number
    std::int64_t reversed_by = 0;               ///< by a journal that has not failed; 0: none

    [[nodiscard]] JournalState state() const {
        return reversed_by != 0 ? JournalState::reversed : mark;
    }
};

/// A journal as registered.
struct JournalRecord {
    std::int64_t number = 0;
    BillingPeriod period;
    std::string date;
    int fiscal_year = 0;
    int fiscal_period = 0;
    std::string organization;
    std::string format;  ///< name of its layout
    std::string layout_sha256;
    LineDetail detail = LineDetail::configured;
    std::int64_t reverses = 0;            ///< 0: none
    std::uint32_t reverses_document = 0;  ///< 0: the whole journal
    std::string path;                     ///< absolute
    std::uint64_t bytes = 0;
    std::string sha256;
    std::string registered_at;  ///< UTC
    std::string os_user;
    std::string actor;
    std::vector<JournalPart> parts;

    [[nodiscard]] bool is_pending() const {
        return std::ranges::any_of(
            parts, [](const JournalPart& part) { return part.mark == JournalState::pending; });
    }
};

/// Selects journals; a field that is not set means all.
struct JournalFilter {
    std::optional<BillingPeriod> period{};
    std::optional<std::int64_t> number{};
};

/// `3.1`
[[nodiscard]] inline std::string document_name(std::int64_t journal, std::uint32_t document) {
    return std::to_string(journal) + "." + std::to_string(document);
}

/// The result of a run of `journals`. With refusals, nothing was made.
struct JournalRun {
    PeriodStatus status = PeriodStatus::open;
    std::string format;    ///< name of the layout
    std::string currency;  ///< the only one requested; empty: all
    Journal journal;       ///< without documents that have no lines
    std::string bytes;
    std::optional<JournalRecord> record;       ///< if the journal was registered
    std::string file;                          ///< as given; empty: standard output
    bool nothing = false;                      ///< nothing is left to be journaled
    std::optional<std::int64_t> last_journal;  ///< of the month, if nothing is left
    std::vector<Diagnostic> refusals;

    [[nodiscard]] bool refused() const { return !refusals.empty(); }
};

}  // namespace focus_billing
