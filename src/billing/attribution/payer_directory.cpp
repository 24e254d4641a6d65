#include "focus_billing/billing/attribution/payer_directory.hpp"

#include <algorithm>
#include <optional>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

bool is_valid_at(const ProjectEntry& entry, Instant instant) {
    return (!entry.start || *entry.start <= instant) && (!entry.end || instant < *entry.end);
}

bool begins_during(const ProjectEntry& entry, const ChargeTime& time) {
    return entry.start && time.start < *entry.start && *entry.start < time.end;
}

}  // namespace

PayerDirectory::PayerDirectory(Directory directory) : m_directory(std::move(directory)) {
    for (const auto& entry : m_directory.projects)
        m_projects[entry.project_id].push_back(&entry);
    for (auto& [project_id, entries] : m_projects)
        std::ranges::stable_sort(entries, {},
                                 [](const ProjectEntry* entry) { return entry->start; });
    for (const auto& entry : m_directory.people)
        m_people.emplace(entry.email, &entry);
    for (const auto& entry : m_directory.fund_orgs)
        m_fund_orgs.emplace(entry.fund_org, &entry);
    note_changes();
}

void PayerDirectory::note_changes() {
    const auto note = [&](const std::optional<Instant>& instant) {
        if (instant)
            m_changes.push_back(*instant);
    };
    for (const auto& entry : m_directory.projects) {
        note(entry.start);
        note(entry.end);
    }
    for (const auto& entry : m_directory.people)
        note(entry.end);
    for (const auto& entry : m_directory.fund_orgs) {
        note(entry.open);
        note(entry.close);
    }
    std::ranges::sort(m_changes);
    m_changes.erase(std::unique(m_changes.begin(), m_changes.end()), m_changes.end());
}

const ProjectEntry* PayerDirectory::project_at(std::string_view project_id,
                                               const ChargeTime& time) const {
    const auto found = m_projects.find(trimmed(project_id));
    if (found == m_projects.end())
        return nullptr;
    const auto& entries = found->second;
    auto entry = std::ranges::find_if(
        entries, [&](const ProjectEntry* each) { return is_valid_at(*each, time.start); });
    if (entry == entries.end()) {
        entry = std::ranges::find_if(
            entries, [&](const ProjectEntry* each) { return begins_during(*each, time); });
    }
    return entry == entries.end() ? nullptr : *entry;
}

const PersonEntry* PayerDirectory::person(std::string_view email) const {
    const auto found = m_people.find(email);
    return found == m_people.end() ? nullptr : found->second;
}

FlagSet PayerDirectory::project_flags(std::string_view project_id, const ChargeTime& time) const {
    FlagSet flags;
    const auto found = m_projects.find(trimmed(project_id));
    if (found == m_projects.end())
        return flags;
    const auto& entries = found->second;
    const bool is_covered = std::ranges::any_of(
        entries, [&](const ProjectEntry* entry) { return is_valid_at(*entry, time.start); });
    const bool has_ended = std::ranges::any_of(entries, [&](const ProjectEntry* entry) {
        return entry->end && time.reaches(*entry->end) && (*entry->end > time.start || !is_covered);
    });
    if (has_ended)
        flags.add(Flag::project_ended);
    const auto& first_start = entries.front()->start;
    if (first_start && time.start < *first_start)
        flags.add(Flag::project_closed);
    return flags;
}

FlagSet PayerDirectory::fund_org_flags(std::string_view fund_org, const ChargeTime& time) const {
    FlagSet flags;
    const auto found = m_fund_orgs.find(trimmed(fund_org));
    if (found == m_fund_orgs.end())
        return flags;
    const FundOrgEntry& entry = *found->second;
    if ((entry.open && time.start < *entry.open) || (entry.close && time.reaches(*entry.close)))
        flags.add(Flag::fund_org_closed);
    return flags;
}

std::uint64_t PayerDirectory::class_of(const ChargeTime& time) const {
    if (m_changes.empty())
        return 0;
    const auto at_start = std::ranges::upper_bound(m_changes, time.start) - m_changes.begin();
    const auto before_end = std::ranges::lower_bound(m_changes, time.end) - m_changes.begin();
    return (static_cast<std::uint64_t>(at_start) << 32U) | static_cast<std::uint64_t>(before_end);
}

}  // namespace focus_billing
