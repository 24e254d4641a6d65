#pragma once

#include <string>
#include <string_view>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/charge.hpp"
#include "focus_billing/model/charge_batch.hpp"

namespace focus_billing {

/// Writes tags to `json` as a JSON object with its keys sorted by their bytes and no blanks; sorts
/// `entries`.
void write_canonical_tags(std::vector<Tag>& entries, std::string& json);

/// Puts charges into the form in which they are stored. One serves one thread.
class ChargeCanonizer {
public:
    /// Adds `charge` to `batch`, with the hash of its content: billing period, charge period,
    /// every stored text and the tags, but not its line.
    void add(const Charge& charge, FlagSet flags, ChargeBatch& batch);

private:
    [[nodiscard]] std::string_view tags_text(const Tags& tags);
    [[nodiscard]] RowHash hash(const StorableCharge& charge);

    Sha256Hasher m_hasher;
    std::string m_content;
    std::vector<Tag> m_tags;
    std::string m_tags_text;
};

}  // namespace focus_billing
