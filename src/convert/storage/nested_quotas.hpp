#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "convert/storage/quota_usage.hpp"
#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/convert/storage_pricing.hpp"

namespace focus_billing {

/// What a file beside a project says of its payer.
struct FolderMetadata {
    std::string path;
    std::string text;
    bool is_active = true;  ///< its member `active` is not false
};

/// The metadata of a quota's folder, read by `read`. Quotas of users and groups have none, nor has
/// a path that leads out of the folder of metadata.
[[nodiscard]] std::optional<FolderMetadata>
folder_metadata(const StoragePricing& terms, const QuotaUsage& quota, const ReadMetadata& read);

/// Adds the members as tags; attributes have the keys of `tag_keys`. What is no JSON object of
/// texts is a finding (FB611) and false.
[[nodiscard]] bool add_metadata(FocusRow& row, const FolderMetadata& metadata,
                                const std::array<std::string, attribute_count>& tag_keys,
                                const OnFinding& on_finding);

/// A quota in the snapshots that are charged.
struct ChargedQuota {
    QuotaUsage quota;
    Decimal bytes;              ///< their sum over the snapshots
    std::uint64_t records = 0;  ///< snapshots that have the quota
    Decimal inside;             ///< bytes that are charged with quotas inside this one
    bool is_left = false;       ///< all of it is charged with another one
};

/// By `quota_key`, so that a folder comes before what is in it.
using ChargedQuotas = std::map<std::string, ChargedQuota>;
[[nodiscard]] std::string quota_key(const QuotaUsage& quota);

/// With what the files of two quotas are charged.
enum class CountedWith : std::uint8_t {
    outer,    ///< the quota around
    inner,    ///< the quota inside
    folders,  ///< other quotas, of folders inside the same one
    users,    ///< other quotas, of users there
    both,     ///< that cannot be told: perhaps both
};

/// A quota inside that of `folder`.
using OnNested =
    std::function<void(const QuotaUsage& inner, const std::string& folder, CountedWith with)>;

/// Finds quotas whose files other quotas count, too: those of folders inside a folder, of users and
/// groups in a folder, of one user in a folder inside another. Sets `inside` and `is_left` so that
/// each file is charged once: with `outer` the outermost quotas are charged; with `inner` the
/// innermost, and those around them for the rest. Where quotas in one folder overlap, those of
/// folders count before those of users, and these before those of groups. What only some files of
/// two quotas may have in common is told, and both are charged.
void find_nested(ChargedQuotas& quotas, NestedQuotas choice, const OnNested& on_nested);

}  // namespace focus_billing
