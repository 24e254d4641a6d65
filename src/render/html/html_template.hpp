#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "render/html/page_fields.hpp"

namespace focus_billing {

/// A mustache template, parsed once and filled as often as wanted, by one thread at a time.
class HtmlTemplate {
public:
    /// `text` has passed `check_template`. One that is broken is a std::logic_error.
    explicit HtmlTemplate(std::string_view text);
    HtmlTemplate(const HtmlTemplate&) = delete;
    HtmlTemplate& operator=(const HtmlTemplate&) = delete;
    ~HtmlTemplate();

    [[nodiscard]] std::string filled(const PageFields::Fill& fill);

private:
    struct Parsed;
    std::unique_ptr<Parsed> m_parsed;
};

}  // namespace focus_billing
