#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace focus_billing {

/// A text with `{Column}` in it; `{{` and `}}` are braces.
///
/// What stands in braces is given to `put`, all else to `keep`. False if a brace is never closed,
/// stands alone, or has nothing in it; what comes before was given out.
[[nodiscard]] bool read_cell_template(std::string_view text,
                                      const std::function<void(std::string_view)>& keep,
                                      const std::function<void(std::string_view)>& put);

}  // namespace focus_billing
