#include "config/read_pattern.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include "config/yaml/text_fault.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_pattern = 1000;
constexpr std::size_t most_patterns = 200;
constexpr std::int64_t most_memory = 1024 * 1024;

struct Pattern {
    std::string text;
    int groups;
};

std::optional<Pattern> compile(ConfigReader& reader, const Setting& setting) {
    auto text = reader.filled_text(setting);
    if (!text) {
        return std::nullopt;
    }
    if (text->size() > longest_pattern) {
        reader.report(5, setting, fmt::format("{} is longer than 1000 bytes", setting.field), *text,
                      "split it into several patterns");
        return std::nullopt;
    }
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_max_mem(most_memory);
    const re2::RE2 pattern(*text, options);
    if (!pattern.ok()) {
        reader.report(
            12, setting,
            fmt::format("{} is no regular expression: {}", setting.field,
                        printable(pattern.error())),
            *text, "mend it; the syntax is that of RE2, without look-around and back-references");
        return std::nullopt;
    }
    return Pattern{std::move(*text), pattern.NumberOfCapturingGroups()};
}

}  // namespace

std::optional<std::string> read_pattern(ConfigReader& reader, const Setting& setting) {
    auto pattern = compile(reader, setting);
    return pattern ? std::optional(std::move(pattern->text)) : std::nullopt;
}

std::optional<std::string> read_series(ConfigReader& reader, const Setting& setting) {
    auto pattern = compile(reader, setting);
    if (pattern && pattern->groups != 1) {
        reader.report(13, setting,
                      fmt::format("{} must have one group in parentheses, and has {}",
                                  setting.field, pattern->groups),
                      pattern->text,
                      "put the part of the file name that tells series apart in parentheses, as in "
                      "'aws-(\\d{12})'; a group that does not count is written (?:...)");
        return std::nullopt;
    }
    return pattern ? std::optional(std::move(pattern->text)) : std::nullopt;
}

std::vector<std::string> read_patterns(ConfigReader& reader, const Setting& setting) {
    std::vector<std::string> patterns;
    const auto entries = reader.list(setting, most_patterns);
    if (!entries) {
        return patterns;
    }
    for (const Setting& entry : *entries) {
        if (auto pattern = read_pattern(reader, entry)) {
            patterns.push_back(std::move(*pattern));
        }
    }
    return patterns;
}

}  // namespace focus_billing
