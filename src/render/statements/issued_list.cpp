#include "focus_billing/render/statements/issued_list.hpp"

#include <nlohmann/json.hpp>

#include <set>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_name = 40;

std::string shown(const std::string& text) {
    return text.empty() ? "-" : shown_text(text, longest_name);
}

Json version_json(const IssuedStatement& version) {
    return {{"number", version.number},
            {"version", version.version},
            {"latest", version.is_latest},
            {"period", version.period.text()},
            {"pi_email", version.key.pi_email},
            {"project_id", version.key.project_id.empty() ? Json() : Json(version.key.project_id)},
            {"currency", version.key.currency},
            {"issue_date", version.issue_date},
            {"charges", version.charges},
            {"list", version.list},
            {"due", version.due},
            {"sha256", version.sha256},
            {"issued_at", version.issued_at},
            {"os_user", version.os_user},
            {"actor", version.actor.empty() ? Json() : Json(version.actor)}};
}

}  // namespace

std::string issued_list_text(const std::vector<IssuedStatement>& versions) {
    if (versions.empty())
        return "Nothing of that was issued.\n";
    std::vector<TextRow> rows = {
        {"number", "version", "issued", "pi", "project", "charges", "list", "due", "currency"}};
    for (const auto& version : versions) {
        rows.push_back({version.number, std::to_string(version.version), version.issue_date,
                        shown(version.key.pi_email), shown(version.key.project_id),
                        std::to_string(version.charges), version.list, version.due,
                        version.key.currency});
    }
    std::set<std::string_view> numbers;
    for (const auto& version : versions)
        numbers.insert(version.number);
    const auto statements = counted(numbers.size(), "statement");
    return text_table(rows, 0) + "\n" +
           (numbers.size() == versions.size()
                ? statements
                : counted(versions.size(), "version") + " of " + statements) +
           "\n";
}

std::string issued_list_csv(const std::vector<IssuedStatement>& versions) {
    CsvWriter csv;
    for (const auto* name :
         {"number", "version", "latest", "period", "pi_email", "project_id", "currency",
          "issue_date", "charges", "list", "due", "sha256", "issued_at", "os_user", "actor"})
        csv.add_text(name);
    std::string text = csv.take_record();
    for (const auto& version : versions) {
        csv.add_text(version.number);
        csv.add_number(std::to_string(version.version));
        csv.add_text(version.is_latest ? "yes" : "no");
        csv.add_text(version.period.text());
        for (const auto* word : {&version.key.pi_email, &version.key.project_id,
                                 &version.key.currency, &version.issue_date})
            csv.add_text(*word);
        csv.add_number(std::to_string(version.charges));
        csv.add_number(version.list);
        csv.add_number(version.due);
        for (const auto* word :
             {&version.sha256, &version.issued_at, &version.os_user, &version.actor})
            csv.add_text(*word);
        text += csv.take_record();
    }
    return text;
}

std::string issued_list_json(const std::vector<IssuedStatement>& versions) {
    Json json = {{"command", "statements list"}, {"statements", Json::array()}};
    for (const auto& version : versions)
        json["statements"].push_back(version_json(version));
    json["exit_code"] = 0;
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace focus_billing
