#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// A journal in a layout. With faults there are no bytes.
struct JournalBytes {
    std::string bytes;
    std::vector<Diagnostic> faults;  ///< all values that the layout cannot hold, each once
};

/// FB832 if a layout that carries one currency is to hold several.
[[nodiscard]] std::optional<Diagnostic> currency_fault(const JournalLayout& layout,
                                                       const std::set<std::string>& currencies);

[[nodiscard]] JournalBytes journal_bytes(const Journal& journal, const JournalLayout& layout);

}  // namespace focus_billing
