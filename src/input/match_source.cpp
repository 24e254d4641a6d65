#include "focus_billing/input/match_source.hpp"

#include <fnmatch.h>
#include <re2/re2.h>

#include <algorithm>

#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

std::string_view base_name(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

std::vector<const KnownSource*> fitting_sources(const std::string& file,
                                                const std::vector<KnownSource>& sources) {
    std::vector<const KnownSource*> fitting;
    for (const auto& source : sources) {
        if (fits_pattern(file, source.pattern))
            fitting.push_back(&source);
    }
    std::ranges::stable_sort(fitting, [](const auto* a, const auto* b) {
        return a->pattern.size() > b->pattern.size();
    });
    return fitting;
}

// The base name's words as people separate them: yuorsource_202501.csv -> yuorsource, 202501, csv.
std::vector<std::string_view> words_of(std::string_view file) {
    std::string_view rest = file.substr(file.rfind('/') + 1);
    std::vector<std::string_view> words;
    while (!rest.empty()) {
        const auto size = std::min(rest.find_first_of("_. "), rest.size());
        if (size > 2)
            words.push_back(rest.substr(0, size));
        rest.remove_prefix(std::min(size + 1, rest.size()));
    }
    return words;
}

const KnownSource* near_source(std::string_view file, const std::vector<KnownSource>& sources) {
    std::vector<std::string_view> patterns;
    for (const auto& source : sources)
        patterns.push_back(source.pattern);
    for (const auto word : words_of(file)) {
        if (const auto near = nearest_name(word, patterns))
            return &*std::ranges::find(sources, *near, &KnownSource::pattern);
    }
    return nullptr;
}

}  // namespace

std::optional<std::string> series_of(const std::string& file_name, const std::string& pattern) {
    const std::string base_name = file_name.substr(file_name.rfind('/') + 1);
    std::string series;
    if (!RE2::PartialMatch(base_name, pattern, &series))
        return std::nullopt;
    return series;
}

bool fits_pattern(std::string_view file_name, std::string_view pattern) {
    const std::string name = lower_case(base_name(file_name));
    const std::string wanted = lower_case(pattern);
    if (!is_glob(wanted)) {
        return name.find(wanted) != std::string::npos;
    }
    return fnmatch(wanted.c_str(), name.c_str(), 0) == 0;
}

SourceMatch match_source(std::string_view file_name, const std::vector<KnownSource>& sources) {
    SourceMatch match;
    for (const auto& source : sources) {
        if (!fits_pattern(file_name, source.pattern))
            continue;
        const auto size = source.pattern.size();
        if (match.source == nullptr || size > match.source->pattern.size()) {
            match = {&source, nullptr};
        } else if (size == match.source->pattern.size()) {
            match.rival = &source;
        }
    }
    return match;
}

const KnownSource* find_source(std::string_view name_or_pattern,
                               const std::vector<KnownSource>& sources) {
    for (const auto& source : sources) {
        if (equals_ignoring_case(source.name, name_or_pattern))
            return &source;
    }
    for (const auto& source : sources) {
        if (equals_ignoring_case(source.pattern, name_or_pattern))
            return &source;
    }
    return nullptr;
}

SourceChoice explain_match(const std::string& file, const std::vector<KnownSource>& sources) {
    SourceChoice choice{.file = file, .fitting = fitting_sources(file, sources)};
    choice.longest =
        static_cast<std::size_t>(std::ranges::count_if(choice.fitting, [&](const auto* source) {
            return source->pattern.size() == choice.fitting.front()->pattern.size();
        }));
    if (choice.fitting.empty())
        choice.near = near_source(file, sources);
    return choice;
}

}  // namespace focus_billing
