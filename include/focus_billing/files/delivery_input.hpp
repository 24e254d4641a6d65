#pragma once

#include <memory>
#include <string>
#include <vector>

#include "focus_billing/files/find_delivery.hpp"
#include "focus_billing/files/open_input.hpp"

namespace focus_billing {

/// The files of one delivery as one input, of which one part after the other is open. Its size is
/// the sum of theirs; its SHA-256 that of the lines `sha256  name` of its parts, as `sha256sum`
/// prints them, so that it is the same under a rewritten manifest.
class DeliveryInput : public InputFile {
public:
    DeliveryInput(std::vector<DeliveryPart> parts, bool hashed);

    [[nodiscard]] const std::vector<DeliveryPart>& parts() const { return m_parts; }
    /// Opens a part, of which `bytes` are then read. Throws Error as `open_input` does, and FB906
    /// (environment) if it is another one now than when it was found.
    void begin_part(const DeliveryPart& part);
    /// Closes it when it was read, and returns its SHA-256 if it is hashed. Throws FB906.
    std::string end_part();

    [[nodiscard]] ByteSource& bytes() override { return m_open->bytes(); }
    [[nodiscard]] std::uint64_t position() const override;
    [[nodiscard]] std::uint64_t size() const override;
    /// Of the parts that were ended.
    [[nodiscard]] std::string sha256() override;
    [[nodiscard]] std::optional<std::string> sha256_ahead() override;
    /// Looks at all parts, also those that were read before.
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
