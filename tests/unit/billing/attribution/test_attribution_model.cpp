#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "billing/attribution/attribute.hpp"
#include "billing/attribution/match_rules.hpp"
#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/text.hpp"

using namespace focus_billing;

namespace {

using Lines = std::vector<std::string>;

const Lines texts = {"", "a", "ab", "b-a", "abc", "A", "b"};
const Lines patterns = {"a", "^a", "b$", "(?i)^A", "a.", "^(ab|b)", "c|-"};
const Lines globs = {"a*", "*b*", "?", "??", "[ab]"};
constexpr std::array fields = {RuleField::source, RuleField::service_name, RuleField::resource_id,
                               RuleField::charge_category};

std::string any_of(const Lines& choices) {
    return *rc::gen::elementOf(choices);
}

TextMatch any_match() {
    switch (*rc::gen::inRange(0, 3)) {
    case 0: return text(any_of(texts));
    case 1: return regex(any_of(patterns));
    default: return glob(any_of(globs));
    }
}

std::vector<TextMatch> any_matches() {
    std::vector<TextMatch> matches = {any_match()};
    if (*rc::gen::inRange(0, 3) == 0)
        matches.push_back(any_match());
    return matches;
}

AttributionRule any_rule(std::size_t number) {
    AttributionRule result;
    result.name = std::to_string(number);
    for (const RuleField field : fields) {
        if (*rc::gen::inRange(0, 3) == 0)
            result.conditions.push_back(where(field, any_matches()));
    }
    if (result.conditions.empty() || *rc::gen::inRange(0, 4) == 0)
        result.conditions.push_back(where_tag("Env", any_matches()));
    if (*rc::gen::inRange(0, 3) == 0)
        result.valid_from = day(2025, 1, *rc::gen::inRange(1U, 5U));
    if (*rc::gen::inRange(0, 3) == 0)
        result.valid_until = day(2025, 1, *rc::gen::inRange(5U, 8U));
    for (const Attribute attribute : {pi_email, project_id, fund_org, cost_center}) {
        if (*rc::gen::arbitrary<bool>()) {
            result.set[index_of(attribute)] =
                any_of({"X@" + result.name, "v" + result.name, "{tag:Env}", "{tag:Env}/{{"});
        }
    }
    result.overrides_tags = *rc::gen::inRange(0, 4) == 0;
    return result;
}

Config any_config() {
    Config config;
    const auto rules = *rc::gen::inRange<std::size_t>(0, 8);
    for (std::size_t i = 0; i < rules; ++i)
        config.attribution.rules.push_back(any_rule(i));
    if (*rc::gen::arbitrary<bool>())
        config.attribution.aliases = {{"x@1", "y@1"}, {"ada@x", "eve@x"}};
    KnownSource source;
    source.name = "A";
    source.defaults = {any_of({"", "office@x"}), "", any_of({"", "f"}), any_of({"", "cc"})};
    config.known_sources = {source};
    return config;
}

struct NamedCharge {
    std::string service;
    std::string resource;
    std::string category;
    std::string environment;
    std::string email;
    OwnedCharge charge;

    void make() {
        charge.service_name = service;
        charge.resource_id = resource;
        charge.charge_category = category;
        if (environment != "none")
            charge.tagged("Env", environment);
        if (!email.empty())
            charge.tagged(pi_email, email);
        const unsigned start = *rc::gen::inRange(1U, 8U);
        charge.from(day(2025, 1, start), day(2025, 1, start + 1));
    }
};

bool glob_matches(std::string_view pattern, std::string_view value) {
    if (pattern.empty())
        return value.empty();
    if (pattern.front() == '*')
        return glob_matches(pattern.substr(1), value) ||
               (!value.empty() && glob_matches(pattern, value.substr(1)));
    if (value.empty())
        return false;
    if (pattern.front() == '[')
        return (value.front() == 'a' || value.front() == 'b') &&
               glob_matches(pattern.substr(4), value.substr(1));
    return (pattern.front() == '?' || pattern.front() == value.front()) &&
           glob_matches(pattern.substr(1), value.substr(1));
}

bool matches(const TextMatch& match, std::string value, bool ignores_case) {
    std::string wanted = match.text;
    if (ignores_case) {
        value = lower_case(value);
        wanted = match.kind == TextMatch::Kind::regex ? "(?i)" + wanted : lower_case(wanted);
    }
    switch (match.kind) {
    case TextMatch::Kind::exact: return wanted == value;
    case TextMatch::Kind::glob: return !value.empty() && glob_matches(wanted, value);
    case TextMatch::Kind::regex: return !value.empty() && RE2::PartialMatch(value, wanted);
    }
    return false;
}

bool holds(const AttributionRule& rule, const RuleSubject& subject) {
    const Instant start = charge_time(subject.charge).start;
    if ((rule.valid_from && start < *rule.valid_from) ||
        (rule.valid_until && start >= *rule.valid_until)) {
        return false;
    }
    return std::ranges::all_of(rule.conditions, [&](const RuleCondition& condition) {
        return std::ranges::any_of(condition.any_of, [&](const TextMatch& match) {
            return matches(match, std::string(subject.text(condition)),
                           condition.field == RuleField::source);
        });
    });
}

std::string filled(std::string value, const std::string& environment) {
    for (const auto& [name, put_in] :
         {std::pair<std::string, std::string>{"{tag:Env}", environment}, {"{{", "{"}}) {
        const std::size_t at = value.find(name);
        if (at == std::string::npos)
            continue;
        if (put_in.empty())
            return {};
        value.replace(at, name.size(), put_in);
    }
    return value;
}

/// The same, said in the plainest way: every rule is asked for every attribute.
struct Model {
    const Config& config;
    const RuleSubject& subject;
    std::string environment;

    std::pair<std::string, std::string> by_rules(std::size_t attribute, bool overriding) const {
        for (const auto& rule : config.attribution.rules) {
            const std::string value = filled(rule.set[attribute], environment);
            if (rule.overrides_tags == overriding && !value.empty() && holds(rule, subject))
                return {value, "rule " + rule.name + (overriding ? " (override)" : "")};
        }
        return {};
    }

    std::pair<std::string, std::string> found(std::size_t attribute) const {
        auto result = by_rules(attribute, true);
        const auto tag = subject.charge.tags->attributes[attribute];
        if (result.first.empty() && !tag.empty())
            result = {std::string(tag), "tag"};
        return result.first.empty() ? by_rules(attribute, false) : result;
    }

    Lines attributed() const {
        std::array<std::pair<std::string, std::string>, settable_attribute_count> all;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = found(i);
        const bool has_payer =
            !all[0].first.empty() || !all[1].first.empty() || !all[2].first.empty();
        for (std::size_t i = has_payer ? 3 : 0; i < all.size(); ++i) {
            const auto& value = config.known_sources[0].defaults[i];
            if (all[i].first.empty() && !value.empty())
                all[i] = {value, "default of A"};
        }
        all[0].first = comparable_email(all[0].first);
        const auto alias = config.attribution.aliases.find(all[0].first);
        if (alias != config.attribution.aliases.end())
            all[0] = {alias->second, all[0].second + " via alias of " + alias->first};
        Lines lines;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i].first.empty())
                lines.push_back(std::string(attribute_names[i]) + " " + all[i].first + " (" +
                                all[i].second + ")");
        }
        return lines;
    }
};

}  // namespace

TEST_CASE("rules decide as a model does that asks each of them", "[attribution]") {
    CHECK(rc::check([] {
        const Config config = any_config();
        const Attributor attributor(config, {});
        ChargeAttributor charges(attributor, "a");
        std::map<std::uint64_t, Lines> by_number;
        std::map<std::pair<std::string, std::string>, std::uint64_t> numbers;
        for (int i = 0; i < 20; ++i) {
            NamedCharge named{any_of(texts),
                              any_of(texts),
                              any_of(texts),
                              any_of({"none", "", "a", "ab"}),
                              any_of({"", "", "Ada@X"}),
                              {}};
            named.make();
            if (*rc::gen::arbitrary<bool>()) {
                auto& number = numbers[{named.environment, named.email}];
                number = number == 0 ? 16384 * numbers.size() : number;
                named.charge.own_tags.number = number;
            }
            const Attribution& attribution = charges.attribute(named.charge);
            const Lines lines = attributed(attribution);
            const RuleSubject subject{named.charge, "a"};
            const Model model{config, subject,
                              named.environment == "none" ? "" : named.environment};
            RC_ASSERT(lines == model.attributed());
            if (attribution.number != 0)
                RC_ASSERT(by_number.emplace(attribution.number, lines).first->second == lines);
        }
    }));
}
