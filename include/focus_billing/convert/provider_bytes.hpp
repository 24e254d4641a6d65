#pragma once

#include <functional>
#include <optional>
#include <string>

#include "focus_billing/format/peeked_source.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// The bytes of a provider's file, of which the first were looked at.
class ProviderBytes : public ByteSource {
public:
    explicit ProviderBytes(ByteSource& source);

    /// Whether the first character that is no blank begins a JSON object or array.
    [[nodiscard]] bool is_json() const;
    /// Whether it begins as UTF-16 does, which PowerShell writes unless it is told otherwise.
    [[nodiscard]] bool is_utf16() const;

    std::size_t read(char* buffer, std::size_t size) override { return m_bytes.read(buffer, size); }

    /// All bytes as a text; `file` names them. A text above 2 GiB is a finding (FB601), and
    /// nothing.
    [[nodiscard]] std::optional<std::string>
    whole_text(const std::string& file, const std::function<void(const Diagnostic&)>& on_finding);

private:
    PeekedSource m_bytes;
};

}  // namespace focus_billing
