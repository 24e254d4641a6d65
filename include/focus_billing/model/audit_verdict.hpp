#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "focus_billing/model/diagnostic.hpp"

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

}  // namespace focus_billing
