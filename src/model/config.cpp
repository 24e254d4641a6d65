#include "focus_billing/model/config.hpp"

namespace focus_billing {

TagMapping TagMapping::by_name() {
    TagMapping mapping;
    for (std::size_t i = 0; i < attribute_count; ++i) {
        mapping.keys[i].emplace_back(attribute_names[i]);
    }
    return mapping;
}

}  // namespace focus_billing
