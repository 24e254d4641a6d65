#include "focus_billing/model/nearest_name.hpp"

#include <algorithm>
#include <vector>

namespace focus_billing {

namespace {

constexpr std::size_t longest_name = 100;

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                                    : character;
    });
    return result;
}

/// Edit distance with exchanged neighbours (optimal string alignment).
std::size_t typing_slips(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({replaced, last[j] + 1, current[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                current[j] = std::min(current[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, current);
    }
    return last[b.size()];
}

template <typename Name>
std::optional<std::string> nearest(std::string_view wrong, std::span<const Name> names) {
    if (wrong.size() > longest_name) {
        return std::nullopt;
    }
    const std::string sought = lower(wrong);
    std::optional<std::string> best;
    std::size_t fewest = longest_name;
    for (const Name& name : names) {
        const auto [shorter, longer] = std::minmax({sought.size(), name.size()});
        const std::size_t limit = longer / 3;
        if (longer > longest_name || longer - shorter > limit) {
            continue;
        }
        const std::size_t slips = typing_slips(sought, lower(name));
        if (slips <= limit && slips < fewest) {
            fewest = slips;
            best = std::string(name);
        }
    }
    return best;
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view wrong,
                                        std::span<const std::string_view> names) {
    return nearest(wrong, names);
}

std::optional<std::string> nearest_name(std::string_view wrong,
                                        std::span<const std::string> names) {
    return nearest(wrong, names);
}

}  // namespace focus_billing
