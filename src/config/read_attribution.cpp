#include "config/read_attribution.hpp"

#include <fmt/format.h>

#include "config/read_rules.hpp"
#include "config/read_values.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

void read_directory_files(ConfigReader& reader, const Setting& setting, const std::string& folder,
                          AttributionConfig& attribution) {
    const Section section = reader.section(setting, "attribution.directory");
    read_path(reader, section, "projects", folder, attribution.projects_file);
    read_path(reader, section, "people", folder, attribution.people_file);
    read_path(reader, section, "fund_orgs", folder, attribution.fund_orgs_file);
}

void report_chain(ConfigReader& reader, const Setting& setting, const std::string& meaning,
                  const std::string& meaning_of_that) {
    reader.report(45, setting, fmt::format("{} is an alias itself", meaning), meaning,
                  meaning == meaning_of_that
                      ? "remove the line"
                      : fmt::format("write the address that it means: {}", meaning_of_that));
}

void read_aliases(ConfigReader& reader, const Setting& setting, AttributionConfig& attribution) {
    const auto entries = reader.entries(setting);
    auto& aliases = attribution.aliases;
    for (const auto& [key, value] : entries) {
        const auto email = reader.filled_text(value);
        const bool is_alias = check_email(reader, key, key.node->text);
        if (!email || !check_email(reader, value, *email) || !is_alias)
            continue;
        const std::string alias = comparable_email(key.node->text);
        if (!aliases.emplace(alias, comparable_email(*email)).second) {
            reader.report(7, key, fmt::format("the alias '{}' is given twice", alias),
                          key.node->text, "keep one of the two (case does not count)");
        }
    }
    for (const auto& [key, value] : entries) {
        const auto alias = aliases.find(comparable_email(key.node->text));
        const auto chain = alias == aliases.end() ? alias : aliases.find(alias->second);
        if (chain != aliases.end())
            report_chain(reader, value, alias->second, chain->second);
    }
}

}  // namespace

AttributionConfig read_attribution(ConfigReader& reader, const Setting& setting,
                                   const std::vector<KnownSource>& sources,
                                   const std::string& folder) {
    AttributionConfig attribution;
    const Section section = reader.section(setting, "attribution");
    if (const Setting* rules = section.find("rules"))
        attribution.rules = read_rules(reader, *rules, sources);
    if (const Setting* aliases = section.find("aliases"))
        read_aliases(reader, *aliases, attribution);
    if (const Setting* directory = section.find("directory"))
        read_directory_files(reader, *directory, folder, attribution);
    return attribution;
}

}  // namespace focus_billing
