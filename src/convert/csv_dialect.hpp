#pragma once

#include <string>
#include <string_view>

#include "focus_billing/format/byte_source.hpp"
#include "focus_billing/model/convert/csv_map.hpp"

namespace focus_billing {

/// Replaces the delimiter of a file by the comma that CsvReader reads, and the lines before the
/// header by blank ones, so that lines keep their numbers. Commas outside quotes become a byte that
/// `with_commas` turns back.
class DialectSource : public ByteSource {
public:
    /// Both must outlive this object.
    DialectSource(ByteSource& source, const CsvMap& map)
        : m_source(source), m_delimiter(map.delimiter), m_skip(map.skip_lines) {}

    std::size_t read(char* buffer, std::size_t size) override;

private:
    std::size_t blank_lines(char* buffer, std::size_t count);
    void exchange(char& c);

    ByteSource& m_source;
    char m_delimiter;
    int m_skip;
    bool m_quoted = false;
};

/// A cell outside quotes as in the file.
[[nodiscard]] std::string with_commas(std::string_view cell);

}  // namespace focus_billing
