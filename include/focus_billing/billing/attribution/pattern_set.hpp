#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// Regular expressions (RE2) of which one is to match. May be used by several threads at once.
class PatternSet {
public:
    enum class Place : std::uint8_t { anywhere, whole };  ///< of a text

    /// A bad pattern is a std::logic_error.
    PatternSet(const std::vector<std::string>& patterns, Place place);
    ~PatternSet();
    PatternSet(const PatternSet&) = delete;
    PatternSet& operator=(const PatternSet&) = delete;

    [[nodiscard]] bool empty() const { return m_patterns.empty(); }
    /// Null if none matches.
    [[nodiscard]] const std::string* first_match(std::string_view text) const;
    [[nodiscard]] bool matches(std::string_view text) const;
    /// All of them, in words.
    [[nodiscard]] std::string list() const;

private:
    class Compiled;

    std::vector<std::string> m_patterns;
    std::unique_ptr<const Compiled> m_compiled;
};

}  // namespace focus_billing
