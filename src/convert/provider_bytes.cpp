#include "focus_billing/convert/provider_bytes.hpp"

#include "focus_billing/format/json.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t head_size = 64;
constexpr std::size_t largest_text = std::size_t{2} << 30U;

}  // namespace

ProviderBytes::ProviderBytes(ByteSource& source) : m_bytes(source, head_size) {}

bool ProviderBytes::is_json() const {
    const auto head = m_bytes.first_bytes();
    const auto first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != head.npos && (head[first] == '{' || head[first] == '[');
}

bool ProviderBytes::is_utf16() const {
    const auto head = m_bytes.first_bytes();
    return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

std::optional<std::string>
ProviderBytes::whole_text(const std::string& file,
                          const std::function<void(const Diagnostic&)>& on_finding) {
    auto text = read_all(*this, largest_text);
    if (!text) {
        on_finding(make_diagnostic(601, {.file = file, .line = 0, .column = 0},
                                   "the JSON is larger than 2 GiB", {},
                                   "export less at once, and name all files"));
    }
    return text;
}

}  // namespace focus_billing
