#include "focus_billing/config/show_config.hpp"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "config/read_values.hpp"
#include "config/show_attribution.hpp"
#include "config/yaml/emit_yaml.hpp"
#include "focus_billing/config/environment.hpp"
#include "focus_billing/model/config.hpp"

namespace YAML {
class Emitter;
}

namespace focus_billing {

namespace {

template <typename Range, typename Text>
void emit_list(YAML::Emitter& out, std::string_view key, const Range& values, Text text) {
    emit_key(out, key);
    out << YAML::Flow << YAML::BeginSeq;
    for (const auto& value : values)
        out << text(value);
    out << YAML::EndSeq;
}

void emit_organization(YAML::Emitter& out, const Organization& organization) {
    if (organization == Organization{})
        return;
    emit_key(out, "organization");
    out << YAML::BeginMap;
    emit_filled(out, "name", organization.name);
    emit_filled(out, "unit", organization.unit);
    if (!organization.contact.empty())
        emit_patterns(out, "contact", organization.contact);
    emit_filled(out, "email", organization.email);
    out << YAML::EndMap;
}

void emit_look(YAML::Emitter& out, const StatementStyle& style) {
    emit_text(out, "color", style.color);
    emit_text(out, "paper", paper_names[static_cast<std::size_t>(style.paper)]);
    emit_list(out, "fonts", style.fonts, escape_references);
    emit_text(out, "title", style.title);
    emit_text(out, "questions", style.questions);
    emit_text(out, "dispute", style.dispute);
    emit_text(out, "footer", style.footer);
    emit_list(out, "columns", style.columns, [](DetailColumn column) {
        return std::string(detail_column_names[static_cast<std::size_t>(column)]);
    });
    emit_text(out, "detail_rows", std::to_string(style.detail_rows));
}

void emit_statements(YAML::Emitter& out, const StatementsConfig& statements) {
    emit_key(out, "statements");
    out << YAML::BeginMap;
    emit_organization(out, statements.organization);
    emit_filled(out, "logo", statements.logo_file);
    emit_look(out, statements.style);
    emit_list(out, "warning_days", statements.warning_days,
              [](int days) { return std::to_string(days); });
    emit_filled(out, "templates", statements.templates_directory);
    out << YAML::EndMap;
}

void emit_lines(YAML::Emitter& out, const std::vector<LinePart>& lines) {
    emit_key(out, "lines");
    out << YAML::Flow << YAML::BeginSeq;
    for (const auto part : lines)
        out << std::string(line_part_names[static_cast<std::size_t>(part)]);
    out << YAML::EndSeq;
}

void emit_values(YAML::Emitter& out, const std::map<std::string, std::string>& values) {
    if (values.empty())
        return;
    emit_key(out, "values");
    out << YAML::BeginMap;
    for (const auto& [name, value] : values)
        emit_text(out, name, value);
    out << YAML::EndMap;
}

void emit_journal(YAML::Emitter& out, const JournalConfig& journal) {
    emit_key(out, "journal");
    out << YAML::BeginMap;
    emit_filled(out, "format", journal.format);
    emit_filled(out, "layouts", journal.layouts_directory);
    emit_filled(out, "default_account", journal.default_account);
    emit_patterns(out, "fund_org_regex", journal.fund_org_regexes);
    emit_patterns(out, "account_code_regex", journal.account_code_regexes);
    emit_lines(out, journal.lines);
    emit_text(out, "description", journal.description);
    emit_text(out, "credit_description", journal.credit_description);
    emit_text(out, "fiscal_year_start", std::to_string(journal.fiscal_year_start));
    emit_text(out, "fiscal_year_named_by", fiscal_year_names[journal.fiscal_year_by_end ? 1 : 0]);
    emit_values(out, journal.values);
    out << YAML::EndMap;
}

template <typename Enumeration>
std::size_t position(Enumeration value) {
    return static_cast<std::size_t>(value);
}

void emit_one(YAML::Emitter& out, std::string_view section, std::string_view key,
              std::string_view text) {
    emit_key(out, section);
    out << YAML::BeginMap;
    emit_text(out, key, text);
    out << YAML::EndMap;
}

void emit_source(YAML::Emitter& out, const KnownSource& source) {
    out << YAML::BeginMap;
    emit_text(out, "name", source.name);
    emit_text(out, "pattern", source.pattern);
    emit_filled(out, "fund_org", source.fund_org);
    emit_filled(out, "account_code", source.account_code);
    emit_filled(out, "credit_account_code", source.credit_account_code);
    for (std::size_t i = 0; i < deliveries.size(); ++i) {
        if (source.delivery == deliveries[i]) {
            emit_text(out, "delivery", delivery_names[i]);
        }
    }
    if (!source.series.empty()) {
        emit_key(out, "series");
        emit_pattern(out, source.series);
    }
    emit_text(out, "cost", cost_names[position(source.cost)]);
    emit_attributes(out, "defaults", source.defaults);
    out << YAML::EndMap;
}

void emit_imports(YAML::Emitter& out, const Config& config) {
    emit_key(out, "imports");
    out << YAML::BeginMap;
    emit_key(out, "known_sources");
    out << YAML::BeginSeq;
    for (const KnownSource& source : config.known_sources) {
        emit_source(out, source);
    }
    out << YAML::EndSeq;
    emit_text(out, "max_shrink", config.max_shrink.text());
    out << YAML::EndMap;
}

void emit_tag_keys(YAML::Emitter& out, const std::vector<std::string>& keys) {
    if (keys.size() == 1) {
        out << escape_references(keys.front());
        return;
    }
    out << YAML::Flow << YAML::BeginSeq;
    for (const std::string& key : keys) {
        out << escape_references(key);
    }
    out << YAML::EndSeq;
}

void emit_tag_mapping(YAML::Emitter& out, const TagMapping& mapping) {
    emit_key(out, "tag_mapping");
    out << YAML::BeginMap;
    for (std::size_t i = 0; i < attribute_count; ++i) {
        emit_key(out, attribute_names[i]);
        emit_tag_keys(out, mapping.keys[i]);
    }
    out << YAML::EndMap;
}

void emit_review(YAML::Emitter& out, const ReviewConfig& review) {
    emit_key(out, "review");
    out << YAML::BeginMap;
    emit_patterns(out, "flag_patterns", review.flag_patterns);
    emit_patterns(out, "fund_org_patterns", review.fund_org_patterns);
    emit_patterns(out, "account_code_patterns", review.account_code_patterns);
    out << YAML::EndMap;
}

void emit_logging(YAML::Emitter& out, const LoggingConfig& logging) {
    emit_key(out, "logging");
    out << YAML::BeginMap;
    emit_text(out, "level", log_level_names[position(logging.level)]);
    emit_text(out, "format", log_format_names[position(logging.format)]);
    emit_text(out, "file", logging.file);
    out << YAML::EndMap;
}

void emit_conversions(YAML::Emitter& out, const std::vector<ConversionConfig>& conversions) {
    if (conversions.empty())
        return;
    emit_key(out, "convert");
    out << YAML::BeginMap;
    for (const auto& conversion : conversions) {
        emit_key(out, conversion.basics.name);
        out << YAML::Load(conversion.text);
    }
    out << YAML::EndMap;
}

}  // namespace

std::string show_config(const Config& config) {
    YAML::Emitter out;
    out << YAML::BeginMap;
    emit_text(out, "currency", config.currency);
    emit_one(out, "database", "path", config.database_path);
    emit_one(out, "output", "directory", config.output_directory);
    emit_imports(out, config);
    emit_tag_mapping(out, config.tag_mapping);
    emit_attribution(out, config.attribution);
    emit_review(out, config.review);
    emit_statements(out, config.statements);
    emit_journal(out, config.journal);
    emit_conversions(out, config.conversions);
    emit_logging(out, config.logging);
    out << YAML::EndMap;
    return std::string(out.c_str(), out.size()) + "\n";
}

}  // namespace focus_billing
