#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// Globs for whole names: `*` any text, `?` one character, `[a-z]` one of these.
class NameGlobs {
public:
    explicit NameGlobs(const std::vector<std::string>& globs);
    NameGlobs(const NameGlobs&) = delete;
    NameGlobs& operator=(const NameGlobs&) = delete;
    ~NameGlobs();

    [[nodiscard]] bool match(std::string_view name) const;

private:
    struct Patterns;
    std::unique_ptr<Patterns> m_patterns;
};

}  // namespace focus_billing
