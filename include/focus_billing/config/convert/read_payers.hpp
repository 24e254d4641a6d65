#pragma once

#include <string_view>
#include <vector>

#include "focus_billing/config/directory_input.hpp"
#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/convert/payer_map.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// Reads a map from names of the provider to attributes: `NAME: {pi_email: ...}`, or a list of such
/// groups with `start` and `end` (the last day). Attributes become tags under the first key that
/// `mapping` has for them, so that an import finds them.
[[nodiscard]] std::vector<PayerEntry> read_payers(ConfigReader& reader, const Setting& setting,
                                                  const TagMapping& mapping);

struct LoadedPayers {
    std::vector<PayerEntry> entries;  ///< must not be used if there are findings
    std::vector<Diagnostic> diagnostics;
};

/// The same from a CSV file with the columns `name`, `start`, `end` and the attributes.
[[nodiscard]] LoadedPayers read_payer_table(const DirectoryInput& input, const TagMapping& mapping);

/// The same from a YAML file.
[[nodiscard]] LoadedPayers read_payer_yaml(std::string_view text, const std::string& file,
                                           const TagMapping& mapping);

}  // namespace focus_billing
