#include "render/glib_text.hpp"

#include <glib.h>

namespace focus_billing {

void FreeGlibText::operator()(char* text) const {
    g_free(text);
}

}  // namespace focus_billing
