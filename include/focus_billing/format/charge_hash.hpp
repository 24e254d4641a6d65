#pragma once

#include <string>
#include <string_view>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/charges/charge_batch.hpp"

namespace focus_billing {

/// Hashes the content of charges, so that equal rows can be found
/// (docs/decisions/0008-row-content.md). The hashes are stored and must never change. Use one for
/// each thread.
class ChargeHasher {
public:
    /// The hash of the billing period, the charge period, all texts except the tags, and
    /// `tags_hash`. Line and flags are not included.
    [[nodiscard]] ContentHash hash(const StorableCharge& charge);
    /// The hash of the text of the tags, canonical or raw.
    [[nodiscard]] ContentHash tags_hash(std::string_view tags);

private:
    Sha256Hasher m_hasher;
    std::string m_content;  // large enough for the largest row so far
};

}  // namespace focus_billing
