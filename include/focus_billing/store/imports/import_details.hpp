#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/charges/charge_totals.hpp"
#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// What is known of an import before its rows are.
struct ImportStart {
    DeliverySettings settings;
    CostBasis cost = CostBasis::billed;
    AuditContext audit_context;
    std::string configuration;  ///< text of the configuration that is used
};

/// One file of an import that has several.
struct ImportPart {
    std::string name;
    std::string sha256;
    std::uint64_t file_size = 0;
    std::uint64_t rows_read = 0;
};

/// What is known of an import when its rows have been read.
struct ImportEnd {
    /// Of the file's bytes, hexadecimal; of several files that of their hashes.
    std::string sha256;
    std::uint64_t file_size = 0;
    std::uint64_t rows_read = 0;
    std::uint64_t rejected = 0;
    std::map<std::string, ChargeTally> rejected_costs{};  ///< by currency, those that can be read
};

}  // namespace focus_billing
