#include "config/show_journal.hpp"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include "config/choices.hpp"
#include "config/yaml/emit_yaml.hpp"

namespace focus_billing {

namespace {

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

}  // namespace

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

}  // namespace focus_billing
