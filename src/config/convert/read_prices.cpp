#include "config/convert/read_prices.hpp"

#include <fmt/format.h>

#include "focus_billing/format/timestamp.hpp"

namespace focus_billing {

std::optional<Decimal> read_price(ConfigReader& reader, const Setting& setting) {
    const auto text = reader.filled_text(setting);
    if (!text)
        return std::nullopt;
    const auto parsed = parse_decimal(*text);
    if (parsed.fault == DecimalFault::none && parsed.value >= Decimal{})
        return parsed.value;
    reader.report(8, setting, fmt::format("{} is no number of 0 or more", setting.field), *text,
                  "write digits and a point, such as 0.0125");
    return std::nullopt;
}

std::optional<Instant> read_day(ConfigReader& reader, const Setting& setting, bool last) {
    const auto text = reader.filled_text(setting);
    if (!text)
        return std::nullopt;
    const auto day = parse_timestamp(*text);
    if (day && day->date_only)
        return last ? day->end_of_day() : day->instant;
    reader.report(8, setting, fmt::format("{} is no date", setting.field), *text,
                  "write it as YYYY-MM-DD: 2025-07-01");
    return std::nullopt;
}

DatedPrice read_dated_price(ConfigReader& reader, const Section& section) {
    DatedPrice price;
    if (const auto* amount = section.find("price")) {
        price.price = read_price(reader, *amount).value_or(Decimal{});
    } else if (section.setting().node->kind == YamlKind::map) {
        reader.report(9, {section.setting().node, section.field("price")}, "a price is missing", {},
                      "add a line such as: price: 0.0125");
    }
    if (const auto* from = section.find("from"))
        price.from = read_day(reader, *from);
    if (const auto* until = section.find("until"))
        price.until = read_day(reader, *until, true);
    if (price.from && price.until && *price.until <= *price.from) {
        reader.report(8, *section.find("until"), "until is before from",
                      section.find("until")->node->text, "until is the last day of the price");
    }
    return price;
}

std::vector<DatedPrice> read_dated_prices(ConfigReader& reader, const Setting& setting) {
    if (setting.node->kind != YamlKind::list) {
        const auto price = read_price(reader, setting);
        return price ? std::vector{DatedPrice{.price = *price, .from = {}, .until = {}}}
                     : std::vector<DatedPrice>{};
    }
    std::vector<DatedPrice> prices;
    for (const auto& entry : reader.list(setting).value_or(std::vector<Setting>{}))
        prices.push_back(read_dated_price(reader, reader.section(entry, "convert.prices[]")));
    return prices;
}

std::vector<std::string> read_texts(ConfigReader& reader, const Setting& setting) {
    std::vector<std::string> texts;
    const auto add = [&](const Setting& entry) {
        if (auto text = reader.filled_text(entry))
            texts.push_back(std::move(*text));
    };
    if (setting.node->kind != YamlKind::list) {
        add(setting);
        return texts;
    }
    for (const auto& entry : reader.list(setting).value_or(std::vector<Setting>{}))
        add(entry);
    return texts;
}

}  // namespace focus_billing
