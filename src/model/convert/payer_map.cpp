#include "focus_billing/model/convert/payer_map.hpp"

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

std::string_view without_last_slash(std::string_view path) {
    while (path.size() > 1 && path.back() == '/')
        path.remove_suffix(1);
    return path;
}

}  // namespace

PayerMap::PayerMap(std::vector<PayerEntry> entries) : m_entries(std::move(entries)) {
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        m_names.emplace(m_entries[i].name, i);
        m_emails.emplace(comparable_email(m_entries[i].name), i);
    }
}

const PayerEntry* PayerMap::find_in(const Index& index, std::string_view name, Instant time) const {
    const auto [first, last] = index.equal_range(name);
    for (auto entry = first; entry != last; ++entry) {
        if (m_entries[entry->second].holds_at(time))
            return &m_entries[entry->second];
    }
    return nullptr;
}

const PayerEntry* PayerMap::find(std::string_view name, Instant time) const {
    return find_in(m_names, name, time);
}

const PayerEntry* PayerMap::find_email(std::string_view email, Instant time) const {
    return find_in(m_emails, comparable_email(email), time);
}

const PayerEntry* PayerMap::find_path(std::string_view path, Instant time) const {
    for (auto folder = without_last_slash(path); !folder.empty();) {
        if (const auto* entry = find(folder, time))
            return entry;
        if (const auto* entry = find(std::string(folder) + "/", time))
            return entry;
        const auto slash = folder.rfind('/');
        if (slash == std::string_view::npos || folder == "/")
            break;
        folder = slash == 0 ? folder.substr(0, 1) : folder.substr(0, slash);
    }
    return nullptr;
}

std::optional<Instant> PayerMap::next_change(std::string_view name, Instant time) const {
    std::optional<Instant> next;
    const auto consider = [&](const std::optional<Instant>& change) {
        if (change && *change > time && (!next || *change < *next))
            next = change;
    };
    const auto [first, last] = m_names.equal_range(name);
    for (auto entry = first; entry != last; ++entry) {
        consider(m_entries[entry->second].start);
        consider(m_entries[entry->second].end);
    }
    return next;
}

}  // namespace focus_billing
