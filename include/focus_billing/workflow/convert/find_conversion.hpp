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

/// The section of this name or, where it needs none, what the kind of this name usually does.
/// Throws Error (FB020, usage) if there is neither; findings about the file of payers and the
/// map are printed and throw ConfigurationRefused. `map`: a file of a map for CSV, instead of that
/// of the section.
[[nodiscard]] FoundConversion find_conversion(Session& session, const std::string& name,
                                              const std::string& map = {});

/// Reads the files of payers and the maps of all sections, as `config check` does.
void check_conversions(Session& session);

}  // namespace focus_billing
