#include "focus_billing/input/explain_match.hpp"

#include <algorithm>

#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

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
