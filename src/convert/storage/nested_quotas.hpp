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

/// What the file in a project's folder says about its payer.
struct FolderMetadata {
    std::string path;
    std::string text;
    bool is_active = true;  ///< its member `active` is not false
};

/// The metadata of a quota's folder, read by `read`. None for quotas of users and groups, and for a
/// path that leads out of the metadata folder.
[[nodiscard]] std::optional<FolderMetadata>
folder_metadata(const StoragePricing& terms, const QuotaUsage& quota, const ReadMetadata& read);

/// Adds the members as tags; attributes have the keys of `tag_keys`. Reports anything but a JSON
/// object of texts (FB611) and returns false.
[[nodiscard]] bool add_metadata(FocusRow& row, const FolderMetadata& metadata,
                                const std::array<std::string, attribute_count>& tag_keys,
                                const OnFinding& on_finding);

/// A quota in the charged snapshots.
struct ChargedQuota {
    QuotaUsage quota;
    Decimal bytes;              ///< their sum over the snapshots
    std::uint64_t records = 0;  ///< snapshots with this quota
    Decimal inside;             ///< bytes charged with quotas inside this one
    bool is_left = false;       ///< all of it is charged with another quota
};

/// By `quota_key`, so that a folder comes before what is in it.
using ChargedQuotas = std::map<std::string, ChargedQuota>;
[[nodiscard]] std::string quota_key(const QuotaUsage& quota);

/// Which of two overlapping quotas is charged for their common files.
enum class CountedWith : std::uint8_t {
    outer,    ///< the quota around
    inner,    ///< the quota inside
    folders,  ///< other quotas, of folders inside the same one
    users,    ///< other quotas, of users there
    both,     ///< not known: perhaps both
};

/// A quota inside that of `folder`.
using OnNested =
    std::function<void(const QuotaUsage& inner, const std::string& folder, CountedWith with)>;

/// Finds quotas whose files other quotas count, too: those of folders inside a folder, of users and
/// groups in a folder, of one user in a folder inside another. Sets `inside` and `is_left` so that
/// each file is charged once: with `outer` the outermost quotas are charged; with `inner` the
/// innermost, and those around them for the rest. Where quotas in one folder overlap, those of
/// folders count before those of users, and these before those of groups. If two quotas may have
/// some files in common, this is reported, and both are charged.
void find_nested(ChargedQuotas& quotas, NestedQuotas choice, const OnNested& on_nested);

}  // namespace focus_billing
