#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/convert/converter.hpp"

namespace focus_billing {

/// A virtual machine of an inventory.
struct Machine {
    std::string file;
    std::uint64_t line = 0;  ///< in CSV; 0 for JSON
    std::string name;
    std::string id;  ///< from Hyper-V or Azure, or empty
    std::string state;
    std::string created;  ///< as written
    std::string deleted;
    std::string notes;  ///< JSON, or empty
};

/// Reads machines from JSON (`Get-VM | ConvertTo-Json`, `az stack-hci-vm list`, a list, an object
/// with the list `value`, or one machine) or from CSV with the columns name, creation time, notes,
/// state, id and deleted. Names are compared without case, blanks, hyphens and underscores.
/// Hyper-V's numbers for states become names. True if the list continues on another page. Findings:
/// those of the CSV, FB601, FB602.
bool read_machines(const ConverterInput& input, const std::function<void(Machine)>& on_machine,
                   const std::function<void(const Diagnostic&)>& on_finding);

/// A time in an inventory: what `parse_provider_date` reads, a date followed by a time of day, or
/// `/Date(1700000000000)/` of PowerShell.
[[nodiscard]] std::optional<Instant> parse_machine_time(std::string_view text);

}  // namespace focus_billing
