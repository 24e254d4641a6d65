#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "focus_billing/model/audit.hpp"

namespace focus_billing {

/// Entries of the audit trail as text, written as they come: memory does not grow with their
/// number.
class AuditList {
public:
    AuditList() = default;
    AuditList(const AuditList&) = delete;
    AuditList& operator=(const AuditList&) = delete;
    virtual ~AuditList() = default;

    /// Each returns the text that is to be written next.
    [[nodiscard]] virtual std::string begin() = 0;
    [[nodiscard]] virtual std::string add(const AuditRecord& record) = 0;
    /// `all`: how many entries there are, of which those shown may be only the last.
    [[nodiscard]] virtual std::string end(std::uint64_t all) = 0;
};

/// For people: who did what and when, without the details and the hashes.
[[nodiscard]] std::unique_ptr<AuditList> make_audit_table();

/// All of each entry. What was before and after is JSON in the JSON.
[[nodiscard]] std::unique_ptr<AuditList> make_audit_json();

/// What `audit verify` prints if there is no fault.
[[nodiscard]] std::string verdict_text(const AuditVerdict& verdict);
[[nodiscard]] std::string verdict_json(const AuditVerdict& verdict, int exit_code);

/// What `audit head --json` prints.
[[nodiscard]] std::string head_json(const AuditHead& head);

}  // namespace focus_billing
