#include "focus_billing/config/show_config.hpp"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "config/choices.hpp"
#include "config/yaml/emit_yaml.hpp"
#include "focus_billing/config/environment.hpp"
#include "config/show_attribution.hpp"
#include "config/show_journal.hpp"
#include "config/show_statements.hpp"

namespace focus_billing {

namespace {

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
