#pragma once

#include <string>

namespace focus_billing {

/// Which files are made of each statement.
struct StatementFormats {
    bool pdf = true;
    bool html = true;
    bool csv = true;
    bool json = true;

    /// Reads `pdf,csv`. Throws Error FB020 (usage) for a word that is none of the four.
    [[nodiscard]] static StatementFormats parse(const std::string& words);
};

}  // namespace focus_billing
