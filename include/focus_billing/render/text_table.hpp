#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace focus_billing {

/// `1 row`, `2 rows`.
[[nodiscard]] std::string counted(std::uint64_t count, const std::string& noun);

/// Lays out rows of cells in columns, two spaces apart, behind `indent` spaces. Numbers, which
/// are cells of digits with a sign and a point, stand with their points below each other.
[[nodiscard]] std::string text_table(const std::vector<std::vector<std::string>>& rows,
                                     std::size_t indent);

/// The same, with numbers as any other text: for codes and accounts.
[[nodiscard]] std::string plain_table(const std::vector<std::vector<std::string>>& rows,
                                      std::size_t indent);

}  // namespace focus_billing
