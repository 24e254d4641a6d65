#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace focus_billing {

/// The ids of texts that are stored once and referred to. Remembers a bounded number of them: a
/// text that was forgotten is stored a second time, which costs room and nothing else.
class TextIds {
public:
    using Store = std::function<std::int64_t(std::string_view text)>;

    explicit TextIds(Store store) : m_store(std::move(store)), m_recent(recent_count) {}

    /// The id of `text`, which is stored if it is not known.
    [[nodiscard]] std::int64_t id_of(std::string_view text);
    /// Makes a stored text known.
    void remember(std::string_view text, std::int64_t id);

    static constexpr std::size_t most_texts = 50'000;
    static constexpr std::size_t most_bytes = std::size_t{12} << 20U;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    // Found by a hash of a few bytes; most texts of a row were met a short while ago.
    struct Recent {
        const std::string* text = nullptr;
        std::int64_t id = 0;
    };
    static constexpr std::size_t recent_count = 8192;
    [[nodiscard]] static std::size_t recent_slot(std::string_view text);

    Store m_store;
    std::vector<Recent> m_recent;
    std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> m_ids;
    std::size_t m_bytes = 0;
};

}  // namespace focus_billing
