#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/byte_source.hpp"
#include "focus_billing/model/charges/decision.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// The columns that are read back from a list of decisions: charge number, decision, reason and
/// payer. `seen` is the version of the charge when it was listed.
inline constexpr std::array<std::string_view, 4> decision_columns = {"charge", "decision", "note",
                                                                     "seen"};

struct ReadDecisions {
    std::vector<DecisionRequest> requests;  ///< rows with a decision, in the order of the file
    std::uint64_t undecided = 0;            ///< rows without one
    std::vector<Diagnostic> errors;         ///< FB567 and those of CSV; if any, ignore the rest
};

/// Reads a list of decisions that `review list --format csv` wrote and a person filled in: CSV with
/// the columns in any order, other columns ignored. The payer's columns are part of every decision,
/// whatever its kind.
[[nodiscard]] ReadDecisions read_decisions(ByteSource& bytes, const std::string& name);

}  // namespace focus_billing
