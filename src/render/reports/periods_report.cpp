#include "focus_billing/render/reports/periods_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

Json period_json(const PeriodRecord& record) {
    Json json = {{"period", record.period.text()}, {"status", record.status},
                 {"opened_at", record.opened_at},  {"since", record.since},
                 {"os_user", record.os_user},      {"actor", record.actor},
                 {"imports", record.imports},      {"totals", Json::array()}};
    for (const auto& total : record.totals) {
        json["totals"].push_back({{"currency", total.currency},
                                  {"charges", total.charges},
                                  {"billed", total.billed},
                                  {"held", total.held},
                                  {"held_cost", total.held_cost},
                                  {"rejected", total.rejected},
                                  {"rejected_cost", total.rejected_cost},
                                  {"carried_in", total.carried_in},
                                  {"carried_in_cost", total.carried_in_cost}});
    }
    return json;
}

std::string heading(const ClosingReport& report) {
    const auto month = report.period.text();
    const auto charges = counted(report.facts.contents.charges(), "charge");
    if (!report.dry_run)
        return fmt::format("{} is closed: {}\n", month, charges);
    return fmt::format("{} {}: {}\n", month,
                       report.refused() ? "cannot be closed like this" : "can be closed", charges);
}

std::string money_text(const ClosingReport& report) {
    const auto& contents = report.facts.contents;
    std::vector<TextRow> rows;
    const auto add = [&](const char* label, const std::string& amount, const std::string& currency,
                         std::uint64_t count) {
        if (count > 0)
            rows.push_back({label, amount, currency, counted(count, "charge")});
    };
    for (const auto& total : contents.totals)
        add("billed", total.billed, total.currency, total.charges);
    for (const auto& total : contents.totals) {
        add("carried in", total.carried_in_cost, total.currency, total.carried_in);
        add("rejected", total.rejected_cost, total.currency, total.rejected);
    }
    for (const auto& total : contents.totals) {
        add("carried out", total.held_cost, total.currency, total.held);
        add("  of it credits", total.held_credit_cost, total.currency, total.held_credits);
    }
    for (const auto& total : posted_totals(report.facts.postings)) {
        rows.push_back(
            {"posted", total.amount.text(), total.currency, counted(total.postings, "posting")});
        if (total.rounding.sign() != 0)
            rows.push_back({"  of it rounding", total.rounding.text(), total.currency, ""});
    }
    return text_table(rows, 2);
}

std::string missing_text(const ClosingReport& report) {
    std::string text;
    for (const auto& missing : report.facts.missing) {
        text +=
            fmt::format("  without {}, which had {} the month before\n",
                        shown_text(missing.source, 40), counted(missing.charges_before, "charge"));
    }
    for (const auto& import : report.facts.unmended) {
        text += fmt::format("  without {} of import {}, rejected and not mended\n",
                            counted(import.rows, "row"), import.number);
    }
    return text;
}

std::string next_text(const ClosingReport& report) {
    if (report.dry_run)
        return "\nDry run: nothing was changed.\n";
    return fmt::format(
        "\nNext: issue its statements: focus-billing statements --period {0} --issue\n"
        "Then its journal: focus-billing journals --period {0} --format NAME --output FILE\n"
        "Keep the head of the audit trail elsewhere: focus-billing audit head\n"
        "When its journals are accepted: focus-billing periods finalize {0}\n",
        report.period.text());
}

Json total_json(const ContentsTotal& total) {
    return {{"currency", total.currency},
            {"charges", total.charges},
            {"billed", total.billed},
            {"held", total.held},
            {"held_cost", total.held_cost},
            {"held_credits", total.held_credits},
            {"held_credit_cost", total.held_credit_cost},
            {"rejected", total.rejected},
            {"rejected_cost", total.rejected_cost},
            {"carried_in", total.carried_in},
            {"carried_in_cost", total.carried_in_cost}};
}

Json posted_json(const std::vector<Posting>& postings) {
    Json json = Json::array();
    for (const auto& total : posted_totals(postings)) {
        json.push_back({{"currency", total.currency},
                        {"postings", total.postings},
                        {"statements", total.statements},
                        {"charges", total.charges},
                        {"shares", total.shares.text()},
                        {"rounding", total.rounding.text()},
                        {"amount", total.amount.text()}});
    }
    return json;
}

Json facts_json(const ClosingFacts& facts) {
    Json json = {
        {"charges", facts.contents.charges()},       {"totals", Json::array()},
        {"rows_sha256", facts.contents.rows_sha256}, {"posted", posted_json(facts.postings)},
        {"missing_sources", Json::array()},          {"rejected_rows", Json::array()}};
    for (const auto& total : facts.contents.totals)
        json["totals"].push_back(total_json(total));
    for (const auto& missing : facts.missing) {
        json["missing_sources"].push_back(
            {{"source", missing.source}, {"charges_before", missing.charges_before}});
    }
    for (const auto& import : facts.unmended) {
        json["rejected_rows"].push_back(
            {{"import", import.number}, {"file", import.file_name}, {"rows", import.rows}});
    }
    return json;
}

std::string who(const PeriodRecord& record) {
    return shown_text(record.actor ? *record.actor : record.os_user.value_or("-"), 40);
}

bool has_reviews(const std::vector<PeriodRecord>& periods) {
    return std::ranges::any_of(periods, [](const PeriodRecord& record) {
        return std::ranges::any_of(record.totals, [](const PeriodTotal& total) {
            return total.rejected > 0 || total.carried_in > 0;
        });
    });
}

void append_rows(const PeriodRecord& record, bool with_reviews, std::vector<TextRow>& rows) {
    TextRow row = {record.period.text(), record.status, record.since, who(record),
                   std::to_string(record.imports)};
    for (const auto& total : record.totals) {
        row.insert(row.end(), {std::to_string(total.charges), total.billed,
                               std::to_string(total.held), total.held_cost});
        if (with_reviews)
            row.insert(row.end(), {total.rejected_cost, total.carried_in_cost});
        row.push_back(total.currency);
        rows.push_back(std::move(row));
        row = TextRow(5);
    }
    if (record.totals.empty())
        rows.push_back(std::move(row));
}

}  // namespace

std::string periods_json(const std::vector<PeriodRecord>& periods) {
    std::string text = R"({"command":"periods list","periods":[)";
    for (std::size_t i = 0; i < periods.size(); ++i)
        text += (i == 0 ? "\n" : ",\n") + period_json(periods[i]).text();
    return text + "],\n\"exit_code\":0}\n";
}

std::string period_change_json(const std::string& command, BillingPeriod period,
                               PeriodStatus status, const std::vector<Diagnostic>& diagnostics,
                               int exit_code) {
    std::string list;
    for (const auto& diagnostic : diagnostics)
        list += (list.empty() ? "\n" : ",\n") + diagnostic_json(diagnostic).text();
    return R"({"command":")" + command + R"(","period":")" + period.text() + R"(","status":")" +
           std::string(name_of(status)) + R"(","diagnostics":[)" + list +
           "],\n\"exit_code\":" + std::to_string(exit_code) + "}\n";
}

std::string closing_text(const ClosingReport& report) {
    return heading(report) + money_text(report) + missing_text(report) +
           fmt::format("  SHA-256 of the rows  {}\n", report.facts.contents.rows_sha256) +
           next_text(report);
}

std::string closing_report_json(const ClosingReport& report, int exit_code) {
    const std::string facts = facts_json(report.facts).text();
    std::string diagnostics;
    for (const auto& refusal : report.refusals)
        diagnostics += (diagnostics.empty() ? "\n" : ",\n") + diagnostic_json(refusal).text();
    return fmt::format(R"({{"command":"periods close","period":"{}","dry_run":{},"closed":{},{},)",
                       report.period.text(), report.dry_run, !report.dry_run && !report.refused(),
                       facts.substr(1, facts.size() - 2)) +
           fmt::format("\n\"diagnostics\":[{}],\n\"exit_code\":{}}}\n", diagnostics, exit_code);
}

std::string periods_text(const std::vector<PeriodRecord>& periods) {
    const bool with_reviews = has_reviews(periods);
    TextRow header = {"period",  "status", "since", "by",       "imports",
                      "charges", "billed", "held",  "held cost"};
    if (with_reviews)
        header.insert(header.end(), {"rejected", "carried in"});
    header.emplace_back("currency");
    std::vector<TextRow> rows = {header};
    for (const auto& period : periods)
        append_rows(period, with_reviews, rows);
    return (periods.empty() ? "" : text_table(rows, 0) + "\n") + counted(periods.size(), "period") +
           "\n";
}

}  // namespace focus_billing
