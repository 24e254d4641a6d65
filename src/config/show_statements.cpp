#include "config/show_statements.hpp"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include "config/yaml/emit_yaml.hpp"
#include "focus_billing/config/environment.hpp"

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

void emit_look(YAML::Emitter& out, const StatementLook& look) {
    emit_text(out, "color", look.color);
    emit_text(out, "paper", paper_names[static_cast<std::size_t>(look.paper)]);
    emit_list(out, "fonts", look.fonts, escape_references);
    emit_text(out, "title", look.title);
    emit_text(out, "questions", look.questions);
    emit_text(out, "dispute", look.dispute);
    emit_text(out, "footer", look.footer);
    emit_list(out, "columns", look.columns, [](DetailColumn column) {
        return std::string(detail_column_names[static_cast<std::size_t>(column)]);
    });
    emit_text(out, "detail_rows", std::to_string(look.detail_rows));
}

}  // namespace

void emit_statements(YAML::Emitter& out, const StatementsConfig& statements) {
    emit_key(out, "statements");
    out << YAML::BeginMap;
    emit_organization(out, statements.organization);
    emit_filled(out, "logo", statements.logo_file);
    emit_look(out, statements.look);
    emit_list(out, "warning_days", statements.warning_days,
              [](int days) { return std::to_string(days); });
    emit_filled(out, "templates", statements.templates_directory);
    out << YAML::EndMap;
}

}  // namespace focus_billing
