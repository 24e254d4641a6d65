#include "focus_billing/convert/storage_converter.hpp"

#include <algorithm>

#include "focus_billing/format/json_value.hpp"
#include "focus_billing/format/text_source.hpp"
#include "focus_billing/model/decimal_arithmetic.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 30U;
constexpr std::string_view quantity = "bytes";

bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// The first date `2025-01-31` or `20250131` in a file's name, as `2025-01-31`.
std::string day_in(std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    for (std::size_t i = 0; i + 8 <= name.size(); ++i) {
        const auto rest = name.substr(i);
        if (rest.size() >= 10 && rest[4] == '-' && rest[7] == '-' && is_digits(rest.substr(0, 4)) &&
            is_digits(rest.substr(5, 2)) && is_digits(rest.substr(8, 2)))
            return std::string(rest.substr(0, 10));
        const bool follows_digit = i > 0 && is_digits(name.substr(i - 1, 1));
        const bool ends = rest.size() == 8 || !is_digits(rest.substr(8, 1));
        if (!follows_digit && ends && is_digits(rest.substr(0, 8)) && rest.starts_with("20")) {
            return std::string(rest.substr(0, 4)) + "-" + std::string(rest.substr(4, 2)) + "-" +
                   std::string(rest.substr(6, 2));
        }
    }
    return {};
}

bool is_inside(const std::string& path, const std::string& folder) {
    return path.size() > folder.size() && path.starts_with(folder) &&
           (folder == "/" || path[folder.size()] == '/');
}

std::int64_t days_of(BillingPeriod period) {
    const auto month = whole_month(period);
    return (month.end.seconds - month.start.seconds) / 86'400;
}

// Looks whether the first byte is that of a JSON text, and gives all of them.
std::string text_of(const ConverterInput& input, const OnFinding& on_finding) {
    auto text = read_all(input.bytes, largest_file);
    if (text)
        return std::move(*text);
    on_finding(make_diagnostic(601, {.file = input.name, .line = 0, .column = 0},
                               "the file is larger than 1 GiB", {}, "export fewer quotas at once"));
    return {};
}

bool is_json(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

}  // namespace

StorageConverter::StorageConverter(StorageSystem system, const ConversionBasics& basics,
                                   const StorageTerms& terms, BillingPeriod period,
                                   const ConverterOutput& output, ReadMetadata read_metadata)
    : m_system(system), m_basics(basics), m_terms(terms), m_period(period), m_output(output),
      m_read_metadata(std::move(read_metadata)), m_excluded(terms.exclude) {}

std::vector<std::string> StorageConverter::extra_columns() const {
    return {"x_Bytes", "x_Snapshots", "x_QuotaId"};
}

void StorageConverter::report(int code, std::string message, std::string value,
                              std::string help) const {
    m_output.on_finding(
        make_diagnostic(code, {}, std::move(message), std::move(value), std::move(help)));
}

void StorageConverter::add_part(std::string_view part, const Decimal& bytes,
                                std::uint64_t records) {
    m_output.totals.add_part(quantity, part, bytes, records);
}

void StorageConverter::read(const ConverterInput& input) {
    const auto text = text_of(input, m_output.on_finding);
    const auto day = day_in(input.name);
    const OnQuota on_quota = [&](QuotaUsage quota) { take(input.name, day, std::move(quota)); };
    TextSource source(text);
    const ConverterInput again{input.name, source};
    const bool is_onefs = m_system == StorageSystem::onefs;
    if (is_json(text)) {
        const auto read_page = is_onefs ? read_onefs_json : read_qumulo_json;
        const bool goes_on = read_page(text, input.name, on_quota, m_output.on_finding);
        m_last_pages[day] += goes_on ? 0 : 1;
    } else {
        (is_onefs ? read_onefs_csv : read_qumulo_csv)(again, on_quota, m_output.on_finding);
    }
}

Decimal StorageConverter::bytes_of(const QuotaUsage& quota) const {
    const auto logical = quota.logical ? quota.logical : quota.physical;
    switch (m_terms.bytes) {
    case ChargedBytes::logical: return logical.value_or(Decimal{});
    case ChargedBytes::physical:
        return (quota.physical ? quota.physical : logical).value_or(Decimal{});
    case ChargedBytes::limit: return (quota.limit ? quota.limit : logical).value_or(Decimal{});
    }
    return {};
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
    const auto key = quota.path + '\n' + quota.type + '\n' + quota.persona;
    const auto path = quota.path;
    if (m_snapshots[day].emplace(key, std::move(quota)).second)
        return;
    m_output.on_finding(make_diagnostic(607, {.file = file, .line = 0, .column = 0},
                                        "the quota of " + path +
                                            " was read before in this "
                                            "snapshot; it is charged once",
                                        day, "put the date of the snapshot into the file's name"));
    add_part("read before", bytes);
}

std::string_view StorageConverter::reason_to_leave(const QuotaUsage& quota) const {
    if (quota.type.starts_with("default-"))
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

void StorageConverter::nest(Charged& outer, Charged& inner) {
    const bool charges_outer = m_terms.nested == NestedQuotas::outer;
    report(621,
           "the quota of " + inner.quota.path +
               (inner.quota.persona.empty() ? "" : " for " + inner.quota.persona) +
               " is inside that of " + outer.quota.path + "; its files are charged once",
           charges_outer ? "charged with the outer one" : "charged with the inner one",
           "choose with nested: outer or inner, or exclude one of them");
    if (charges_outer) {
        inner.is_left = true;
    } else {
        outer.inside = sum(outer.inside, inner.bytes);
    }
}

// Files of users and groups are files of the folder, too.
void StorageConverter::find_nested() {
    for (auto& [key, inner] : m_charged) {
        Charged* nearest = nullptr;
        for (auto& [other_key, outer] : m_charged) {
            const bool is_around =
                is_inside(inner.quota.path, outer.quota.path) ||
                (inner.quota.path == outer.quota.path && inner.quota.type != "directory");
            if (&outer == &inner || outer.quota.type != "directory" || !is_around)
                continue;
            if (nearest == nullptr || outer.quota.path.size() > nearest->quota.path.size())
                nearest = &outer;
        }
        if (nearest != nullptr) {
            nest(*nearest, inner);
        } else if (inner.quota.type == "group") {
            const std::string& path = inner.quota.path;
            const bool has_users = std::ranges::any_of(m_charged, [&](const auto& entry) {
                return entry.second.quota.type == "user" && entry.second.quota.path == path;
            });
            inner.is_left = has_users;
        }
    }
}

void StorageConverter::check_pages() const {
    for (const auto& [day, last_pages] : m_last_pages) {
        if (last_pages > 0 || !is_in_month(day))
            continue;
        report(622, "the list of quotas goes on in a page that is not there", day,
               "export all pages, until 'next' (Qumulo) or 'resume' (OneFS) is empty");
    }
}

void StorageConverter::finish() {
    check_pages();
    choose_snapshots();
    find_nested();
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

void StorageConverter::charge(const Charged& charged, const DatedPrice& price) {
    if (charged.is_left) {
        add_part("inside another quota", charged.bytes);
        return;
    }
    auto bytes = difference(charged.bytes, charged.inside);
    if (bytes < Decimal{})
        bytes = Decimal{};
    const auto counted_inside = difference(charged.bytes, bytes);
    if (!counted_inside.is_zero())
        add_part("counted in the quotas inside", counted_inside);
    add_part("charged", bytes);
    try {
        FocusRow row = make_row(m_basics, m_period);
        set_names(row, charged.quota);
        row.extras = {bytes.text(), std::to_string(m_days), charged.quota.id};
        set_prices(row, bytes, price);
        add_payer(row, charged.quota);
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
    row[sku_price_id] = m_basics.service + "/" + row[sku_id];
    row[sku_meter] = "Capacity";
}

bool StorageConverter::add_metadata(FocusRow& row, const QuotaUsage& quota) {
    if (m_terms.metadata_file.empty() || !m_read_metadata || !quota.persona.empty())
        return false;
    const auto path = m_terms.metadata_root + quota.path + "/" + m_terms.metadata_file;
    const auto text = m_read_metadata(path);
    if (!text)
        return false;
    const auto is_good = add_json_tags(row, *text, [&](std::string_view key) {
        const auto found = std::ranges::find(attribute_names, key);
        return found == attribute_names.end()
                   ? std::string(key)
                   : m_basics.tag_keys[static_cast<std::size_t>(found - attribute_names.begin())];
    });
    if (is_good)
        return true;
    m_output.on_finding(make_diagnostic(611, {.file = path, .line = 0, .column = 0},
                                        "the metadata are no JSON object of texts", {},
                                        "write {\"pi_email\": \"ada@example.edu\", "
                                        "\"project_id\": \"p1\"}"));
    return false;
}

void StorageConverter::add_payer(FocusRow& row, const QuotaUsage& quota) {
    const auto start = row.charge_period.start;
    if (!quota.persona.empty()) {
        const auto* entry = m_basics.payers.find(quota.persona, start);
        set_payer(row, entry != nullptr ? entry : m_basics.payers.find_path(quota.path, start),
                  quota.type, quota.persona, m_output.unmapped);
        return;
    }
    const auto* entry = m_basics.payers.find_path(quota.path, start);
    if (!add_metadata(row, quota)) {
        set_payer(row, entry, "path", quota.path, m_output.unmapped);
    } else if (entry != nullptr) {
        for (const auto& [key, value] : entry->tags)
            add_tag(row, key, value);
    }
}

}  // namespace focus_billing
