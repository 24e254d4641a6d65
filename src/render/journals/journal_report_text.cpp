#include "focus_billing/render/journals/journal_report_text.hpp"

#include <fmt/format.h>

#include <map>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

namespace {

std::string value_text(const TextTemplate& value) {
    std::string text;
    for (const auto& part : value.parts)
        text += part.kind == TemplatePart::Kind::literal ? part.text : "{" + part.text + "}";
    return text;
}

TextRow column_row(std::size_t number, const LayoutColumn& column, LayoutKind form) {
    const bool is_fixed = form == LayoutKind::fixed;
    return {is_fixed ? fmt::format("{}-{}", column.start, column.start + column.width - 1)
                     : std::to_string(number),
            column.name.empty() ? "-" : column.name,
            column.width == 0 ? "-" : std::to_string(column.width), value_text(column.value)};
}

constexpr std::size_t longest_cell = 40;

std::string shown(const std::string& text) {
    return text.empty() ? "-" : shown_text(text, longest_cell);
}

std::string amount_text(const std::string& amount, const std::string& currency) {
    return shown_decimal(amount, minor_unit_or_usual(currency));
}

// Without separators, for machines.
std::string plain_amount(const DecimalSum& amount, const std::string& currency) {
    auto text = amount_text(amount.text(), currency);
    std::erase(text, ',');
    return text;
}

std::string name_of(const JournalRun& run, const JournalDocument& document) {
    return run.record ? document_name(run.record->number, document.number)
                      : "DRAFT." + std::to_string(document.number);
}

std::string documents_table(const JournalRun& run) {
    std::vector<TextRow> rows = {{"document", "lines", "debits", "credits", "currency"}};
    for (const auto& document : run.journal.documents) {
        rows.push_back({name_of(run, document), std::to_string(document.lines.size()),
                        amount_text(document.debits.text(), document.currency),
                        amount_text(document.credits.text(), document.currency),
                        document.currency});
    }
    return plain_table(rows, 2);
}

std::string nothing_text(const JournalRun& run) {
    const auto what = run.currency.empty() ? std::string() : " in " + run.currency;
    if (!run.last_journal)
        return fmt::format("{}: there is nothing to post{}\n", run.journal.period.text(), what);
    return fmt::format("{}: nothing has changed{} since journal {}; there is nothing to post\n",
                       run.journal.period.text(), what, *run.last_journal);
}

std::string draft_heading(const JournalRun& run) {
    const auto why = run.status == PeriodStatus::open
                         ? "the month is open, and nothing is recorded"
                         : "nothing is recorded; to register it: --output FILE";
    return fmt::format("{}: DRAFT of a journal ({}), dated {}{}; {}\n", run.journal.period.text(),
                       run.format, run.journal.date, run.file.empty() ? "" : ", in " + run.file,
                       why);
}

std::string heading(const JournalRun& run) {
    const auto& record = *run.record;
    const auto reverses =
        record.reverses == 0
            ? std::string()
            : fmt::format(", reverses journal {}",
                          record.reverses_document == 0
                              ? std::to_string(record.reverses)
                              : document_name(record.reverses, record.reverses_document));
    return fmt::format("{}: journal {} ({}), dated {}{}, in {}\n", record.period.text(),
                       record.number, record.format, record.date, reverses, run.file);
}

std::string states_of(const JournalRecord& record) {
    std::map<JournalState, std::size_t> counts;
    for (const auto& part : record.parts)
        ++counts[part.state()];
    std::string text;
    for (const auto& [state, count] : counts) {
        text += (text.empty() ? "" : ", ") +
                (counts.size() == 1 ? "" : std::to_string(count) + " ") +
                std::string(focus_billing::name_of(state));
    }
    return text;
}

TextRow line_row(std::size_t number, const JournalLine& line, const std::string& currency) {
    const auto amount = amount_text(line.amount.text(), currency);
    const bool is_debit = line.side == Side::debit;
    return {std::to_string(number), shown(line.fund_org),   shown(line.account_code),
            shown(line.source),     is_debit ? amount : "", is_debit ? "" : amount,
            line.reference,         shown(line.description)};
}

std::string lines_table(const JournalDocument& document, std::size_t most_lines) {
    std::vector<TextRow> rows = {
        {"line", "fund_org", "account", "source", "debit", "credit", "reference", "description"}};
    const auto count = std::min(document.lines.size(), most_lines);
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back(line_row(i + 1, document.lines[i], document.currency));
    std::string text = plain_table(rows, 2);
    if (count < document.lines.size()) {
        text += fmt::format("  and {} more: --all\n", document.lines.size() - count);
    }
    return text;
}

}  // namespace

std::string layout_list_text(const std::vector<LayoutSummary>& layouts) {
    std::vector<TextRow> rows = {{"layout", "what it is", "file"}};
    for (const auto& layout : layouts) {
        rows.push_back({layout.name, layout.description,
                        layout.file.empty() ? "part of the program" : layout.file});
    }
    return plain_table(rows, 0);
}

std::string layout_list_json(const std::vector<LayoutSummary>& layouts) {
    auto json = Json::array();
    for (const auto& layout : layouts) {
        json.push_back({{"name", layout.name},
                        {"description", layout.description},
                        {"file", text_or_null(layout.file)}});
    }
    return json.text(2) + "\n";
}

std::string layout_columns_text(const JournalLayout& layout) {
    std::string text = fmt::format("{} is fine: {}\n", layout.name, layout.description);
    for (std::size_t i = 0; i < record_kind_count; ++i) {
        const auto& columns = layout.records[i];
        if (columns.empty())
            continue;
        std::vector<TextRow> rows = {
            {layout.form == LayoutKind::fixed ? "position" : "column", "name", "width", "value"}};
        for (std::size_t place = 0; place < columns.size(); ++place)
            rows.push_back(column_row(place + 1, columns[place], layout.form));
        text += fmt::format("\n{}\n", record_kind_names[i]) + plain_table(rows, 2);
    }
    return text;
}

std::string journal_run_text(const JournalRun& run) {
    if (run.nothing && !run.record)
        return nothing_text(run);
    if (!run.record)
        return draft_heading(run) + documents_table(run);
    const auto& record = *run.record;
    if (record.bytes == 0) {
        return fmt::format("{}: journal {}: what has changed comes to nothing on every line; it is "
                           "on record as accepted, and there is nothing to load\n",
                           record.period.text(), record.number);
    }
    return heading(run) + documents_table(run) + fmt::format("  SHA-256  {}\n", record.sha256) +
           fmt::format("When it is loaded: focus-billing journals mark {} accepted --ref NUMBER\n",
                       record.number);
}

std::string journal_control_text(const JournalRecord& record,
                                 const std::vector<JournalDocument>& documents,
                                 const std::string& file) {
    std::size_t lines = 0;
    for (const auto& document : documents)
        lines += document.lines.size();
    std::string text = fmt::format(
        "journal: {}\nperiod: '{}'\ndate: '{}'\nformat: {}\nfile: {}\nbytes: {}\nsha256: {}\n"
        "lines: {}\ndocuments:\n",
        record.number, record.period.text(), record.date, json_string(record.format),
        json_string(file), record.bytes, record.sha256, lines);
    for (const auto& document : documents) {
        text += fmt::format("  - {{document: '{}', currency: {}, lines: {}, debits: '{}', "
                            "credits: '{}'}}\n",
                            document_name(record.number, document.number), document.currency,
                            document.lines.size(), plain_amount(document.debits, document.currency),
                            plain_amount(document.credits, document.currency));
    }
    return text;
}

std::string journal_list_text(const std::vector<JournalRecord>& records) {
    if (records.empty())
        return "There is no such journal.\n";
    std::vector<TextRow> rows = {{"journal", "period", "date", "format", "lines", "total",
                                  "currency", "state", "ref", "reverses"}};
    for (const auto& record : records) {
        for (const auto& part : record.parts) {
            rows.push_back({document_name(record.number, part.number), record.period.text(),
                            record.date, shown(record.format), std::to_string(part.lines),
                            amount_text(part.total, part.currency), part.currency,
                            std::string(focus_billing::name_of(part.state())), shown(part.ref),
                            record.reverses == 0 ? "-" : std::to_string(record.reverses)});
        }
    }
    return plain_table(rows, 0) + "\n" + counted(records.size(), "journal") + "\n";
}

std::string journal_list_csv(const std::vector<JournalRecord>& records) {
    CsvWriter csv;
    for (const auto* name :
         {"journal", "document", "period", "date", "format", "lines", "total", "currency", "state",
          "ref", "reverses", "registered_at", "os_user", "actor", "sha256"})
        csv.add_text(name);
    std::string text = csv.take_record();
    for (const auto& record : records) {
        for (const auto& part : record.parts) {
            csv.add_number(std::to_string(record.number));
            csv.add_number(std::to_string(part.number));
            csv.add_text(record.period.text());
            csv.add_text(record.date);
            csv.add_text(record.format);
            csv.add_number(std::to_string(part.lines));
            csv.add_number(part.total);
            csv.add_text(part.currency);
            csv.add_text(focus_billing::name_of(part.state()));
            csv.add_text(part.ref);
            csv.add_number(record.reverses == 0 ? "" : std::to_string(record.reverses));
            csv.add_text(record.registered_at);
            csv.add_text(record.os_user);
            csv.add_text(record.actor);
            csv.add_text(record.sha256);
            text += csv.take_record();
        }
    }
    return text;
}

std::string journal_record_text(const JournalRecord& record,
                                const std::vector<JournalDocument>& documents,
                                std::size_t most_lines) {
    std::string text =
        fmt::format("Journal {} of {} ({}), dated {}, {}\n", record.number, record.period.text(),
                    record.format, record.date, states_of(record));
    for (const auto& document : documents) {
        text += fmt::format(
            "\n{}  debits {}  credits {} {}\n", document_name(record.number, document.number),
            amount_text(document.debits.text(), document.currency),
            amount_text(document.credits.text(), document.currency), document.currency);
        text += lines_table(document, most_lines);
    }
    return text;
}

}  // namespace focus_billing
