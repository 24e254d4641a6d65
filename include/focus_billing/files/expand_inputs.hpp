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

/// Expands the user's inputs into files, each once, in the natural order of their names: a folder
/// stands for its *.csv, *.csv.gz and *manifest.json (not those in subfolders) or, if it has none
/// of these, for all *manifest.json in its subfolders; a pattern with `* ? [` stands for the
/// matching files. Data files named by a manifest among these belong to it and are not listed
/// separately. An existing file whose name has such characters is used as is.
[[nodiscard]] Inputs expand_inputs(const std::vector<std::string>& names);

/// Whether `a` sorts before `b` when digits are compared as numbers: a2 before a10.
[[nodiscard]] bool naturally_before(std::string_view a, std::string_view b);

}  // namespace focus_billing
