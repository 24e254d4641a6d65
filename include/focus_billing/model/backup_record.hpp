#pragma once

#include <cstdint>
#include <string>

namespace focus_billing {

/// What a copy of a database holds.
struct BackupRecord {
    std::string database;  ///< what was copied
    std::string file;      ///< the copy
    std::uint64_t size = 0;
    std::uint64_t imports = 0;
    std::uint64_t charges = 0;         ///< those that count
    std::uint64_t superseded = 0;      ///< those that are history
    std::int64_t audit_sequence = 0;   ///< of the last entry of the audit trail; 0: there is none
    std::string audit_hash;            ///< of that entry
};

}  // namespace focus_billing
