#include "focus_billing/render/statements/statement_csv.hpp"

#include "focus_billing/format/csv_writer.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 24> columns = {
    "statement",   "version",     "period",   "pi_email", "project_id",  "fund_org",
    "kind",        "from_period", "day",      "service",  "resource_id", "resource_name",
    "description", "region",      "quantity", "unit",     "list",        "amount",
    "currency",    "source",      "import",   "line",     "charge",      "corrects"};

std::string header(CsvWriter& writer) {
    for (const auto column : columns)
        writer.add_text(column);
    return writer.take_record();
}

void add_statement(const Statement& statement, CsvWriter& writer) {
    writer.add_text(statement.number);
    writer.add_number(statement.is_draft() ? "" : std::to_string(statement.version));
    writer.add_text(statement.period);
    writer.add_text(statement.key.pi_email);
    writer.add_text(statement.key.project_id);
}

void add_origin(const StatementCharge& charge, CsvWriter& writer) {
    writer.add_text(charge.source);
    writer.add_number(std::to_string(charge.import_id));
    writer.add_number(charge.line == 0 ? "" : std::to_string(charge.line));
    writer.add_number(std::to_string(charge.id));
    writer.add_number(charge.corrects ? std::to_string(*charge.corrects) : "");
}

std::string record(const Statement& statement, const StatementCharge& charge, CsvWriter& writer) {
    add_statement(statement, writer);
    writer.add_text(statement.sections.at(charge.section).fund_org);
    writer.add_text(line_kind_names[static_cast<std::size_t>(charge.kind)]);
    for (const auto* text : {&charge.period, &charge.day, &charge.service, &charge.resource_id,
                             &charge.resource_name, &charge.description, &charge.region}) {
        writer.add_text(*text);
    }
    writer.add_number(charge.quantity);
    writer.add_text(charge.unit);
    writer.add_number(charge.list);
    writer.add_number(charge.amount);
    writer.add_text(statement.key.currency);
    add_origin(charge, writer);
    return writer.take_record();
}

}  // namespace

std::string statement_csv(const Statement& statement) {
    CsvWriter writer;
    std::string csv = header(writer);
    for (std::size_t i = 0; i < statement.charges.size(); ++i) {
        csv += record(statement, statement.charges[i], writer);
        // Rows are much alike. Memory that is not written to costs nothing, but a text that grows
        // beyond what was reserved is there twice while it is copied.
        if (i == 100)
            csv.reserve(csv.size() / 50 * statement.charges.size());
    }
    return csv;
}

}  // namespace focus_billing
