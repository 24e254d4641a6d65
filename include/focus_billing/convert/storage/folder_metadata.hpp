#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>

#include "focus_billing/convert/storage/quota_usage.hpp"
#include "focus_billing/model/charges/attribute.hpp"
#include "focus_billing/model/convert/storage_pricing.hpp"

namespace focus_billing {

/// Reads the text of the file with the payer of a folder, if there is one.
using ReadMetadata = std::function<std::optional<std::string>(const std::string& path)>;

/// What a file beside a project says of its payer.
struct FolderMetadata {
    std::string path;
    std::string text;
    bool is_active = true;  ///< its member `active` is not false
};

/// The metadata of a quota's folder, read by `read`. Quotas of users and groups have none, nor has
/// a path that leads out of the folder of metadata.
[[nodiscard]] std::optional<FolderMetadata>
folder_metadata(const StorageTerms& terms, const QuotaUsage& quota, const ReadMetadata& read);

/// Adds the members as tags; attributes have the keys of `tag_keys`. What is no JSON object of
/// texts is a finding (FB611) and false.
[[nodiscard]] bool add_metadata(FocusRow& row, const FolderMetadata& metadata,
                                const std::array<std::string, attribute_count>& tag_keys,
                                const OnFinding& on_finding);

}  // namespace focus_billing
