#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

struct Inputs {
    std::vector<std::string> files;    ///< paths, and `-` for standard input
    std::vector<Error> errors;         ///< patterns that match no file (FB904)
    std::vector<Diagnostic> warnings;  ///< folders without CSV files (FB905)
};

/// Turns what a user names into files, each once, in the natural order of their names: a folder
/// stands for its *.csv, *.csv.gz and *manifest.json (not those of folders inside it) or, where it
/// has none of these, for all *manifest.json in the folders inside it; a pattern with `* ? [` for
/// the files that match it; data files that a manifest among these names are part of it, and not
/// taken singly. A file whose name has such characters is taken as it is.
[[nodiscard]] Inputs expand_inputs(const std::vector<std::string>& names);

/// Whether `a` comes before `b` when runs of digits are compared as numbers: a2 before a10.
[[nodiscard]] bool naturally_before(std::string_view a, std::string_view b);

}  // namespace focus_billing
