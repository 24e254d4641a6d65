#include "focus_billing/model/cell_template.hpp"

namespace focus_billing {

bool read_cell_template(std::string_view text, const std::function<void(std::string_view)>& keep,
                        const std::function<void(std::string_view)>& put) {
    while (!text.empty()) {
        const auto brace = text.find_first_of("{}");
        if (brace == std::string_view::npos) {
            keep(text);
            return true;
        }
        keep(text.substr(0, brace));
        const char kind = text[brace];
        text.remove_prefix(brace + 1);
        if (text.starts_with(kind)) {
            keep(text.substr(0, 1));
            text.remove_prefix(1);
            continue;
        }
        const auto close = text.find_first_of("{}");
        if (kind == '}' || close == std::string_view::npos || text[close] != '}' || close == 0)
            return false;
        put(text.substr(0, close));
        text.remove_prefix(close + 1);
    }
    return true;
}

}  // namespace focus_billing
