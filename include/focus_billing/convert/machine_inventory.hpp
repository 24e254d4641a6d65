#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/format/json_value.hpp"

namespace focus_billing {

/// A virtual machine of an inventory.
struct Machine {
    std::string file;
    std::uint64_t line = 0;  ///< of CSV; of JSON the number of the machine
    std::string name;
    std::string state;
    std::string created;  ///< as it is written
    std::string deleted;
    std::string notes;  ///< JSON, or empty
};

/// Reads machines from JSON (`Get-VM | ConvertTo-Json`, `az stack-hci-vm list`, a list or an object
/// with the list `value`) or from CSV with the columns name, creation time, notes, state and
/// deleted. Names count without case, blanks and underscores.
void read_machines(const ConverterInput& input, const std::function<void(Machine)>& on_machine,
                   const std::function<void(const Diagnostic&)>& on_finding);

/// A time of an inventory: what `parse_provider_date` reads, a date with a time of day behind it,
/// or `/Date(1700000000000)/` of PowerShell.
[[nodiscard]] std::optional<Instant> parse_machine_time(std::string_view text);

}  // namespace focus_billing
