#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journal.hpp"
#include "focus_billing/model/journal_layout.hpp"

namespace focus_billing {

/// A journal in a layout. With faults there are no bytes.
struct JournalBytes {
    std::string bytes;
    std::vector<Diagnostic> faults;  ///< all values that the layout cannot hold, each once
};

[[nodiscard]] JournalBytes journal_bytes(const Journal& journal, const JournalLayout& layout);

}  // namespace focus_billing
