#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// Why a file belongs to a known source, or to none.
struct SourceChoice {
    std::string file;
    /// All whose pattern fits the file's name, the longest pattern first.
    std::vector<const KnownSource*> fitting;
    /// How many of these have the longest pattern: 1 decides, more are ambiguous, 0 is none.
    std::size_t longest = 0;
    /// If none fits: one whose pattern is nearly a word of the name, or null.
    const KnownSource* near = nullptr;

    [[nodiscard]] const KnownSource* source() const {
        return longest == 1 ? fitting.front() : nullptr;
    }
};

}  // namespace focus_billing
