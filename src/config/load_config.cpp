#include "focus_billing/config/load_config.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/read_attribution.hpp"
#include "config/read_sources.hpp"
#include "config/read_statements.hpp"
#include "config/read_values.hpp"
#include "config/yaml/parse_yaml.hpp"
#include "focus_billing/config/convert/read_conversions.hpp"
#include "focus_billing/config/read_journal.hpp"
#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

void read_currency(ConfigReader& reader, const Setting& setting, std::string& currency) {
    const auto code = reader.filled_text(setting);
    if (!code) {
        return;
    }
    if (is_currency(*code)) {
        currency = *code;
    } else if (is_currency(upper_case(*code))) {
        reader.report(14, setting, "a currency code is written in capital letters", *code,
                      fmt::format("write {}", upper_case(*code)));
    } else {
        reader.report(14, setting, "the currency is not an active ISO 4217 code", *code,
                      "write three capital letters, such as USD, EUR or JPY");
    }
}

void read_section_path(ConfigReader& reader, const Section& root, std::string_view section_name,
                       std::string_view key, std::string& target) {
    if (const Setting* setting = root.find(section_name)) {
        const Section section = reader.section(*setting, section_name);
        if (const Setting* path = section.find(key)) {
            target = reader.filled_text(*path).value_or(target);
        }
    }
}

ReviewConfig read_review(ConfigReader& reader, const Setting& setting) {
    ReviewConfig review;
    const Section section = reader.section(setting, "review");
    if (const Setting* patterns = section.find("flag_patterns")) {
        review.flag_patterns = read_patterns(reader, *patterns);
    }
    if (const Setting* patterns = section.find("fund_org_patterns")) {
        review.fund_org_patterns = read_patterns(reader, *patterns);
    }
    if (const Setting* patterns = section.find("account_code_patterns")) {
        review.account_code_patterns = read_patterns(reader, *patterns);
    }
    return review;
}

void read_imports(ConfigReader& reader, const Setting& setting, Config& config) {
    const Section section = reader.section(setting, "imports");
    if (const Setting* sources = section.find("known_sources")) {
        config.known_sources = read_sources(reader, *sources);
    }
    if (const Setting* max_shrink = section.find("max_shrink")) {
        config.max_shrink = read_fraction(reader, *max_shrink).value_or(config.max_shrink);
    }
}

void read_root(ConfigReader& reader, const YamlNode& node, const std::string& folder,
               Config& config) {
    const Section root = reader.section({&node, ""}, "");
    if (const Setting* currency = root.find("currency")) {
        read_currency(reader, *currency, config.currency);
    }
    read_section_path(reader, root, "database", "path", config.database_path);
    read_section_path(reader, root, "output", "directory", config.output_directory);
    if (const Setting* imports = root.find("imports")) {
        read_imports(reader, *imports, config);
    }
    if (const Setting* tag_mapping = root.find("tag_mapping")) {
        config.tag_mapping = read_tag_mapping(reader, *tag_mapping);
    }
    if (const Setting* attribution = root.find("attribution")) {
        config.attribution = read_attribution(reader, *attribution, config.known_sources, folder);
    }
    if (const Setting* review = root.find("review")) {
        config.review = read_review(reader, *review);
    }
    if (const Setting* statements = root.find("statements")) {
        config.statements = read_statements(reader, *statements, folder);
    }
    if (const Setting* journal = root.find("journal")) {
        config.journal = read_journal(reader, *journal, folder);
    }
    if (const Setting* convert = root.find("convert")) {
        config.conversions = read_conversions(reader, *convert, folder, config);
    }
    if (const Setting* logging = root.find("logging")) {
        config.logging = read_logging(reader, *logging, folder);
    }
}

}  // namespace

LoadedConfig load_config(std::string_view yaml_text, const std::string& file_name,
                         const Environment& environment) {
    LoadedConfig loaded;
    loaded.config.file = file_name;
    const ParsedYaml parsed = parse_yaml(yaml_text, file_name);
    if (parsed.problem) {
        loaded.diagnostics.push_back(*parsed.problem);
        return loaded;
    }
    const std::string folder = folder_of(file_name);
    if (parsed.document.root != nullptr) {
        ConfigReader reader(file_name, environment);
        read_root(reader, *parsed.document.root, folder, loaded.config);
        loaded.diagnostics = reader.take_diagnostics();
    }
    loaded.config.database_path = resolve_path(loaded.config.database_path, folder);
    loaded.config.output_directory = resolve_path(loaded.config.output_directory, folder);
    return loaded;
}

}  // namespace focus_billing
