#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/config/yaml/yaml_document.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace YAML {
class Parser;
}

namespace focus_billing {

/// Counted from 1, the column in characters.
struct TextPosition {
    std::uint64_t line;
    std::uint64_t column;
};

/// Lines and columns of a UTF-8 text by byte offset, each found without reading the text again.
class TextPositions {
public:
    /// `text` must outlive this.
    explicit TextPositions(std::string_view text);

    /// An offset after the end counts as the end.
    [[nodiscard]] TextPosition at(std::size_t offset) const;

    /// The dash of the list entry that starts at `offset`, with only blanks and comments between,
    /// if it is at most 1000 bytes away.
    [[nodiscard]] std::optional<TextPosition> dash_before(std::size_t offset) const;

private:
    std::string_view m_text;
    std::vector<std::size_t> m_line_starts = {0};
    std::vector<std::uint32_t> m_characters_before = {0};  ///< for each byte and the end
};

/// Builds the tree of the first document from the parser's events, within the limits of
/// `parse_yaml`; `text` is what the parser reads. Returns a finding if a limit is exceeded or a
/// second document follows. Throws yaml-cpp's exception for a syntax error.
[[nodiscard]] std::optional<Diagnostic> build_yaml(YAML::Parser& parser, std::string_view text,
                                                   const std::string& file, YamlDocument& document);

}  // namespace focus_billing
