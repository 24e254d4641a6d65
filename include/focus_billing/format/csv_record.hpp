#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// One record of a CSV file, split into fields. Views are valid until the next record is split.
class CsvRecord {
public:
    /// Splits `text` of `size` bytes, in which quotes are valid and newlines inside quotes are
    /// masked (CsvScanner). The 64 bytes after the text must be readable.
    void split(const char* text, std::size_t size, std::uint64_t line);

    /// The line of the file on which the record begins, from 1.
    [[nodiscard]] std::uint64_t line() const { return m_line; }
    [[nodiscard]] std::size_t size() const { return m_size; }

    /// The text of a field: without its quotes, doubled quotes undone, newlines unchanged.
    [[nodiscard]] std::string_view text(std::size_t index) {
        const Field& field = m_fields[index];
        const std::string_view raw{field.begin, field.size};
        return field.quoted && is_coded(raw) ? decode(index) : raw;
    }
    /// The bytes between the quotes of a field as in the file: doubled quotes still doubled,
    /// newlines masked. Equal to text() for most fields.
    [[nodiscard]] std::string_view raw(std::size_t index) const {
        return {m_fields[index].begin, m_fields[index].size};
    }
    [[nodiscard]] bool is_quoted(std::size_t index) const { return m_fields[index].quoted; }

private:
    struct Field {
        const char* begin;
        std::uint32_t size;
        bool quoted;
    };

    void reserve_fields(std::size_t more);
    [[nodiscard]] static Field make_field(const char* begin, const char* end);
    [[nodiscard]] static bool is_coded(std::string_view raw);
    std::string_view decode(std::size_t index);

    std::uint64_t m_line = 0;
    std::vector<Field> m_fields;  // larger than needed, so that adding a field costs no check
    std::size_t m_size = 0;
    std::deque<std::string> m_decoded;  // a deque, so that views into it stay valid
    std::size_t m_decoded_count = 0;
};

}  // namespace focus_billing
