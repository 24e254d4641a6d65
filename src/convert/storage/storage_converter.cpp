#include "convert/storage/storage_converter.hpp"

#include <algorithm>

#include "convert/provider_dates.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view quantity = "bytes";

std::int64_t days_of(BillingPeriod period) {
    const auto month = whole_month(period);
    return (month.end.seconds - month.start.seconds) / 86'400;
}

std::string named(const QuotaUsage& quota) {
    return quota.path + (quota.persona.empty() ? "" : " for " + quota.persona);
}

}  // namespace

StorageConverter::StorageConverter(StorageSystem system, const ConversionBasics& basics,
                                   const StoragePricing& terms, BillingPeriod period,
                                   const ConverterOutput& output, ReadMetadata read_metadata)
    : m_system(system), m_basics(basics), m_terms(terms), m_period(period), m_output(output),
      m_read_metadata(std::move(read_metadata)), m_excluded(terms.exclude) {}

std::vector<std::string> StorageConverter::extra_columns() const {
    return {"x_Bytes", "x_Snapshots", "x_QuotaId"};
}

void StorageConverter::report(int code, std::string message, std::string value, std::string help,
                              const std::string& file) const {
    m_output.on_finding(make_diagnostic(code, {.file = file, .line = 0, .column = 0},
                                        std::move(message), std::move(value), std::move(help)));
}

void StorageConverter::add_part(std::string_view part, const Decimal& bytes,
                                std::uint64_t records) {
    m_output.totals.add_part(quantity, part, bytes, records);
}

void StorageConverter::read(const ConverterInput& input) {
    const auto day = snapshot_day(input.name);
    if (is_in_month(day))
        m_snapshots[day];  // one without quotas counts, too
    const OnQuota on_quota = [&](QuotaUsage quota) { take(input.name, day, std::move(quota)); };
    const bool is_onefs = m_system == StorageSystem::onefs;
    if (!input.bytes.is_json()) {
        (is_onefs ? read_onefs_csv : read_qumulo_csv)(input, on_quota, m_output.on_finding);
    } else if (const auto text = input.bytes.whole_text(input.name, m_output.on_finding)) {
        const auto read_page = is_onefs ? read_onefs_json : read_qumulo_json;
        const bool goes_on = read_page(*text, input.name, on_quota, m_output.on_finding);
        m_last_pages[day] += goes_on ? 0 : 1;
    }
}

const std::optional<Decimal>& StorageConverter::chosen_bytes(const QuotaUsage& quota) const {
    switch (m_terms.bytes) {
    case ChargedBytes::logical: return quota.logical;
    case ChargedBytes::physical: return quota.physical;
    case ChargedBytes::limit: break;
    }
    return quota.limit;
}

Decimal StorageConverter::bytes_of(const QuotaUsage& quota) const {
    const auto& chosen = chosen_bytes(quota);
    const auto& next = quota.logical ? quota.logical : quota.physical;
    return (chosen ? chosen : next).value_or(Decimal{});
}

void StorageConverter::check_bytes(const std::string& file, const QuotaUsage& quota) const {
    const bool has_chosen = chosen_bytes(quota).has_value();
    const bool uses_limit = has_chosen && m_terms.bytes == ChargedBytes::limit;
    const bool uses_physical = has_chosen && m_terms.bytes == ChargedBytes::physical;
    if (!has_chosen && m_terms.bytes == ChargedBytes::logical) {
        report(602, "the quota of " + named(quota) + " has no logical bytes", {},
               "export a list that has them, or set bytes: physical", file);
    } else if (!has_chosen) {
        const bool is_limit = m_terms.bytes == ChargedBytes::limit;
        report(623,
               "the quota of " + named(quota) + " has no " +
                   (is_limit ? "hard limit" : "physical bytes") + "; it is charged by its " +
                   (quota.logical ? "logical" : "physical") + " bytes",
               {}, "export a list that has it, exclude the quota, or change the key bytes", file);
    }
    if (!uses_limit && !(uses_physical ? quota.is_physical_ready : quota.is_ready)) {
        report(620,
               "the quota of " + named(quota) + " is still being counted; its usage may be wrong",
               "ready: false", "export again when QuotaScan has ended", file);
    }
}

bool StorageConverter::is_in_month(const std::string& day) const {
    return day.empty() || day.starts_with(m_period.text());
}

void StorageConverter::take(const std::string& file, const std::string& day, QuotaUsage quota) {
    const auto bytes = bytes_of(quota);
    m_output.totals.add_in(quantity, bytes);
    if (!is_in_month(day)) {
        add_part("snapshots of other months", bytes);
        return;
    }
    if (reason_to_leave(quota).empty())
        check_bytes(file, quota);
    const auto [kept, is_new] = m_snapshots[day].try_emplace(quota_key(quota), quota);
    if (!is_new)
        keep_one(file, day, kept->second, quota);
}

// Usage may change between two pages: the larger one is kept, whichever comes first.
void StorageConverter::keep_one(const std::string& file, const std::string& day, QuotaUsage& kept,
                                QuotaUsage& other) {
    const auto rank = [&](const QuotaUsage& quota) {
        return std::pair(bytes_of(quota), std::string_view(quota.id));
    };
    if (rank(kept) < rank(other))
        std::swap(kept, other);
    report(607,
           "the quota of " + named(kept) + " was read before in this snapshot; it is charged once",
           day, "put the date of the snapshot into the file's name", file);
    add_part("read before", bytes_of(other));
}

std::string_view StorageConverter::reason_to_leave(const QuotaUsage& quota) const {
    if (quota.is_default())
        return "default quotas";
    if (m_excluded.match(quota.path))
        return "excluded";
    return {};
}

void StorageConverter::add_snapshot(const Snapshot& snapshot) {
    for (const auto& [key, quota] : snapshot) {
        const auto bytes = bytes_of(quota);
        if (const auto reason = reason_to_leave(quota); !reason.empty()) {
            add_part(reason, bytes);
            continue;
        }
        auto& charged = m_charged[key];
        charged.quota = quota;
        charged.bytes = sum(charged.bytes, bytes);
        ++charged.records;
    }
}

void StorageConverter::leave_out(const Snapshot& snapshot, std::string_view reason) {
    for (const auto& [key, quota] : snapshot)
        add_part(reason, bytes_of(quota));
}

void StorageConverter::choose_snapshots() {
    if (m_snapshots.empty())
        return;
    const bool is_mean = m_terms.snapshots == SnapshotUse::mean;
    const auto last = std::prev(m_snapshots.end());
    m_days = is_mean ? static_cast<std::int64_t>(m_snapshots.size()) : 1;
    for (auto snapshot = m_snapshots.begin(); snapshot != m_snapshots.end(); ++snapshot) {
        if (is_mean || snapshot == last) {
            add_snapshot(snapshot->second);
        } else {
            leave_out(snapshot->second, "earlier snapshots of the month");
        }
    }
}

void StorageConverter::tell_nested(const QuotaUsage& inner, const std::string& folder,
                                   CountedWith with) const {
    constexpr std::array<std::string_view, 4> names = {
        "charged with the outer one", "charged with the inner one",
        "charged with the quotas of folders there", "charged with the quotas of users there"};
    if (with == CountedWith::both) {
        report(624,
               "the quota of " + named(inner) + " and those of users or groups in " + folder +
                   " may count the same files, which are charged twice",
               {}, "exclude one of them, or set a quota for the folder " + folder);
        return;
    }
    report(621,
           "the quota of " + named(inner) + " is inside that of " + folder +
               "; its files are charged once",
           std::string(names[static_cast<std::size_t>(with)]),
           "choose with nested: outer or inner, or exclude one of them");
}

void StorageConverter::check_pages() const {
    for (const auto& [day, last_pages] : m_last_pages) {
        if (last_pages > 0 || !is_in_month(day))
            continue;
        report(622, "the list of quotas goes on in a page that is not there", day,
               "export all pages, until 'next' (Qumulo) or 'resume' (OneFS) is empty");
    }
}

void StorageConverter::check_days() const {
    if (m_snapshots.size() < 2)
        return;
    if (m_snapshots.contains("")) {
        report(625, "files with a day in their names are mixed with files without one", {},
               "name them all like quotas_2025-01-31.json, or convert one snapshot alone");
    }
    for (const auto& [day, snapshot] : m_snapshots) {
        if (snapshot.empty()) {
            report(626, "the snapshot has no quotas; all of them count as 0 on this day", day,
                   "export it again, or leave the file out");
        }
    }
}

void StorageConverter::finish() {
    check_pages();
    check_days();
    choose_snapshots();
    find_nested(m_charged, m_terms.nested,
                [&](const QuotaUsage& inner, const std::string& folder, CountedWith with) {
                    tell_nested(inner, folder, with);
                });
    const auto month = whole_month(m_period);
    const auto price = std::ranges::find_if(
        m_terms.prices, [&](const DatedPrice& entry) { return entry.holds_at(month.start); });
    if (price == m_terms.prices.end() && !m_charged.empty()) {
        report(605, "there is no price on the first day of " + m_period.text(), {},
               "add one to price with from and until");
        return;
    }
    for (const auto& [key, charged] : m_charged)
        charge(charged, *price);
}

void StorageConverter::charge(const ChargedQuota& charged, const DatedPrice& price) {
    if (charged.is_left) {
        add_part("inside another quota", charged.bytes, charged.records);
        return;
    }
    auto bytes = difference(charged.bytes, charged.inside);
    if (bytes < Decimal{})
        bytes = Decimal{};
    const auto counted_inside = difference(charged.bytes, bytes);
    if (!counted_inside.is_zero())
        add_part("counted in the quotas inside", counted_inside, 0);
    const auto metadata = folder_metadata(m_terms, charged.quota, m_read_metadata);
    if (metadata && !metadata->is_active) {
        report(627, "the quota of " + charged.quota.path + " is not charged: it is not active",
               metadata->path, "remove \"active\": false where it is to be charged");
        add_part("inactive", bytes, charged.records);
        return;
    }
    add_part("charged", bytes, charged.records);
    add_row(charged, bytes, price, metadata);
}

void StorageConverter::add_row(const ChargedQuota& charged, const Decimal& bytes,
                               const DatedPrice& price,
                               const std::optional<FolderMetadata>& metadata) {
    try {
        FocusRow row = make_row(m_basics, m_period);
        set_names(row, charged.quota);
        row.extras = {bytes.text(), std::to_string(m_days), charged.quota.id};
        set_prices(row, bytes, price);
        add_payer(row, charged.quota, metadata);
        m_output.on_row(row);
    } catch (const DecimalOverflow& overflow) {
        report(606, charged.quota.path + ": " + overflow.what(), bytes.text(),
               "look for a price that is out of all proportion");
    }
}

// All is divided once, at the end: bytes are sums over snapshots, a year has 12 months or 365 days.
void StorageConverter::set_prices(FocusRow& row, const Decimal& bytes,
                                  const DatedPrice& price) const {
    const auto unit = static_cast<std::size_t>(m_terms.unit);
    const auto unit_bytes = whole_number(capacity_unit_bytes[unit] * m_days);
    const auto days = whole_number(days_of(m_period));
    Decimal monthly = price.price;
    Decimal parts = whole_number(1);
    if (m_terms.per == PricePeriod::day || m_terms.per == PricePeriod::year_by_days)
        monthly = product(monthly, days);
    if (m_terms.per == PricePeriod::year)
        parts = whole_number(12);
    if (m_terms.per == PricePeriod::year_by_days)
        parts = whole_number(365);
    const auto divisor = product(unit_bytes, parts);
    const auto free = product(m_terms.free_units, unit_bytes);
    const auto above_free = bytes > free ? difference(bytes, free) : Decimal{};
    const auto charged_part = difference(whole_number(1), m_terms.subsidy);
    const auto list = quotient(product(bytes, monthly), divisor);
    auto billed = quotient(product(product(above_free, monthly), charged_part), divisor);
    billed = difference(billed, product(m_terms.daily_credit, days));
    set_costs(row, list, billed < Decimal{} ? Decimal{} : billed);
    set_quantity(row, quotient(bytes, unit_bytes),
                 std::string(capacity_unit_names[unit]) + "-Months", quotient(monthly, parts));
    row[FocusText::sku_price_id] = m_basics.service + "/" + price.price.text();
}

void StorageConverter::set_names(FocusRow& row, const QuotaUsage& quota) const {
    using enum FocusText;
    row[resource_id] = quota.path;
    row[resource_name] = quota.path.substr(quota.path.rfind('/') + 1);
    if (!quota.persona.empty()) {
        row[resource_id] += "#" + quota.persona;
        row[resource_name] = quota.persona;
    }
    row[resource_type] = quota.type == "directory" ? "Quota" : "Quota of a " + quota.type;
    row[charge_description] = "Storage in " + quota.path;
    row[sku_id] = m_basics.service;
    row[sku_meter] = "Capacity";
}

void StorageConverter::add_payer(FocusRow& row, const QuotaUsage& quota,
                                 const std::optional<FolderMetadata>& metadata) {
    const auto start = row.charge_period.start;
    const auto* entry = m_basics.payers.find_path(quota.path, start);
    if (!quota.persona.empty()) {
        const auto* owner = m_basics.payers.find(quota.persona, start);
        set_payer(row, owner != nullptr ? owner : entry, quota.type, quota.persona,
                  m_output.unmapped);
        return;
    }
    const bool is_told =
        metadata && add_metadata(row, *metadata, m_basics.tag_keys, m_output.on_finding);
    if (entry != nullptr || !is_told)
        set_payer(row, entry, "path", quota.path, m_output.unmapped);
}

}  // namespace focus_billing
