#include "focus_billing/input/canonical_charge.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "input/charge_file.hpp"

using namespace focus_billing;

namespace {

const Fields every_column = {{"BillingPeriodStart", "2025-01-01"},
                             {"BilledCost", "12.5"},
                             {"BillingCurrency", "USD"},
                             {"Tags", R"({"a":"1","b":"2"})"},
                             {"ChargePeriodStart", "2025-01-05T00:00:00Z"},
                             {"ChargePeriodEnd", "2025-01-06T00:00:00.5Z"},
                             {"ListCost", "14"},
                             {"ContractedCost", "13"},
                             {"EffectiveCost", "12.5"},
                             {"ChargeCategory", "Usage"},
                             {"ChargeClass", "Correction"},
                             {"ChargeDescription", "hours"},
                             {"ServiceName", "Compute"},
                             {"ServiceCategory", "Compute"},
                             {"ResourceId", "vm-1"},
                             {"ResourceName", "one"},
                             {"RegionId", "eu"},
                             {"SkuId", "sku"},
                             {"SubAccountId", "12"},
                             {"SubAccountName", "lab"},
                             {"ProviderName", "AWS"},
                             {"InvoiceId", "I-1"},
                             {"ConsumedQuantity", "3"},
                             {"ConsumedUnit", "h"}};

Attribution tags_alone(const Charge& charge) {
    Attribution attribution;
    attribution.values = charge.tags->attributes;
    attribution.number = charge.tags->number;
    for (std::size_t i = 0; i < attribute_count; ++i)
        attribution.origins[i] = attribution.values[i].empty() ? "" : "tag";
    return attribution;
}

struct Stored {
    ContentHash hash{};
    std::string tags;
};

Stored stored(const Fields& fields) {
    Stored result;
    int charges = 0;
    read_charges(one_row(fields), [&](const Charge& charge) {
        ChargeNormalizer normalizer;
        ChargeBatch batch;
        normalizer.begin_batch();
        normalizer.add(charge, tags_alone(charge), {}, batch);
        result.hash = batch.charges().at(0).hash;
        result.tags = batch.charges().at(0).texts[index_of(StoredText::tags)];
        ++charges;
    });
    REQUIRE(charges == 1);
    return result;
}

Fields with(const std::string& column, const std::string& value, Fields fields = every_column) {
    fields[column] = value;
    return fields;
}

}  // namespace

TEST_CASE("the same facts in other words have the same hash", "[canonical]") {
    const auto hash = stored(every_column).hash;
    CHECK(stored(with("BilledCost", "12.500")).hash == hash);
    CHECK(stored(with("BilledCost", "1.25E1")).hash == hash);
    CHECK(stored(with("BillingPeriodStart", "2025-01-01 00:00:00 UTC")).hash == hash);
    CHECK(stored(with("ChargePeriodStart", "2025-01-05T01:00:00+01:00")).hash == hash);
    CHECK(stored(with("Tags", R"({ "b": "2", "a": "1" })")).hash == hash);
    CHECK(stored(with("Tags", R"([{"key":"b","value":"2"},{"key":"a","value":"1"}])")).hash ==
          hash);
    CHECK(stored(with("Tags", R"("a":"1","b":"2")")).hash == hash);
    CHECK(stored(with("x_Note", "anything")).hash == hash);
    CHECK(stored(with("BillingCurrency", "usd")).hash == hash);
}

TEST_CASE("a change in any column that is stored changes the hash", "[canonical]") {
    std::set<ContentHash> hashes = {stored(every_column).hash};
    std::size_t rows = 1;
    const auto add = [&](const std::string& column, const std::string& value) {
        INFO(column << " " << value);
        CHECK(hashes.insert(stored(with(column, value)).hash).second);
        ++rows;
    };
    for (const char* column :
         {"ListCost", "ContractedCost", "EffectiveCost", "BilledCost", "ConsumedQuantity"}) {
        add(column, "12.50000000000000000000000000000000001");
        add(column, "0");
    }
    for (const char* column :
         {"ChargeDescription", "ServiceName", "ServiceCategory", "ResourceId", "ResourceName",
          "RegionId", "SkuId", "SubAccountId", "SubAccountName", "ProviderName", "InvoiceId",
          "ConsumedUnit", "ChargeCategory", "ChargeClass", "ChargePeriodStart"}) {
        add(column, "");
    }
    add("BillingPeriodStart", "2025-02-01");
    add("BillingCurrency", "EUR");
    add("ChargePeriodEnd", "2025-01-06T00:00:00.500000001Z");
    add("Tags", "{}");
    add("Tags", R"({"a":"1","b":2})");
    add("Tags", R"({"a":"1","b":null})");
    add("Tags", R"({"a":"1","b":""})");
    add("Tags", R"({"a":"1","c":"2"})");
    add("Tags", "not JSON");
    CHECK(hashes.size() == rows);
}

TEST_CASE("text that moves from one column to the next changes the hash", "[canonical]") {
    CHECK(rc::check([] {
        const auto first = *rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
        const auto second = *rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
        const auto other = *rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
        const auto hash_of = [](const std::string& id, const std::string& name) {
            return stored({{"ResourceId", id}, {"ResourceName", name}}).hash;
        };
        RC_ASSERT((hash_of(first, second) == hash_of(first + other, second)) == other.empty());
        RC_ASSERT((hash_of(first, second) == hash_of(second, first)) == (first == second));
    }));
}

TEST_CASE("canonical tags are JSON with sorted keys", "[canonical]") {
    CHECK(stored(with("Tags", R"({"b":"x","a":1.50,"c":null,"d":true})")).tags ==
          R"({"a":1.50,"b":"x","c":null,"d":true})");
    CHECK(stored(with("Tags", R"({"k":"quote \" back \\ line \n tab \u0001"})")).tags ==
          "{\"k\":\"quote \\\" back \\\\ line \\u000a tab \\u0001\"}");
    CHECK(stored(with("Tags", "")).tags == "{}");
    CHECK(stored(with("Tags", R"({"a":)")).tags == R"({"a":)");
}

TEST_CASE("what repeats in a batch lies at one place", "[canonical]") {
    std::string file = "BillingPeriodStart,BilledCost,ServiceName,Tags\n";
    for (int i = 0; i < 6; ++i) {
        file += R"(2025-01-01,1,Compute,"{""pi_email"":""pi)" + std::to_string(i % 2) +
                R"(@example.edu""}")" + "\n";
    }
    ChargeNormalizer normalizer;
    ChargeBatch batch;
    normalizer.begin_batch();
    read_charges(
        file, [&](const Charge& charge) { normalizer.add(charge, tags_alone(charge), {}, batch); });
    const auto& charges = batch.charges();
    REQUIRE(charges.size() == 6);
    const auto tags = [&](std::size_t row) {
        return charges[row].texts[index_of(StoredText::tags)];
    };
    CHECK(tags(1) == R"({"pi_email":"pi1@example.edu"})");
    CHECK(tags(1).data() == tags(5).data());
    CHECK(tags(0).data() != tags(1).data());
    CHECK(charges[0].attribution == charges[4].attribution);
    CHECK(charges[1].attribution->values[index_of(Attribute::pi_email)] == "pi1@example.edu");
    CHECK(charges[1].attribution->origins[index_of(Attribute::pi_email)] == "tag");
    CHECK(charges[0].hash == charges[2].hash);
    CHECK(charges[0].hash != charges[1].hash);
}
