#include "focus_billing/convert/storage/folder_metadata.hpp"

#include <algorithm>

#include "focus_billing/format/json.hpp"

namespace focus_billing {

namespace {

// The path is the provider's text.
bool leads_up(const std::string& path) {
    return (path + "/").find("/../") != std::string::npos;
}

}  // namespace

std::optional<FolderMetadata> folder_metadata(const StorageTerms& terms, const QuotaUsage& quota,
                                              const ReadMetadata& read) {
    if (terms.metadata_file.empty() || !read || !quota.persona.empty() || leads_up(quota.path))
        return std::nullopt;
    const auto path = terms.metadata_root + quota.path + "/" + terms.metadata_file;
    auto text = read(path);
    if (!text)
        return std::nullopt;
    JsonValue value;
    const auto fault = parse_json(*text, value);
    return FolderMetadata{path, std::move(*text), fault || value.text_at("active") != "false"};
}

bool add_metadata(FocusRow& row, const FolderMetadata& metadata,
                  const std::array<std::string, attribute_count>& tag_keys,
                  const OnFinding& on_finding) {
    const auto key_of = [&](std::string_view key) {
        if (key == "active")
            return std::string();  // no tag
        const auto found = std::ranges::find(attribute_names, key);
        return found == attribute_names.end()
                   ? std::string(key)
                   : tag_keys[static_cast<std::size_t>(found - attribute_names.begin())];
    };
    if (add_json_tags(row, metadata.text, key_of))
        return true;
    on_finding(
        make_diagnostic(611, {.file = metadata.path, .line = 0, .column = 0},
                        "the metadata are no JSON object of texts", {},
                        "write {\"pi_email\": \"ada@example.edu\", \"project_id\": \"p1\"}"));
    return false;
}

}  // namespace focus_billing
