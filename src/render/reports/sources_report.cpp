#include "focus_billing/render/reports/sources_report.hpp"

#include <fmt/format.h>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

Json delivery_json(Delivery delivery) {
    switch (delivery) {
    case Delivery::snapshot: return "snapshot";
    case Delivery::append: return "append";
    case Delivery::unset: break;
    }
    return {};
}

Json fitting_json(const SourceChoice& choice) {
    Json fitting = Json::array();
    for (const auto* source : choice.fitting) {
        fitting.push_back({{"name", source->name},
                           {"pattern", source->pattern},
                           {"kind", is_glob(source->pattern) ? "glob" : "contains"},
                           {"chosen", source == choice.source()}});
    }
    return fitting;
}

std::string_view outcome(const SourceChoice& choice) {
    if (choice.longest == 0)
        return "none";
    return choice.longest == 1 ? "found" : "ambiguous";
}

std::string text_or_dash(const std::string& text) {
    return text.empty() ? "-" : text;
}

std::string_view delivery_text(Delivery delivery) {
    switch (delivery) {
    case Delivery::snapshot: return "snapshot";
    case Delivery::append: return "append";
    case Delivery::unset: break;
    }
    return "-";
}

std::string_view verb(const KnownSource& source) {
    return is_glob(source.pattern) ? "matches" : "contains";
}

}  // namespace

std::string source_json(const KnownSource& source) {
    const Json json = {{"name", source.name},
                       {"pattern", source.pattern},
                       {"fund_org", text_or_null(source.fund_org)},
                       {"account_code", text_or_null(source.account_code)},
                       {"credit_account_code", text_or_null(source.credit_account_code)},
                       {"delivery", delivery_json(source.delivery)},
                       {"series", text_or_null(source.series)},
                       {"cost", source.cost == CostBasis::billed ? "billed" : "effective"}};
    return json.text();
}

std::string source_choice_json(const SourceChoice& choice, const Diagnostic* finding) {
    const auto* source = choice.source();
    Json json = {{"file", choice.file},
                 {"source", source == nullptr ? Json() : Json(source->name)},
                 {"outcome", outcome(choice)},
                 {"fitting", fitting_json(choice)},
                 {"near", choice.near == nullptr ? Json() : Json(choice.near->name)}};
    json["diagnostic"] = finding == nullptr ? Json() : diagnostic_json(*finding);
    return json.text();
}

std::string sources_text(const std::vector<KnownSource>& sources) {
    std::vector<std::vector<std::string>> rows = {
        {"name", "pattern", "fund_org", "account", "credit account", "delivery", "series", "cost"}};
    for (const auto& source : sources) {
        rows.push_back({source.name, source.pattern, text_or_dash(source.fund_org),
                        text_or_dash(source.account_code), text_or_dash(source.credit_account_code),
                        std::string(delivery_text(source.delivery)), text_or_dash(source.series),
                        source.cost == CostBasis::billed ? "billed" : "effective"});
    }
    return plain_table(rows, 0);
}

std::string source_choice_text(const SourceChoice& choice) {
    const auto& source = *choice.source();
    const bool alone = choice.fitting.size() == 1;
    std::string text =
        fmt::format("{}: {}\n    the name {} '{}'{}\n", shown_text(choice.file, 500), source.name,
                    verb(source), source.pattern, alone ? "" : ", the longest pattern that fits");
    for (std::size_t i = 1; i < choice.fitting.size(); ++i) {
        const auto& loser = *choice.fitting[i];
        text += fmt::format("    it {} '{}' too, the shorter pattern of {}\n", verb(loser),
                            loser.pattern, loser.name);
    }
    return text;
}

}  // namespace focus_billing
