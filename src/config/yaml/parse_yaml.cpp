#include "config/yaml/parse_yaml.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "config/yaml/build_yaml.hpp"
#include "config/yaml/yaml_errors.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// yaml-cpp misses a quote that is never closed if a line end follows it.
std::string_view without_last_blanks(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

/// Where `offset` is, and the line around it.
struct Spot {
    std::uint64_t line;
    std::uint64_t column;
    std::string_view whole;
    std::string_view before;
};

Spot spot_at(std::string_view text, std::size_t offset) {
    const std::string_view above = text.substr(0, std::min(offset, text.size()));
    const std::size_t start = above.rfind('\n') + 1;
    const std::string_view line = text.substr(start, text.find('\n', start) - start);
    const std::string_view before = above.substr(start);
    const auto number = static_cast<std::uint64_t>(std::ranges::count(above, '\n')) + 1;
    return {number, count_characters(before) + 1, line, before};
}

std::string_view trimmed(std::string_view line) {
    line = without_last_blanks(line);
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

Diagnostic syntax_error(const YAML::Exception& error, std::string_view text,
                        const std::string& file) {
    const auto offset = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    const Spot spot = spot_at(text, offset);
    YamlExplanation explanation = explain_yaml_error(error.msg, spot.whole, spot.before);
    return make_diagnostic(3, {file, spot.line, spot.column}, std::move(explanation.message),
                           printable(trimmed(spot.whole)), std::move(explanation.help));
}

Diagnostic unreadable(const TextFault& fault, std::string_view text, const std::string& file) {
    const Spot spot = spot_at(text, fault.offset);
    const Place place{file, spot.line, spot.column};
    if (fault.kind == TextFault::Kind::not_utf8) {
        return make_diagnostic(2, place, "the configuration is not UTF-8 text", fault.name,
                               "save the file with the encoding UTF-8");
    }
    return make_diagnostic(2, place, "the configuration has a control character", fault.name,
                           "remove it; if the file is full of them, save it as UTF-8 text");
}

std::optional<Diagnostic> check_bytes(std::string_view text, const std::string& file) {
    if (text.size() > max_yaml_bytes) {
        return make_diagnostic(5, {file, 0, 0}, "the configuration is larger than 1 MiB",
                               fmt::format("{} bytes", text.size()),
                               "check that this is the right file");
    }
    if (const auto fault = find_text_fault(text, "\t\n\r")) {
        return unreadable(*fault, text, file);
    }
    return std::nullopt;
}

}  // namespace

ParsedYaml parse_yaml(std::string_view text, const std::string& file) {
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    ParsedYaml result;
    result.problem = check_bytes(text, file);
    if (result.problem) {
        return result;
    }
    text = without_last_blanks(text);
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        result.problem = build_yaml(parser, text, file, result.document);
    } catch (const YAML::Exception& error) {
        result.problem = syntax_error(error, text, file);
    }
    return result;
}

}  // namespace focus_billing
