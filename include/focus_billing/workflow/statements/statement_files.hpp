#pragma once

#include <string>

namespace focus_billing {

/// The formats in which each statement is written.
struct StatementFormats {
    bool pdf = true;
    bool html = true;
    bool csv = true;
    bool json = true;

    /// Reads `pdf,csv`. Throws Error FB020 (usage) for any other word.
    [[nodiscard]] static StatementFormats parse(const std::string& words);
};

}  // namespace focus_billing
