#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source_tree.hpp"

namespace focus_billing::conventions {

/// What breaks a rule: "path:line: what is wrong: what to do". Empty if nothing does.
using Found = std::vector<std::string>;

/// Runs a rule that looks at one file at a time.
[[nodiscard]] Found in_all(const std::vector<SourceFile>& files, Found (*rule)(const SourceFile&));

/// Fails the test case that calls it once for each of them.
void expect_none(const Found& found);

/// A file for a test of a rule.
[[nodiscard]] SourceFile file_of(std::string path, std::vector<std::string> lines);

/// A file whose lines include these headers, in quotes.
[[nodiscard]] SourceFile file_including(std::string path, const std::vector<std::string>& headers);

}  // namespace focus_billing::conventions
