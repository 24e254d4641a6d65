#include "config/yaml/yaml_errors.hpp"

#include <array>

#include "config/yaml/text_fault.hpp"

namespace focus_billing {

namespace {

struct Known {
    std::string_view reason;  ///< how yaml-cpp's own words begin
    std::string_view message;
    std::string_view help;
};

constexpr std::array<Known, 19> known_reasons = {{
    {"illegal map value", "a ':' cannot stand here",
     "put a value that contains ': ' in single quotes, and check the indentation"},
    {"illegal map key", "a '?' cannot stand here",
     "put a value that begins with '? ' in single quotes"},
    {"illegal block entry", "a '-' cannot stand here",
     "write each entry of a list on a line of its own, or put the value in single quotes"},
    {"illegal flow end", "a closing bracket without an opening one",
     "put a value that contains brackets in single quotes"},
    {"end of map not found", "this line does not fit the lines above it",
     "write 'key: value', indented with as many spaces as the other keys of the same part"},
    {"end of sequence not found", "this line is no entry of the list above it",
     "begin each entry with '- ', indented with the same number of spaces"},
    {"end of map flow not found", "an opening '{' is never closed",
     "close it with '}', or put the value in single quotes"},
    {"end of sequence flow not found", "an opening '[' is never closed",
     "close it with ']', or put the value in single quotes"},
    {"illegal tab", "a tab cannot indent a line", "indent with spaces"},
    {"unknown escape character", "not an escape of a text in double quotes",
     "put patterns and other texts with a backslash in single quotes"},
    {"bad character found while scanning hex", "not an escape of a text in double quotes",
     "put patterns and other texts with a backslash in single quotes"},
    {"invalid unicode", "an escape that stands for no character",
     "put patterns and other texts with a backslash in single quotes"},
    {"the referenced anchor", "a '*' begins an alias, and there is no anchor of that name",
     "put a value that begins with '*' in single quotes, as in pattern: '*aws*'"},
    {"alias not found", "a '*' begins an alias, and no name follows",
     "put a value that begins with '*' in single quotes, as in pattern: '*aws*'"},
    {"illegal character found while scanning alias", "a '*' begins an alias, and no name follows",
     "put a value that begins with '*' in single quotes, as in pattern: '*aws*'"},
    {"anchor not found", "a '&' begins an anchor, and no name follows",
     "put a value that begins with '&' in single quotes"},
    {"illegal character found while scanning anchor", "a '&' begins an anchor, and no name follows",
     "put a value that begins with '&' in single quotes"},
    {"illegal EOF in scalar", "a text in quotes is not closed before the file ends",
     "write the closing quote; the opening one is on this line or above it"},
    {"unknown token", "a value cannot begin with this character", "put it in single quotes"},
}};

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

bool is_indented_with_tab(std::string_view line) {
    return line.substr(0, line.find_first_not_of(" \t")).find('\t') != std::string_view::npos;
}

}  // namespace

YamlExplanation explain_yaml_error(std::string_view reason, std::string_view line,
                                   std::string_view before) {
    if (is_indented_with_tab(line)) {
        return {"a tab cannot indent a line", "indent with spaces"};
    }
    const bool in_block = reason == "end of map not found" || reason == "end of sequence not found";
    if (in_block && !is_blank(before)) {
        return {"the value ended before this text",
                "put the whole value in single quotes; inside them write '' for one quote"};
    }
    for (const Known& known : known_reasons) {
        if (reason.starts_with(known.reason)) {
            return {std::string(known.message), std::string(known.help)};
        }
    }
    return {"not valid YAML: " + printable(reason),
            "check the indentation and the quotes of this line and of the one before"};
}

}  // namespace focus_billing
