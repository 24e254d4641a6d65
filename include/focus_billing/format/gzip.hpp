#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "focus_billing/format/byte_source.hpp"

namespace focus_billing {

/// Whether the first bytes of a file are those of gzip (RFC 1952).
[[nodiscard]] bool is_gzip(std::string_view first_bytes);

/// The bytes that were compressed into `compressed`: gzip, one member or several. Data that is
/// damaged, cut off, or followed by something else throws Error (FB112, state), naming `name`.
class GzipSource : public ByteSource {
public:
    GzipSource(ByteSource& compressed, std::string name);
    ~GzipSource() override;

    std::size_t read(char* buffer, std::size_t size) override;

private:
    class Inflater;
    std::unique_ptr<Inflater> m_inflater;
};

/// `text` as gzip (RFC 1952), without a name and a time: the same for the same text.
[[nodiscard]] std::string gzip_text(std::string_view text);

/// What was compressed. Damaged data throws Error FB112 (state) that names `name`.
[[nodiscard]] std::string gunzip_text(std::string_view compressed, const std::string& name);

/// The same; nothing if the data is damaged.
[[nodiscard]] std::string gunzip_text_if_whole(std::string_view compressed);

}  // namespace focus_billing
