#include "focus_billing/store/charges/attribute_slice.hpp"
#include "store/charges/attribute_slice.hpp"

#include <algorithm>

#include "focus_billing/store/transaction.hpp"
#include "store/charges/linked_charges.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_compared = 50'000;

// Those that a reviewer has linked to a charge of a month that is not open.
std::set<std::int64_t> review_imports(const Transaction& transaction) {
    SQLite::Statement query(transaction.handle(), "SELECT id FROM import WHERE review IS NOT NULL");
    std::set<std::int64_t> imports;
    while (query.executeStep())
        imports.insert(query.getColumn(0).getInt64());
    return imports;
}

}  // namespace

SharedUpdates::SharedUpdates(const Transaction& transaction, std::int64_t entry)
    : m_entry(entry), m_ids(transaction),
      m_update(transaction.handle(),
               "UPDATE OR FAIL charge SET attribution = ?, flags = ? WHERE id = ?"),
      m_end(transaction.handle(),
            "UPDATE decision SET ended_by = ?1, ending = 'revised' WHERE id ="
            " (SELECT decision FROM charge WHERE id = ?2) AND ended_by IS NULL"),
      m_leave(transaction.handle(), "UPDATE charge SET decision = NULL WHERE id = ?") {}

void SharedUpdates::write(std::span<const AttributionUpdate> updates) {
    const std::lock_guard lock(m_mutex);
    for (const auto& update : updates)
        write(update);
}

void SharedUpdates::write(const AttributionUpdate& update) {
    AttributionTexts texts;
    std::string_view rest = update.text;
    for (std::size_t i = 0; i < update.sizes.size(); ++i) {
        auto& part = i < attribute_count ? texts.values : texts.origins;
        part[i % attribute_count] = rest.substr(0, update.sizes[i]);
        rest.remove_prefix(update.sizes[i]);
    }
    if (update.ends_decision)
        end_decision(update.charge);
    if (const auto id = m_ids.id_of(texts)) {
        m_update.bind(*id);
    } else {
        m_update.bind_null();
    }
    m_update.bind(std::int64_t{update.flags.bits()});
    m_update.bind(update.charge);
    m_update.insert();
}

void SharedUpdates::end_decision(std::int64_t charge) {
    m_end.reset();
    m_end.bind(1, m_entry);
    m_end.bind(2, charge);
    m_end.exec();
    m_leave.reset();
    m_leave.bind(1, charge);
    m_leave.exec();
}

AttributeSlice::Run::Run(Database database, BillingPeriod period, std::int64_t first,
                         std::int64_t last, SharedUpdates* updates)
    : m_database(std::move(database)), m_transaction(m_database),
      m_rows(m_transaction, period, first, last), m_attributions(m_transaction),
      m_tags(m_transaction.handle(), "SELECT tags FROM tag_set WHERE id = ?"), m_updates(updates),
      m_last_entry(
          m_transaction.handle().execAndGet("SELECT ifnull(max(seq), 0) FROM audit").getInt64()),
      m_reviews(review_imports(m_transaction)), m_reversed(reversed_charges(m_transaction)) {
    SQLite::Statement sources(m_transaction.handle(), "SELECT id, source FROM import");
    while (sources.executeStep())
        m_sources.emplace(sources.getColumn(0).getInt64(), sources.getColumn(1).getString());
}

bool AttributeSlice::Run::next() {
    while (m_rows.next()) {
        const auto& row = m_rows.row();
        if (is_linked(row))
            continue;
        read(row);
        return true;
    }
    write_remembered();
    return false;
}

// What takes a charge back has its payer: neither changes without the other.
bool AttributeSlice::Run::is_linked(const MonthRow& row) const {
    return row.correction == 1 || row.carried_into || m_reviews.contains(row.import_id) ||
           std::ranges::binary_search(m_reversed, row.id);
}

std::string AttributeSlice::Run::tags(std::int64_t tag_set) {
    m_tags.reset();
    m_tags.bind(1, tag_set);
    return m_tags.executeStep() ? m_tags.getColumn(0).getString() : std::string();
}

void AttributeSlice::Run::set(const Attribution& attribution, FlagSet flags) {
    const auto sameness = compare(attribution);
    const bool ends =
        m_charge.is_decided && (sameness == Sameness::nothing || flags != m_charge.flags);
    if (ends)
        flags.add(Flag::revised_after_decision);
    m_tally.add(m_charge, flags);
    if (sameness == Sameness::all && flags == m_charge.flags)
        return;
    const AttributionTexts now{.values = attribution.values, .origins = attribution.origins};
    m_tally.change(m_charge, m_attributions.texts(m_charge.attribution).values, now.values, flags,
                   ends);
    if (m_updates != nullptr)
        remember(now, flags, ends);
}

void AttributeSlice::Run::remember(const AttributionTexts& attribution, FlagSet flags,
                                   bool ends_decision) {
    if (m_remembered.empty())
        m_remembered.resize(updates_at_once);
    AttributionUpdate& update = m_remembered[m_remembered_count++];
    update.charge = m_charge.id;
    update.flags = flags;
    update.ends_decision = ends_decision;
    update.text.clear();
    for (std::size_t i = 0; i < update.sizes.size(); ++i) {
        const auto& texts = i < attribute_count ? attribution.values : attribution.origins;
        update.text += texts[i % attribute_count];
        update.sizes[i] = texts[i % attribute_count].size();
    }
    if (m_remembered_count == updates_at_once)
        write_remembered();
}

void AttributeSlice::Run::write_remembered() {
    if (m_remembered_count > 0)
        m_updates->write({m_remembered.data(), m_remembered_count});
    m_remembered_count = 0;
}

void AttributeSlice::Run::read(const MonthRow& row) {
    const StorableCharge& stored = row.charge;
    const auto text = [&](StoredText column) { return stored.texts[index_of(column)]; };
    const auto amount = [&](StoredText column) {
        return text(column).empty() ? std::nullopt
                                    : std::optional(parse_decimal(text(column)).value);
    };
    m_charge.id = row.id;
    m_charge.source = m_sources.at(row.import_id);
    m_charge.tag_set = row.tag_set;
    m_charge.flags = FlagSet(static_cast<std::uint16_t>(row.flags));
    m_charge.attribution = row.attribution;
    m_charge.is_decided = row.decision.has_value();
    Charge& charge = m_charge.charge;
    charge.line = stored.line;
    charge.billing_period = stored.billing_period;
    charge.charge_period_start = stored.charge_period_start;
    charge.charge_period_end = stored.charge_period_end;
    charge.billed_cost = amount(StoredText::billed_cost).value_or(Decimal());
    charge.effective_cost = amount(StoredText::effective_cost);
    charge.billing_currency = text(StoredText::billing_currency);
    charge.charge_category = text(StoredText::charge_category);
    charge.charge_class = text(StoredText::charge_class);
    charge.charge_description = text(StoredText::charge_description);
    charge.service_name = text(StoredText::service_name);
    charge.service_category = text(StoredText::service_category);
    charge.resource_id = text(StoredText::resource_id);
    charge.resource_name = text(StoredText::resource_name);
    charge.region_id = text(StoredText::region_id);
    charge.sku_id = text(StoredText::sku_id);
    charge.sub_account_id = text(StoredText::sub_account_id);
    charge.sub_account_name = text(StoredText::sub_account_name);
    charge.provider_name = text(StoredText::provider_name);
    charge.invoice_id = text(StoredText::invoice_id);
}

// Most charges have the same new and old attribution as others before them.
AttributeSlice::Run::Sameness AttributeSlice::Run::compare(const Attribution& attribution) {
    if (attribution.number == 0)
        return compare_texts(attribution);
    // Each source has an attributor of its own, which numbers for itself.
    auto [known, is_new] = m_compared[m_charge.source].try_emplace(
        {attribution.number, m_charge.attribution.value_or(-1)});
    if (!is_new)
        return known->second;
    known->second = compare_texts(attribution);
    const auto sameness = known->second;
    if (m_compared[m_charge.source].size() > most_compared)
        m_compared.clear();
    return sameness;
}

AttributeSlice::Run::Sameness AttributeSlice::Run::compare_texts(const Attribution& attribution) {
    const auto& stored = m_attributions.texts(m_charge.attribution);
    if (attribution.values != stored.values)
        return Sameness::nothing;
    return attribution.origins == stored.origins ? Sameness::all : Sameness::payer;
}

AttributeSlice::AttributeSlice(std::unique_ptr<Run> run) : m_run(std::move(run)) {}

AttributeSlice::AttributeSlice(AttributeSlice&&) noexcept = default;

AttributeSlice::~AttributeSlice() = default;

bool AttributeSlice::next() {
    return m_run->transaction().run([&] { return m_run->next(); });
}

const AttributedCharge& AttributeSlice::charge() const {
    return m_run->charge();
}

std::string AttributeSlice::tags(std::int64_t tag_set) {
    return m_run->transaction().run([&] { return m_run->tags(tag_set); });
}

void AttributeSlice::set(const Attribution& attribution, FlagSet flags) {
    m_run->transaction().run([&] { m_run->set(attribution, flags); });
}

}  // namespace focus_billing
