#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "focus_billing/format/byte_source.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

/// An open file or pipe, decompressed if it is gzip.
class InputFile {
public:
    virtual ~InputFile() = default;

    [[nodiscard]] virtual ByteSource& bytes() = 0;
    /// The number of bytes read from the file itself, to show progress.
    [[nodiscard]] virtual std::uint64_t position() const = 0;
    /// The file's size, or 0 for a pipe.
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// SHA-256 of all bytes read from the file itself, hexadecimal.
    [[nodiscard]] virtual std::string sha256() = 0;
    /// The same before reading, for a file that can be read twice; nothing for a pipe.
    [[nodiscard]] virtual std::optional<std::string> sha256_ahead() = 0;
    /// Throws Error (FB906, environment) if the file has changed since it was opened.
    virtual void check_unchanged() const = 0;
};

/// Opens a file, or standard input for `-`. Throws Error (FB901, environment); `name` is the
/// file's name in messages. A read that fails later throws FB902. Only a `hashed` file has a
/// SHA-256.
[[nodiscard]] std::unique_ptr<InputFile> open_input(const std::string& path,
                                                    const std::string& name, bool hashed = false);

/// The whole text of a small file. Throws Error with this kind and code if it cannot be read.
[[nodiscard]] std::string read_text_file(const std::string& path, ErrorKind kind, int code);

}  // namespace focus_billing
