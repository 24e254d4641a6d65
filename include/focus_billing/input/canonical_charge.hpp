#pragma once

#include <string>
#include <string_view>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/charge.hpp"
#include "focus_billing/model/charge_batch.hpp"

namespace focus_billing {

/// Tags as a JSON object with its keys sorted by their bytes and no blanks. `tags` must have no
/// fault.
[[nodiscard]] std::string canonical_tags(const Tags& tags);

/// Puts charges into the form in which they are stored. One serves one thread.
class ChargeCanonizer {
public:
    /// Adds `charge` to `batch`, with the hash of its content: billing period, charge period,
    /// every stored text and the tags, but not its line.
    void add(const Charge& charge, FlagSet flags, ChargeBatch& batch);

private:
    [[nodiscard]] RowHash hash(const StorableCharge& charge);

    Sha256Hasher m_hasher;
    std::string m_content;
};

}  // namespace focus_billing
