#include "convert/storage/nested_quotas.hpp"

#include <algorithm>
#include <set>

#include "focus_billing/format/json.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

namespace {

// The path is the provider's text.
bool leads_up(const std::string& path) {
    return (path + "/").find("/../") != std::string::npos;
}

bool is_folder(const QuotaUsage& quota) {
    return quota.type == "directory";
}

// `/a/b` -> `/a` -> `/` -> nothing.
std::string parent_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos || path == "/")
        return {};
    return slash == 0 ? "/" : path.substr(0, slash);
}

class Nesting {
public:
    Nesting(ChargedQuotas& quotas, NestedQuotas choice, const OnNested& on_nested)
        : m_quotas(quotas), m_choice(choice), m_on_nested(on_nested) {}

    void run() {
        for (auto& [key, charged] : m_quotas)
            note(charged);
        for (auto& [key, charged] : m_quotas)
            decide(charged);
        for (auto& [key, charged] : m_quotas)
            note_owners(charged);
        for (auto& [key, charged] : m_quotas)
            tell_overlaps(charged);
    }

private:
    /// What there is inside one quota or, where none is around, at one path.
    struct Contents {
        bool has_folders = false;
        bool has_users = false;
    };

    ChargedQuota* find(const std::string& path, const std::string& type,
                       const std::string& persona) const {
        QuotaUsage quota;
        quota.path = path;
        quota.type = type;
        quota.persona = persona;
        const auto found = m_quotas.find(quota_key(quota));
        return found == m_quotas.end() ? nullptr : &found->second;
    }

    // The quota that counts all files of this one at a path: that of the same user or the folder's.
    ChargedQuota* around_at(const ChargedQuota& charged, const std::string& path) const {
        const auto& quota = charged.quota;
        auto* same = find(path, quota.type, quota.persona);
        return same != nullptr && same != &charged ? same : find(path, "directory", {});
    }

    ChargedQuota* nearest_around(const ChargedQuota& charged) const {
        const auto& own = charged.quota.path;
        for (auto path = is_folder(charged.quota) ? parent_of(own) : own; !path.empty();
             path = parent_of(path)) {
            if (auto* around = around_at(charged, path))
                return around;
        }
        return nullptr;
    }

    Contents& contents_beside(const ChargedQuota& charged) {
        const auto* around = m_around[&charged];
        return around != nullptr ? m_inside[around] : m_without[charged.quota.path];
    }

    void note(ChargedQuota& charged) {
        m_around[&charged] = nearest_around(charged);
        auto& contents = contents_beside(charged);
        contents.has_folders = contents.has_folders || is_folder(charged.quota);
        contents.has_users = contents.has_users || charged.quota.type == "user";
    }

    // What is around comes first in the order of the keys, so that it is decided.
    void decide(ChargedQuota& charged) {
        auto* around = m_around[&charged];
        const auto& contents = contents_beside(charged);
        const bool is_group_of_users = charged.quota.type == "group" && contents.has_users;
        if (around == nullptr) {
            if (is_group_of_users)
                leave(charged, charged.quota.path, CountedWith::users);
            return;
        }
        const auto& folder = around->quota.path;
        if (m_choice == NestedQuotas::outer || around->is_left) {
            leave(charged, folder, CountedWith::outer);
        } else if (!is_folder(charged.quota) && contents.has_folders) {
            leave(charged, folder, CountedWith::folders);
        } else if (is_group_of_users) {
            leave(charged, folder, CountedWith::users);
        } else {
            around->inside = sum(around->inside, charged.bytes);
            m_on_nested(charged.quota, folder, CountedWith::inner);
        }
    }

    void leave(ChargedQuota& charged, const std::string& folder, CountedWith with) const {
        charged.is_left = true;
        m_on_nested(charged.quota, folder, with);
    }

    void note_owners(const ChargedQuota& charged) {
        if (!charged.is_left && !is_folder(charged.quota))
            m_owners[charged.quota.path].insert(charged.quota.type);
    }

    // A folder may have files of users, whose quotas are those of a folder around it.
    void tell_overlaps(const ChargedQuota& charged) const {
        if (charged.is_left)
            return;
        for (auto path = parent_of(charged.quota.path); !path.empty(); path = parent_of(path)) {
            const auto owners = m_owners.find(path);
            if (owners == m_owners.end())
                continue;
            const auto other_types =
                owners->second.size() - owners->second.count(charged.quota.type);
            if (other_types > 0)
                m_on_nested(charged.quota, path, CountedWith::both);
        }
    }

    ChargedQuotas& m_quotas;
    NestedQuotas m_choice;
    const OnNested& m_on_nested;
    std::map<const ChargedQuota*, ChargedQuota*> m_around;
    std::map<const ChargedQuota*, Contents> m_inside;
    std::map<std::string, Contents> m_without;
    std::map<std::string, std::set<std::string>> m_owners;  // types of their quotas, by path
};

}  // namespace

std::optional<FolderMetadata> folder_metadata(const StoragePricing& terms, const QuotaUsage& quota,
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

std::string quota_key(const QuotaUsage& quota) {
    return quota.path + '\n' + quota.type + '\n' + quota.persona;
}

void find_nested(ChargedQuotas& quotas, NestedQuotas choice, const OnNested& on_nested) {
    Nesting(quotas, choice, on_nested).run();
}

}  // namespace focus_billing
