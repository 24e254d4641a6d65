#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// The series of a file: what the only group of `pattern` (RE2) matches in the file's base name.
/// Nothing if the pattern does not match.
[[nodiscard]] std::optional<std::string> series_of(const std::string& file_name,
                                                   const std::string& pattern);

/// The known sources that match a file name.
struct SourceMatch {
    const KnownSource* source = nullptr;  ///< the one with the longest pattern, or none
    const KnownSource* rival = nullptr;   ///< another source whose pattern is as long: ambiguous
};

/// Finds the source of a file by its base name, without case. A plain pattern must be contained in
/// the name; one with `* ? [` is a glob for the whole name. The longest matching pattern wins.
[[nodiscard]] SourceMatch match_source(std::string_view file_name,
                                       const std::vector<KnownSource>& sources);

/// Whether a source's pattern matches a file name.
[[nodiscard]] bool fits_pattern(std::string_view file_name, std::string_view pattern);

/// The source with this name, or else with this pattern, ignoring case; or null.
[[nodiscard]] const KnownSource* find_source(std::string_view name_or_pattern,
                                             const std::vector<KnownSource>& sources);

/// Explains what `match_source` decides about a file's name. The result points into `sources`.
[[nodiscard]] SourceChoice explain_match(const std::string& file,
                                         const std::vector<KnownSource>& sources);

}  // namespace focus_billing
