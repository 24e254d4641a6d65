#include "focus_billing/config/show_config.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

using TextGenerator = rc::Gen<std::string>;

/// Texts with all that YAML, RE2 and `${...}` treat in a special way.
TextGenerator any_text() {
    const auto piece = rc::gen::element<std::string>(
        "a", "B", "7", " ", "\\d", "'", "\"", ":", ": ", "#", " #", "-", "- ", "*", "&", "!", "%",
        "@", "`", "?", "|", ">", "{", "}", "[", "]", ",", "$", "${", "$${", "~", "null", "true",
        "\\", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xEF\xBB\xBF", "\xE2\x80\xA8", "=",
        "<<");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const auto& pieces) {
                            std::string text;
                            for (const std::string& each : pieces) {
                                text += each;
                            }
                            return text;
                        });
}

TextGenerator filled_text() {
    return rc::gen::suchThat(
        rc::gen::map(any_text(), [](const std::string& text) { return "x" + text; }),
        [](const std::string&) { return true; });
}

TextGenerator path() {
    return rc::gen::map(any_text(), [](const std::string& text) { return "/" + text; });
}

/// A regular expression that means `text`.
std::string literal(const std::string& text) {
    std::string pattern;
    for (const char character : text) {
        const bool special =
            std::string_view("\\.+*?()|[]{}^$").find(character) != std::string_view::npos;
        pattern += special ? std::string("[") +
                                 (character == '\\' || character == '^' || character == '[' ||
                                          character == ']'
                                      ? "\\"
                                      : "") +
                                 character + "]"
                           : std::string(1, character);
    }
    return pattern;
}

TextGenerator any_or_filled() {
    return rc::gen::oneOf(filled_text(), rc::gen::element<std::string>(""));
}

KnownSource any_source(std::size_t number) {
    // A number at the end makes each name and pattern one of a kind.
    const std::string end = "#" + std::to_string(number);
    return {.name = *any_text() + end,
            .pattern = *any_text() + end,
            .fund_org = *any_text(),
            .account_code = *any_text(),
            .credit_account_code = *any_text(),
            .delivery = *rc::gen::element(Delivery::unset, Delivery::snapshot, Delivery::append),
            .series = *rc::gen::arbitrary<bool>() ? "(" + literal(*any_text()) + ")" : "",
            .cost = *rc::gen::element(CostBasis::billed, CostBasis::effective),
            .defaults = {*rc::gen::element<std::string>("", "ada@example.edu"), *any_or_filled(),
                         *any_or_filled(), *any_or_filled(), "", *any_or_filled(), "", "", ""}};
}

std::vector<std::string> any_patterns() {
    std::vector<std::string> patterns;
    for (const auto& text : *rc::gen::container<std::vector<std::string>>(filled_text())) {
        patterns.push_back(literal(text));
    }
    return patterns;
}

TextMatch any_match() {
    const std::string text = *any_text();
    switch (*rc::gen::inRange(0, 3)) {
    case 0: return {TextMatch::Kind::exact, text};
    case 1: return {TextMatch::Kind::regex, "(?s)x" + literal(text)};
    default: return {TextMatch::Kind::glob, *rc::gen::element<std::string>("a*", "?", "x[a-z]'")};
    }
}

RuleCondition any_condition(std::optional<RuleField> field, std::string tag_key) {
    RuleCondition condition{field, std::move(tag_key), {any_match()}};
    if (*rc::gen::arbitrary<bool>())
        condition.any_of.push_back(any_match());
    return condition;
}

AttributionRule any_rule(std::size_t number) {
    constexpr std::int64_t day = 86'400;
    AttributionRule rule;
    rule.name = *any_text() + "#" + std::to_string(number);
    if (*rc::gen::arbitrary<bool>())
        rule.valid_from = Instant{*rc::gen::inRange<std::int64_t>(0, 20'000) * day, 0};
    if (*rc::gen::arbitrary<bool>())
        rule.valid_until = Instant{*rc::gen::inRange<std::int64_t>(20'001, 30'000) * day, 0};
    if (*rc::gen::arbitrary<bool>())
        rule.conditions.push_back(any_condition(RuleField::resource_id, {}));
    rule.conditions.push_back(any_condition(RuleField::currency, {}));
    if (*rc::gen::arbitrary<bool>())
        rule.conditions.push_back(any_condition({}, *any_text()));
    rule.set[index_of(Attribute::pi_email)] = "{tag:a b}@example.edu";
    rule.set[index_of(Attribute::fund_org)] =
        *rc::gen::element<std::string>("", "f", "{{ a", "{tag:Fund Org}");
    rule.overrides_tags = *rc::gen::arbitrary<bool>();
    return rule;
}

AttributionConfig any_attribution() {
    AttributionConfig attribution;
    const auto rules = *rc::gen::inRange<std::size_t>(0, 4);
    for (std::size_t i = 0; i < rules; ++i)
        attribution.rules.push_back(any_rule(i));
    if (*rc::gen::arbitrary<bool>())
        attribution.aliases = {{"o'l${d@x", "new@x"}, {"older@x", "new@x"}};
    if (*rc::gen::arbitrary<bool>())
        attribution.people_file = *path();
    return attribution;
}

StatementsConfig any_statements() {
    StatementsConfig statements;
    if (*rc::gen::arbitrary<bool>()) {
        statements.organization = {
            *any_text(), *any_text(), {*filled_text(), *filled_text()}, "billing@example.edu"};
    }
    statements.logo_file = *path();
    statements.templates_directory = *path();
    auto& look = statements.style;
    look.color = *rc::gen::element<std::string>("#1F4E79", "#000000", "#00aaff");
    look.paper = *rc::gen::element(Paper::a4, Paper::letter);
    look.fonts = {*filled_text(), *filled_text()};
    look.title = *filled_text();
    look.questions = *any_text();
    look.dispute = *any_text();
    look.footer = *any_text();
    look.columns = {*rc::gen::element(DetailColumn::day, DetailColumn::amount)};
    look.detail_rows = *rc::gen::inRange<std::uint32_t>(1, 5001);
    statements.warning_days = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 3651));
    return statements;
}

Config any_config() {
    Config config;
    config.currency = *rc::gen::element<std::string>("USD", "JPY", "KWD");
    config.database_path = *path();
    config.output_directory = *path();
    const auto sources = *rc::gen::inRange<std::size_t>(0, 4);
    for (std::size_t i = 0; i < sources; ++i) {
        config.known_sources.push_back(any_source(i));
    }
    for (auto& keys : config.tag_mapping.keys) {
        keys = *rc::gen::container<std::vector<std::string>>(filled_text());
    }
    config.attribution = any_attribution();
    config.review = {any_patterns(), any_patterns(), any_patterns()};
    config.statements = any_statements();
    config.logging = {*rc::gen::element(LogLevel::debug, LogLevel::warning, LogLevel::off),
                      *rc::gen::element(LogFormat::text, LogFormat::json),
                      *rc::gen::oneOf(path(), rc::gen::element<std::string>("", "stderr"))};
    return config;
}

}  // namespace

TEST_CASE("the effective configuration is shown with its defaults", "[config]") {
    CHECK(show_config(Config{}) == R"(currency: USD
database:
  path: focus-billing.db
output:
  directory: output
imports:
  known_sources:
    []
  max_shrink: 0.1
tag_mapping:
  pi_email: pi_email
  project_id: project_id
  fund_org: fund_org
  cost_center: cost_center
  account_code: account_code
  reference_1: reference_1
  reference_2: reference_2
  end_date: end_date
  reconciliation_end: reconciliation_end
attribution:
  rules:
    []
review:
  flag_patterns:
    []
  fund_org_patterns:
    []
  account_code_patterns:
    []
statements:
  color: "#1F4E79"
  paper: A4
  fonts: [Noto Sans, Noto Sans CJK SC, Noto Sans *, DejaVu Sans]
  title: Statement
  questions: Questions? Write to {email} and name the statement's number.
  dispute: If a charge is not yours, tell us within 30 days; the charge's day and resource are enough.
  footer: ""
  columns: [day, resource, service, quantity, list, amount]
  detail_rows: 200
  warning_days: [180, 90, 30, 0]
journal:
  fund_org_regex:
    []
  account_code_regex:
    []
  lines: []
  description: "{source} {period} {project_id}"
  credit_description: "{source} {period} recharge"
  fiscal_year_start: 1
  fiscal_year_named_by: end
logging:
  level: info
  format: text
  file: ""
)");
}

TEST_CASE("what is shown is read as the same configuration", "[config]") {
    rc::prop("for any configuration", [] {
        const Config config = any_config();
        const std::string shown = show_config(config);
        RC_LOG() << shown;
        const LoadedConfig loaded = load_config(shown, "", nullptr);
        RC_ASSERT(described(loaded.diagnostics) == Lines{});
        RC_ASSERT(loaded.config == config);
    });
}
