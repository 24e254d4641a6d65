#include "focus_billing/model/glob_pattern.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view special = R"(\.+*?()|[]{}^$)";

void append_quoted(char c, std::string& pattern) {
    if (special.find(c) != std::string_view::npos)
        pattern += '\\';
    pattern += c;
}

// Where the set that begins behind a '[' ends; a ']' at its beginning belongs to it.
std::size_t end_of_set(std::string_view glob, std::size_t begin) {
    std::size_t first = begin;
    if (first < glob.size() && (glob[first] == '!' || glob[first] == '^'))
        ++first;
    return first < glob.size() ? glob.find(']', first + 1) : std::string_view::npos;
}

void append_set(std::string_view members, std::string& pattern) {
    pattern += '[';
    if (members.front() == '!' || members.front() == '^') {
        pattern += '^';
        members.remove_prefix(1);
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        const bool is_range =
            i + 2 < members.size() && members[i + 1] == '-' && members[i] <= members[i + 2];
        append_quoted(members[i], pattern);
        if (is_range) {
            pattern += '-';
            append_quoted(members[i + 2], pattern);
            i += 2;
        } else if (members[i] == '-') {
            pattern.insert(pattern.size() - 1, "\\");
        }
    }
    pattern += ']';
}

}  // namespace

std::string glob_pattern(std::string_view glob) {
    std::string pattern = "\\A(?s:";
    for (std::size_t i = 0; i < glob.size(); ++i) {
        const std::size_t end = glob[i] == '[' ? end_of_set(glob, i + 1) : std::string_view::npos;
        if (glob[i] == '*') {
            pattern += ".*";
        } else if (glob[i] == '?') {
            pattern += '.';
        } else if (end != std::string_view::npos) {
            append_set(glob.substr(i + 1, end - i - 1), pattern);
            i = end;
        } else {
            append_quoted(glob[i], pattern);
        }
    }
    return pattern + ")\\z";
}

}  // namespace focus_billing
