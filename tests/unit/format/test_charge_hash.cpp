#include "focus_billing/format/charge_hash.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

std::string hex_of(const ContentHash& hash) {
    return hex_text({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

StorableCharge invented_charge(ChargeHasher& hasher) {
    StorableCharge charge;
    charge.line = 7;
    charge.billing_period = BillingPeriod(2025, 1);
    charge.charge_period_start = Instant{.seconds = 1735689600, .nanoseconds = 0};
    charge.charge_period_end = Instant{.seconds = 1735776000, .nanoseconds = 500000000};
    charge.texts[index_of(StoredText::billed_cost)] = "12.5";
    charge.texts[index_of(StoredText::billing_currency)] = "USD";
    charge.texts[index_of(StoredText::resource_id)] = "vm-1";
    charge.texts[index_of(StoredText::consumed_unit)] = "h";
    charge.texts[index_of(StoredText::tags)] = R"({"a":"1"})";
    charge.tags_hash = hasher.tags_hash(R"({"a":"1"})");
    return charge;
}

}  // namespace

// Other hashes would make every stored charge look new. Computed by other means (Python).
TEST_CASE("the hash of a charge stays what it is", "[charge_hash]") {
    ChargeHasher hasher;
    CHECK(hex_of(hasher.tags_hash("{}")) == "44136fa355b3678a1146ad16f7e8649e");
    CHECK(hex_of(hasher.tags_hash(R"({"a":"1"})")) == "9afeb0f2b203f254312ec8ded441d031");
    CHECK(hex_of(hasher.hash({})) == "0b087c432bec1fddc701956377d13c06");
    auto charge = invented_charge(hasher);
    CHECK(hex_of(hasher.hash(charge)) == "53eee39bd2099851f8117c482415d04b");
    const std::string long_name(300, 'n');
    charge.texts[index_of(StoredText::resource_name)] = long_name;
    CHECK(hex_of(hasher.hash(charge)) == "1d1430c971aa791f9de5e917eda4bf87");
}

TEST_CASE("line, flags and the text of the tags itself do not count", "[charge_hash]") {
    ChargeHasher hasher;
    auto charge = invented_charge(hasher);
    const auto hash = hasher.hash(charge);
    charge.line = 8;
    charge.flags.add(Flag::invalid_tags);
    charge.texts[index_of(StoredText::tags)] = "{}";
    CHECK(hasher.hash(charge) == hash);
    charge.tags_hash = hasher.tags_hash("{}");
    CHECK(hasher.hash(charge) != hash);
}

TEST_CASE("no instant is another content than the first one of all", "[charge_hash]") {
    ChargeHasher hasher;
    StorableCharge charge;
    const auto hash = hasher.hash(charge);
    charge.charge_period_start = Instant{};
    CHECK(hasher.hash(charge) != hash);
}
