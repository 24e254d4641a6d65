#pragma once

#include <string>

#include "focus_billing/model/convert/conversion_config.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// A section of `convert` with its payers, and the hash of both.
struct FoundConversion {
    ConversionConfig conversion;
    std::string hash;  ///< 16 hexadecimal digits
};

/// The section with this name or, if none is needed, the default of the kind with this name. Throws
/// Error (FB020, usage) if there is neither. Findings about the payers' file and the map are
/// printed, and then ConfigurationRefused is thrown. `map`: a map file for CSV, instead of that of
/// the section.
[[nodiscard]] FoundConversion find_conversion(Session& session, const std::string& name,
                                              const std::string& map = {});

/// Reads the files of payers and the maps of all sections, as `config check` does.
void check_conversions(Session& session);

}  // namespace focus_billing
