#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// What the bytes of a file say about it before its rows are looked at.
struct BytesVerdict {
    /// The import that had the same bytes: the file changes nothing.
    std::optional<EarlierImport> same;
    /// FB510 (refused), FB520 or FB521 (warnings).
    std::optional<Diagnostic> finding;
};

/// Looks for imports with the same SHA-256. Those of live imports of the source and series change
/// nothing, unless the terms say that they are to be added; those of a superseded one neither,
/// unless it is to replace what came after it; those of another source are refused. A file without
/// rows has no identity.
[[nodiscard]] BytesVerdict find_same_file(const Transaction& transaction,
                                          const DeliverySettings& settings,
                                          const std::string& sha256);

/// Whether any import had so many bytes, so that a hash is worth looking for.
[[nodiscard]] bool has_import_of_size(const Transaction& transaction, std::uint64_t file_size);

/// Whether anything of a source was ever stored, so that its rows are worth comparing.
[[nodiscard]] bool has_imports_of(const Transaction& transaction, const std::string& source);

}  // namespace focus_billing
