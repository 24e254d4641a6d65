#include "focus_billing/config/read_directory.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "config/directory_table.hpp"

namespace focus_billing {

namespace {

using namespace std::string_view_literals;

constexpr std::array project_columns = {"project_id"sv,   "pi_email"sv, "fund_org"sv,
                                        "account_code"sv, "start"sv,    "end"sv};
constexpr std::array person_columns = {"email"sv, "end"sv, "successor"sv};
constexpr std::array fund_org_columns = {"fund_org"sv, "open"sv, "close"sv};

// The lines on which the entries of one name stand.
using Lines = std::multimap<std::string, std::pair<std::size_t, std::uint64_t>, std::less<>>;

bool overlap(const ProjectEntry& a, const ProjectEntry& b) {
    const bool a_ends_first = a.end && b.start && *a.end <= *b.start;
    const bool b_ends_first = b.end && a.start && *b.end <= *a.start;
    return !a_ends_first && !b_ends_first;
}

void read_projects(const DirectoryInput& input, LoadedDirectory& loaded) {
    DirectoryTable table(input, project_columns, loaded.diagnostics);
    auto& projects = loaded.directory.projects;
    Lines lines;
    table.for_each_row([&] {
        ProjectEntry entry{.project_id = table.text("project_id"),
                           .pi_email = table.email("pi_email"),
                           .fund_org = table.text("fund_org"),
                           .account_code = table.text("account_code"),
                           .start = table.first_day("start"),
                           .end = table.last_day("end")};
        table.check_order(entry.start, entry.end, "end");
        const auto [first, last] = lines.equal_range(entry.project_id);
        for (auto other = first; other != last; ++other) {
            const auto& [index, line] = other->second;
            if (overlap(projects[index], entry)) {
                table.report(33, "project_id",
                             fmt::format("the times of this project on line {} and line {} overlap",
                                         line, table.line()),
                             entry.project_id,
                             "let one end on the day before the other starts, or remove one");
                return;
            }
        }
        lines.emplace(entry.project_id, std::pair(projects.size(), table.line()));
        projects.push_back(std::move(entry));
    });
}

void report_twin(DirectoryTable& table, std::string_view column, const std::string& name,
                 std::uint64_t first_line) {
    table.report(
        33, column,
        fmt::format("this {} stands on line {} and line {}", column, first_line, table.line()),
        name, "keep one of the two");
}

void read_people(const DirectoryInput& input, LoadedDirectory& loaded) {
    DirectoryTable table(input, person_columns, loaded.diagnostics);
    std::map<std::string, std::uint64_t, std::less<>> lines;
    table.for_each_row([&] {
        PersonEntry entry{.email = table.email("email"),
                          .end = table.last_day("end"),
                          .successor = table.email("successor")};
        const auto [first, is_new] = lines.emplace(entry.email, table.line());
        if (!is_new) {
            report_twin(table, "email", entry.email, first->second);
        } else if (entry.successor == entry.email) {
            table.report(33, "successor", "this person is named as the own successor", entry.email,
                         "name another person, or nobody");
        }
        loaded.directory.people.push_back(std::move(entry));
    });
}

void read_fund_orgs(const DirectoryInput& input, LoadedDirectory& loaded) {
    DirectoryTable table(input, fund_org_columns, loaded.diagnostics);
    std::map<std::string, std::uint64_t, std::less<>> lines;
    table.for_each_row([&] {
        FundOrgEntry entry{.fund_org = table.text("fund_org"),
                           .open = table.first_day("open"),
                           .close = table.last_day("close")};
        table.check_order(entry.open, entry.close, "close");
        const auto [first, is_new] = lines.emplace(entry.fund_org, table.line());
        if (!is_new)
            report_twin(table, "fund_org", entry.fund_org, first->second);
        loaded.directory.fund_orgs.push_back(std::move(entry));
    });
}

}  // namespace

LoadedDirectory read_directory(const DirectoryInput& projects, const DirectoryInput& people,
                               const DirectoryInput& fund_orgs) {
    LoadedDirectory loaded;
    if (projects.bytes != nullptr)
        read_projects(projects, loaded);
    if (people.bytes != nullptr)
        read_people(people, loaded);
    if (fund_orgs.bytes != nullptr)
        read_fund_orgs(fund_orgs, loaded);
    return loaded;
}

}  // namespace focus_billing
