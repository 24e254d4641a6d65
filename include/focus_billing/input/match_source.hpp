#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// The series of a file: what the one group of `pattern` (RE2) matches in the file's base name.
/// Nothing if the pattern is not found there.
[[nodiscard]] std::optional<std::string> series_of(const std::string& file_name,
                                                   const std::string& pattern);

/// The known sources that a file name fits.
struct SourceMatch {
    const KnownSource* source = nullptr;  ///< the one with the longest pattern, or none
    const KnownSource* rival = nullptr;   ///< another one whose pattern is as long: ambiguous
};

/// Finds the source of a file by its base name, without case. A plain pattern must be contained in
/// the name; one with `* ? [` is a glob for the whole name. The longest matching pattern wins.
[[nodiscard]] SourceMatch match_source(std::string_view file_name,
                                       const std::vector<KnownSource>& sources);

/// Whether one source's pattern fits a file name.
[[nodiscard]] bool fits_pattern(std::string_view file_name, std::string_view pattern);

/// The source of this name, else of this pattern, both without case; or none.
[[nodiscard]] const KnownSource* find_source(std::string_view name_or_pattern,
                                             const std::vector<KnownSource>& sources);

/// What `match_source` decides about a file's name, with its reasons. The result points into
/// `sources`.
[[nodiscard]] SourceChoice explain_match(const std::string& file,
                                         const std::vector<KnownSource>& sources);

}  // namespace focus_billing
