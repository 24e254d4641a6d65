#include "focus_billing/render/journals/journal_report_json.hpp"

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"

namespace focus_billing {

namespace {

template <std::size_t count, class Value>
std::string_view name_in(const std::array<std::string_view, count>& names, Value value) {
    return names[static_cast<std::size_t>(value)];
}

Json groups_json(const JournalLine& line) {
    Json json = Json::object();
    for (const auto& [name, value] : line.groups)
        json[name] = value;
    return json;
}

Json line_json(std::size_t number, const JournalLine& line) {
    return {{"line", number},
            {"party", name_in(party_names, line.party)},
            {"side", name_in(side_names, line.side)},
            {"amount", line.amount.text()},
            {"fund_org", line.fund_org},
            {"account", line.account_code},
            {"source", line.source},
            {"pi_email", text_or_null(line.pi_email)},
            {"project_id", text_or_null(line.project_id)},
            {"statement", text_or_null(line.statement)},
            {"cost_center", text_or_null(line.cost_center)},
            {"reference_1", text_or_null(line.reference_1)},
            {"reference_2", text_or_null(line.reference_2)},
            {"groups", groups_json(line)},
            {"charges", line.charges},
            {"description", line.description},
            {"reference", line.reference}};
}

Json document_json(const JournalDocument& document, const JournalPart* part) {
    Json json = {{"document", document.number}, {"currency", document.currency}};
    if (part != nullptr) {
        json["state"] = name_of(part->state());
        json["ref"] = text_or_null(part->ref);
        json["reversed_by"] = number_or_null(part->reversed_by);
    }
    json["debits"] = document.debits.text();
    json["credits"] = document.credits.text();
    json["lines"] = Json::array();
    for (std::size_t i = 0; i < document.lines.size(); ++i)
        json["lines"].push_back(line_json(i + 1, document.lines[i]));
    return json;
}

const JournalPart* find_part(const JournalRecord* record, std::uint32_t number) {
    if (record == nullptr)
        return nullptr;
    const auto found = std::ranges::find(record->parts, number, &JournalPart::number);
    return found == record->parts.end() ? nullptr : &*found;
}

Json documents_json(const std::vector<JournalDocument>& documents, const JournalRecord* record) {
    Json json = Json::array();
    for (const auto& document : documents)
        json.push_back(document_json(document, find_part(record, document.number)));
    return json;
}

Json part_json(const JournalPart& part) {
    return {{"document", part.number},
            {"currency", part.currency},
            {"lines", part.lines},
            {"total", part.total},
            {"state", name_of(part.state())},
            {"ref", text_or_null(part.ref)},
            {"reversed_by", number_or_null(part.reversed_by)}};
}

Json head_json(const JournalRecord& record) {
    return {{"journal", record.number},
            {"period", record.period.text()},
            {"date", record.date},
            {"fiscal_year", record.fiscal_year},
            {"fiscal_period", record.fiscal_period},
            {"format", record.format},
            {"reverses", number_or_null(record.reverses)},
            {"reverses_document", number_or_null(record.reverses_document)},
            {"path", record.path},
            {"bytes", record.bytes},
            {"sha256", record.sha256},
            {"registered_at", record.registered_at},
            {"os_user", record.os_user},
            {"actor", text_or_null(record.actor)}};
}

Json posting_json(const JournalPosting& posting) {
    return {{"document", posting.document},
            {"pi_email", posting.key.statement.pi_email},
            {"project_id", text_or_null(posting.key.statement.project_id)},
            {"currency", posting.key.statement.currency},
            {"fund_org", posting.key.fund_org},
            {"source", posting.key.source},
            {"account_code", posting.key.account_code},
            {"cost_center", text_or_null(posting.key.cost_center)},
            {"reference_1", text_or_null(posting.key.reference_1)},
            {"reference_2", text_or_null(posting.key.reference_2)},
            {"charges", posting.charges},
            {"amount", posting.amount.text()},
            {"payer_line", number_or_null(posting.payer_line)},
            {"source_line", number_or_null(posting.source_line)}};
}

}  // namespace

std::string journal_run_json(const JournalRun& run, int exit_code) {
    Json json = {
        {"command", "journals"},
        {"period", run.journal.period.text()},
        {"status", name_of(run.status)},
        {"format", run.format},
        {"date", run.journal.date},
        {"draft", !run.record},
        {"journal", run.record ? Json(run.record->number) : Json()},
        {"file", text_or_null(run.file)},
        {"sha256", run.record ? Json(run.record->sha256) : Json()},
        {"nothing_to_post", run.nothing},
        {"documents", documents_json(run.journal.documents, run.record ? &*run.record : nullptr)},
        {"diagnostics", Json::array()}};
    for (const auto& refusal : run.refusals)
        json["diagnostics"].push_back(diagnostic_json(refusal));
    json["exit_code"] = exit_code;
    return json.text(2) + "\n";
}

std::string journal_list_json(const std::vector<JournalRecord>& records) {
    Json json = Json::array();
    for (const auto& record : records) {
        Json entry = head_json(record);
        entry["documents"] = Json::array();
        for (const auto& part : record.parts)
            entry["documents"].push_back(part_json(part));
        json.push_back(std::move(entry));
    }
    return json.text(2) + "\n";
}

std::string journal_record_json(const JournalRecord& record,
                                const std::vector<JournalDocument>& documents,
                                const std::vector<JournalPosting>& postings) {
    Json json = head_json(record);
    json["documents"] = documents_json(documents, &record);
    json["postings"] = Json::array();
    for (const auto& posting : postings)
        json["postings"].push_back(posting_json(posting));
    return json.text(2) + "\n";
}

}  // namespace focus_billing
