#include "config/convert/read_openai.hpp"

#include <fmt/format.h>

#include "config/convert/read_prices.hpp"

namespace focus_billing {

namespace {

std::optional<Decimal> read_required(ConfigReader& reader, const Section& section,
                                     std::string_view key, std::string_view example) {
    if (const auto* setting = section.find(key))
        return read_price(reader, *setting);
    if (section.setting().node->kind == YamlKind::map) {
        reader.report(9, {section.setting().node, section.field(key)},
                      fmt::format("a pool has no {}", key), {},
                      fmt::format("add a line such as: {}", example));
    }
    return std::nullopt;
}

void read_days(ConfigReader& reader, const Section& section, CreditPool& pool) {
    if (const auto* from = section.find("from"))
        pool.from = read_day(reader, *from);
    const auto* until = section.find("until");
    if (until == nullptr)
        return;
    pool.until = read_day(reader, *until, true);
    if (pool.from && pool.until && *pool.until <= *pool.from) {
        reader.report(8, *until, "until is before from", until->node->text,
                      "until is the last day of the pool");
    }
}

CreditPool read_pool(ConfigReader& reader, const Section& section) {
    CreditPool pool;
    if (const auto* name = section.find("name"))
        pool.name = reader.filled_text(*name).value_or("");
    const auto credits = read_required(reader, section, "credits", "credits: 100000");
    pool.amount = read_required(reader, section, "amount", "amount: 4000.00").value_or(Decimal{});
    if (credits && credits->is_zero()) {
        reader.report(8, *section.find("credits"), "a pool must have credits", "0",
                      "write how many were bought");
    }
    pool.credits = credits && !credits->is_zero() ? *credits : Decimal::of(1, 0);
    read_days(reader, section, pool);
    if (const auto* used = section.find("used"))
        pool.used = read_price(reader, *used);
    if (credits && pool.used && *pool.used > *credits) {
        reader.report(8, *section.find("used"), "more credits are used than the pool has",
                      pool.used->text(),
                      "used counts the credits before the first day of the input");
    }
    return pool;
}

}  // namespace

OpenAiTerms read_openai(ConfigReader& reader, const Section& section) {
    OpenAiTerms terms;
    if (const auto* pools = section.find("pools")) {
        for (const auto& entry : reader.list(*pools).value_or(std::vector<Setting>{})) {
            auto pool = read_pool(reader, reader.section(entry, "convert.openai.pools[]"));
            if (pool.name.empty())
                pool.name = fmt::format("pool {}", terms.pools.size() + 1);
            terms.pools.push_back(std::move(pool));
        }
    }
    return terms;
}

}  // namespace focus_billing
