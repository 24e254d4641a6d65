#include "focus_billing/format/charge_hash.hpp"

#include <cstring>

namespace focus_billing {

namespace {

// Content is put together in a buffer that is large enough from the beginning.
class ContentWriter {
public:
    ContentWriter(std::string& buffer, std::size_t most_bytes) : m_buffer(buffer) {
        if (m_buffer.size() < most_bytes)
            m_buffer.resize(2 * most_bytes);
        m_at = m_buffer.data();
    }
    void add_bytes(const void* bytes, std::size_t size) {
        if (size != 0)
            std::memcpy(m_at, bytes, size);
        m_at += size;
    }
    void add_integer(std::int64_t number) { add_bytes(&number, sizeof number); }
    // The size in 7-bit groups before the text, so that no two rows run into the same bytes.
    void add_text(std::string_view text) {
        std::size_t size = text.size();
        for (; size >= 0x80; size >>= 7U)
            *m_at++ = static_cast<char>(0x80U | (size & 0x7FU));
        *m_at++ = static_cast<char>(size);
        add_bytes(text.data(), text.size());
    }
    void add_instant(const std::optional<Instant>& instant) {
        *m_at++ = instant ? '1' : '0';
        if (instant) {
            add_integer(instant->seconds);
            add_integer(instant->nanoseconds);
        }
    }
    [[nodiscard]] std::string_view content() const {
        return {m_buffer.data(), static_cast<std::size_t>(m_at - m_buffer.data())};
    }

    static constexpr std::size_t most_bytes_of_size = 10;
    static constexpr std::size_t bytes_of_facts = 64;

private:
    std::string& m_buffer;
    char* m_at;
};

}  // namespace

ContentHash ChargeHasher::hash(const StorableCharge& charge) {
    std::size_t most_bytes = ContentWriter::bytes_of_facts + charge.tags_hash.size();
    for (const auto text : charge.texts)
        most_bytes += ContentWriter::most_bytes_of_size + text.size();
    ContentWriter content(m_content, most_bytes);
    content.add_integer(charge.billing_period.key());
    content.add_instant(charge.charge_period_start);
    content.add_instant(charge.charge_period_end);
    for (std::size_t i = 0; i < index_of(StoredText::tags); ++i)
        content.add_text(charge.texts[i]);
    content.add_bytes(charge.tags_hash.data(), charge.tags_hash.size());
    return m_hasher.content_hash(content.content());
}

ContentHash ChargeHasher::tags_hash(std::string_view tags) {
    return m_hasher.content_hash(tags);
}

}  // namespace focus_billing
