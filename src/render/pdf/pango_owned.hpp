#pragma once

#include <pango/pangocairo.h>

#include <memory>

namespace focus_billing {

struct FreePango {
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoItem* item) const { pango_item_free(item); }
    void operator()(PangoGlyphString* glyphs) const { pango_glyph_string_free(glyphs); }
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
    void operator()(PangoFontMetrics* metrics) const { pango_font_metrics_unref(metrics); }
    void operator()(PangoScriptIter* iterator) const { pango_script_iter_free(iterator); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

/// What Pango hands over, and wants back.
template <class T>
using PangoOwned = std::unique_ptr<T, FreePango>;

}  // namespace focus_billing
