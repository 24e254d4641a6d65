#include "workflow/statements/statement_paths.hpp"

#include <algorithm>
#include <string_view>

#include "focus_billing/format/sha256.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_part = 60;
constexpr std::size_t mark_size = 10;

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(".-_@+").find(c) != std::string_view::npos;
}

// A file that begins with a point is hidden, and one with a hyphen is taken for an option.
std::string plain(const std::string& text) {
    std::string name = text.substr(0, longest_part);
    std::ranges::replace_if(
        name, [](char c) { return !is_plain(c); }, '_');
    if (name.starts_with('.') || name.starts_with('-'))
        name.front() = '_';
    return name;
}

std::string mark_of(const std::string& text) {
    return sha256_text(text).substr(0, mark_size);
}

std::string number_of(const Statement& statement) {
    if (!statement.is_draft())
        return statement.number +
               (statement.version > 1 ? "-v" + std::to_string(statement.version) : "");
    const auto& key = statement.key;
    return "draft-" + mark_of(statement.period + '\0' + key.pi_email + '\0' + key.project_id +
                              '\0' + key.currency);
}

}  // namespace

std::string statement_path(const Statement& statement) {
    const auto pi = plain(statement.key.pi_email);
    const auto folder =
        pi == statement.key.pi_email ? pi : pi + "-" + mark_of(statement.key.pi_email);
    const auto project =
        statement.key.project_id.empty() ? "no-project" : plain(statement.key.project_id);
    return folder + "/" + statement.period + "_" + pi + "_" + project + "_" + number_of(statement);
}

}  // namespace focus_billing
