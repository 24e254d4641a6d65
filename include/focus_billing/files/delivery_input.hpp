#pragma once

#include <memory>
#include <string>
#include <vector>

#include "focus_billing/files/find_delivery.hpp"
#include "focus_billing/files/open_input.hpp"

namespace focus_billing {

/// The files of one delivery as one input, of which one part after the other is open. Its size is
/// the sum of theirs. Its SHA-256 is that of the lines `sha256  name` of its parts, as `sha256sum`
/// prints them, so that a rewritten manifest does not change it.
class DeliveryInput : public InputFile {
public:
    DeliveryInput(std::vector<DeliveryPart> parts, bool hashed);

    [[nodiscard]] const std::vector<DeliveryPart>& parts() const { return m_parts; }
    /// Opens a part; `bytes` then reads it. Throws Error like `open_input`, and FB906 (environment)
    /// if the file has changed since it was found.
    void begin_part(const DeliveryPart& part);
    /// Closes the part after reading, and returns its SHA-256 if it is hashed. Throws FB906.
    std::string end_part();

    [[nodiscard]] ByteSource& bytes() override { return m_open->bytes(); }
    [[nodiscard]] std::uint64_t position() const override;
    [[nodiscard]] std::uint64_t size() const override;
    /// Of the parts that have ended.
    [[nodiscard]] std::string sha256() override;
    [[nodiscard]] std::optional<std::string> sha256_ahead() override;
    /// Checks all parts, including those read before.
    void check_unchanged() const override;

private:
    std::vector<DeliveryPart> m_parts;
    bool m_hashed;
    std::unique_ptr<InputFile> m_open;
    std::uint64_t m_done = 0;
    std::string m_current;
    std::string m_hashes;
};

}  // namespace focus_billing
