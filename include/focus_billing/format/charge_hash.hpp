#pragma once

#include <string>
#include <string_view>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/charges/charge_batch.hpp"

namespace focus_billing {

/// Hashes what charges say, so that equal rows can be found (docs/decisions/0008-row-content.md).
/// The hashes are stored: they never change. One serves one thread.
class ChargeHasher {
public:
    /// Of the billing period, the charge period, all texts but that of the tags, and `tags_hash`;
    /// neither of the line nor of the flags.
    [[nodiscard]] ContentHash hash(const StorableCharge& charge);
    /// Of the text of the tags, canonical or as it came.
    [[nodiscard]] ContentHash tags_hash(std::string_view tags);

private:
    Sha256Hasher m_hasher;
    std::string m_content;  // large enough for the largest row so far
};

}  // namespace focus_billing
